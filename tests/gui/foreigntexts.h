// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/elidedlabel.h"
#include "look/plaintooltip.h"
#include "paintedtexts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHelpEvent>
#include <QPointer>
#include <QTabBar>
#include <QToolTip>

#include <algorithm>

/// Texts from outside that try to be something else, and a look at all that a window shows of them.
namespace Gantry::ForeignTexts {

using namespace Qt::StringLiterals;

inline const QString markup = u"<b>evil&amp;&x"_s;

/// Without a slash, which parts the names of linked containers: markup, mnemonics, a line break before what would pass
/// for another entry, characters that turn the direction of text, escape sequences, other control characters, and what
/// a shell would run.
inline QString evil(const QString &before = {})
{
    return before + markup + u"\n\u2022 next\u202egnp\u200f\x1b[31m\x1b]0;title\x07\x7f\u0085\u2028$(id)`id`'\"\\"_s;
}

inline bool isInvisible(QChar character)
{
    const char16_t c = character.unicode();
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x61c || c == 0x200e || c == 0x200f
        || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

inline QString escaped(const QString &text)
{
    QString shown;
    for (const QChar c : text)
        shown += isInvisible(c) ? u"\\u%1"_s.arg(c.unicode(), 4, 16, QLatin1Char('0')) : QString(c);
    return shown;
}

struct Findings
{
    QString texts; ///< all that is painted
    int painted = 0; ///< names from outside that stand there as they are
    int inToolTips = 0;
    QStringList faults;
};

inline void lookAtToolTips(QWidget *widget, const QString &name, Findings *found)
{
    QList<QPoint> places{widget->rect().center()};
    const auto *view = qobject_cast<QAbstractItemView *>(widget->parentWidget());
    if (view && view->viewport() == widget) {
        places.clear();
        for (QModelIndex row = view->indexAt({5, 5}); row.isValid();
             row = view->indexAt({5, view->visualRect(row).bottom() + 3})) {
            for (int column = 0; column < row.model()->columnCount(row.parent()); ++column)
                places << view->visualRect(row.siblingAtColumn(column)).center();
        }
    }
    for (const QPoint &place : std::as_const(places)) {
        QHelpEvent event(QEvent::ToolTip, place, widget->mapToGlobal(place));
        QApplication::sendEvent(widget, &event);
        const QString toolTip = QToolTip::text();
        if (!toolTip.contains(u"evil"_s))
            continue;
        ++found->inToolTips;
        const QString shown = toolTipText(toolTip);
        const bool visible = std::none_of(shown.cbegin(), shown.cend(),
                                          [](QChar c) { return c != u'\n' && c != u'\t' && isInvisible(c); });
        if (!Qt::mightBeRichText(toolTip) || !shown.contains(markup) || !visible)
            found->faults << name + u", tooltip: "_s + escaped(shown);
    }
    QToolTip::hideText();
}

inline void lookAtWidget(QWidget *widget, Findings *found)
{
    const QString name = QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName();
    const auto expect = [&](bool fine, const QString &text) {
        if (!fine)
            found->faults << name + u": "_s + escaped(text);
    };
    const QString noMnemonic = u"&&amp;&&x"_s;
    if (const auto *label = qobject_cast<QLabel *>(widget); label && label->text().contains(u"evil"_s))
        expect(label->textFormat() == Qt::PlainText, label->text());
    if (const auto *button = qobject_cast<QAbstractButton *>(widget); button && button->text().contains(u"evil"_s))
        expect(button->text().contains(noMnemonic), button->text());
    if (const auto *bar = qobject_cast<QTabBar *>(widget)) {
        for (int i = 0; i < bar->count(); ++i)
            expect(!bar->tabText(i).contains(u"evil"_s) || bar->tabText(i).contains(noMnemonic), bar->tabText(i));
    }
    const QList<QAction *> actions = widget->findChildren<QAction *>(Qt::FindDirectChildrenOnly);
    for (const QAction *action : actions) {
        expect(!action->text().contains(u"evil"_s) || action->text().contains(noMnemonic), action->text());
        // What an action has by itself is its text, and is no menu's tooltip.
        const bool isText = action->toolTip() == QString(action->text()).replace(u"&&"_s, u"&"_s);
        expect(isText || !action->toolTip().contains(u"evil"_s) || toolTipText(action->toolTip()).contains(markup),
               action->toolTip());
    }
    // What begins a line of its own passes for an entry of its own.
    const bool ofOneLine = qobject_cast<QAbstractItemView *>(widget) || qobject_cast<ElidedLabel *>(widget)
        || qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget);
    const QStringList own = ofOneLine && widget->isVisible() ? PaintedTexts::of(widget) : QStringList();
    for (qsizetype i = 0; i < own.size(); ++i) {
        const bool afterSymbol = i > 0 && own.at(i - 1).endsWith(u'\u21b5'); // of another font, thus another piece
        expect(afterSymbol || !own.at(i).startsWith(u"\u2022 next"_s), own.at(i));
    }
}

/// All that \a window paints now, every tooltip in it, its title, and the texts of its actions.
inline Findings look(QWidget *window)
{
    Findings found;
    const QStringList painted = PaintedTexts::of(window);
    for (qsizetype i = 0; i < painted.size(); ++i) {
        if (std::any_of(painted.at(i).cbegin(), painted.at(i).cend(), isInvisible))
            found.faults << u"painted: "_s + escaped(painted.mid(std::max<qsizetype>(0, i - 3), 4).join(u'|'));
    }
    // Joined, because what is found in a name is another piece.
    found.texts = painted.join(QString());
    found.painted = int(found.texts.count(u"<b>evil"_s));
    const QString title = window->windowTitle();
    if (std::any_of(title.cbegin(), title.cend(), isInvisible))
        found.faults << u"title: "_s + escaped(title);
    // Tooltips are widgets, too, and go while the others are looked at.
    QList<QPointer<QWidget>> widgets{window};
    for (QWidget *widget : window->findChildren<QWidget *>())
        widgets << widget;
    for (const QPointer<QWidget> &widget : std::as_const(widgets)) {
        if (!widget || widget->inherits("QTipLabel"))
            continue; // looked at where it belongs
        lookAtWidget(widget, &found);
        if (widget->isVisible())
            lookAtToolTips(widget, QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName(),
                           &found);
    }
    return found;
}

} // namespace Gantry::ForeignTexts
