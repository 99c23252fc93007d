// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QHBoxLayout;

namespace Gantry {

class ActionButton;

/// Buttons in a row. Where the words of all do not fit, those that can do best without show their icons alone, so that
/// no word is ever cut; each keeps its place.
class FoldingButtons : public QWidget
{
    Q_OBJECT

public:
    explicit FoldingButtons(QWidget *parent = nullptr);

    /// The button becomes the next in the row.
    void add(ActionButton *button);
    /// Those that lose their words, the first of them first; the others keep them.
    void setFolding(const QList<ActionButton *> &buttons) { m_folding = buttons; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fold();
    /// Of all of them, the first \a folded of those that fold without their words.
    int widthWith(qsizetype folded) const;

    QList<ActionButton *> m_buttons;
    QList<ActionButton *> m_folding;
    QHBoxLayout *m_row;
};

} // namespace Gantry
