// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/scrolledcolumn.h"

class QGridLayout;
class QLineEdit;
class QPushButton;

namespace Gantry {

class Label;

/// A form that scrolls: few fields, and behind "More" all others.
class FoldingForm : public ScrolledColumn
{
    Q_OBJECT

public:
    QSize sizeHint() const override;
    /// So high that nothing has to scroll.
    int heightFor(int width) const;
    void showMore(bool shown);
    /// Nothing can be changed while what it asks for is done.
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void moreToggled(bool shown);

protected:
    FoldingForm(const QString &name, QWidget *parent);

    /// Of the fields that are always shown.
    QGridLayout *grid() const { return m_grid; }
    /// A row of a caption, a field, and what stands beside it.
    QLineEdit *addField(const QString &caption, const QString &name, QWidget *beside = nullptr);
    /// A small text below the last field.
    Label *addHint(const QString &name);
    /// In line with the fields.
    void addBelow(QWidget *widget, Qt::Alignment alignment = {});
    /// After the fields; answers the parent of what is shown with "More".
    QWidget *addMore();

private:
    QGridLayout *m_grid;
    QPushButton *m_moreButton = nullptr;
    QWidget *m_more = nullptr;
};

} // namespace Gantry
