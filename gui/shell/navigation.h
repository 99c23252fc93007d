// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace Gantry {

class Page;

/// The list of pages at the left of the window: icon, name, count. On narrow windows the icons alone.
class Navigation : public QListWidget
{
    Q_OBJECT

public:
    explicit Navigation(QWidget *parent = nullptr);

    /// Whether an engine has answered: without it, what pages count of it is not known, and not 0.
    void setEngineKnown(bool known);
    void addPage(Page *page);
    void setCurrentPage(const QString &id);
    /// Icons alone; names move into the tooltips.
    void setCompact(bool compact);
    bool isCompact() const { return m_compact; }
    static int fullWidth();
    static int compactWidth();

Q_SIGNALS:
    void pageChosen(const QString &id);
    /// The user confirmed the page (Return): the keyboard goes into it.
    void pageActivated(const QString &id);
    void engineKnownChanged();

private:
    void refresh(QListWidgetItem *item, const Page *page);
    void updateToolTip(QListWidgetItem *item) const;

    bool m_compact = false;
    bool m_engineKnown = false;
};

} // namespace Gantry
