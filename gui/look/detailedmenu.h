// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMenu>
#include <QStringList>

namespace Gantry {

/// A menu whose entries have small lines below their texts, which tell what they would do. Without Gantry's style
/// their tooltips have to tell it.
class DetailedMenu : public QMenu
{
    Q_OBJECT

public:
    explicit DetailedMenu(QWidget *parent = nullptr);

    /// Of an entry of this menu; plain text.
    void setDetails(QAction *action, const QStringList &lines);
    QStringList details(const QAction *action) const { return m_details.value(action); }

protected:
    void initStyleOption(QStyleOptionMenuItem *option, const QAction *action) const override;

private:
    QHash<const QAction *, QStringList> m_details;
};

} // namespace Gantry
