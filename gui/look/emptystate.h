// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QBoxLayout;
class QVBoxLayout;

namespace Gantry {

class Card;
class Label;
class SymbolLabel;

/// What a page shows while it has nothing to show: a mark, one sentence, and cards that say how to begin, the likeliest
/// first; its button is where the keyboard goes. What does not fit is scrolled.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setSymbol(const QString &symbol);
    void setSentence(const QString &sentence, const QString &explanation = {});
    /// Adds a card with a button for the action, whose shortcut is shown beside it. Returns the layout above the
    /// button, where the card can be given more.
    QVBoxLayout *addCard(const QString &symbol, const QString &title, const QString &text, QAction *action,
                         bool primary = false);
    void clearCards();
    /// Below the cards: what was found already.
    QVBoxLayout *below() { return m_below; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Equal cards side by side where they fit, if need be without their key hints; else one below another.
    void arrangeCards();
    void setCompact(bool compact);
    int widthOfCards() const;

    QList<Card *> m_cardList;
    SymbolLabel *m_mark = nullptr;
    Label *m_sentence = nullptr;
    Label *m_explanation = nullptr;
    QBoxLayout *m_cards = nullptr;
    QVBoxLayout *m_below = nullptr;
};

} // namespace Gantry
