// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/searchfield.h"

#include "look/fonts.h"
#include "look/icons.h"
#include "look/keyhint.h"
#include "look/tokens.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFrame>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Gantry {

SearchField::SearchField(const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
    , m_placeholder(placeholder)
{
    setPlaceholderText(placeholder);
    setClearButtonEnabled(true);
    const QList<QToolButton *> buttons = findChildren<QToolButton *>();
    for (QToolButton *button : buttons)
        button->setAccessibleName(tr("Clear"));
    connect(this, &QLineEdit::textChanged, this, &SearchField::layOut);
    layOut();
}

void SearchField::setKeyHint(const QKeySequence &keys)
{
    delete m_hint;
    m_hint = new KeyHint(keys, this);
    layOut();
}

void SearchField::setList(QWidget *list)
{
    m_list = list;
    connect(this, &QLineEdit::returnPressed, list, [list] { list->setFocus(Qt::ShortcutFocusReason); });
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const int side = Fonts::scaled(16);
    const QRect place(9, (height() - side) / 2, side, side);
    drawSymbol(&painter, QStyle::visualRect(layoutDirection(), rect(), place), u"search"_s,
               isEnabled() ? Tokens::of(palette()).text3 : Tokens::of(palette()).disabled);
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    layOut();
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    if ((event->key() == Qt::Key_Escape || event->key() == Qt::Key_Down) && m_list) {
        m_list->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::layOut()
{
    const int before = Fonts::scaled(16) + 6;
    int after = 0;
    if (m_hint) {
        const QSize size = m_hint->sizeHint();
        const bool shown = text().isEmpty() && width() > size.width() + 120;
        m_hint->setVisible(shown);
        const QRect place(width() - size.width() - 6, (height() - size.height()) / 2, size.width(), size.height());
        m_hint->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
        after = shown ? size.width() : 0;
    }
    if (isRightToLeft())
        setTextMargins(after, 0, before, 0);
    else
        setTextMargins(before, 0, after, 0);

    QStyleOptionFrame option;
    initStyleOption(&option);
    const int room = style()->subElementRect(QStyle::SE_LineEditContents, &option, this).width() - before - after - 4;
    const bool fits = fontMetrics().horizontalAdvance(m_placeholder) <= room || accessibleName().isEmpty();
    if (const QString &shown = fits ? m_placeholder : accessibleName(); shown != placeholderText())
        setPlaceholderText(shown);
}

} // namespace Gantry
