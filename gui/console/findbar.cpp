// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/findbar.h"

#include "console/sqleditor.h"
#include "look/buttonkind.h"
#include "look/fonts.h"
#include "look/label.h"
#include "look/symbolbutton.h"

#include <QAbstractButton>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <regex>

using namespace Qt::StringLiterals;

namespace Gantry {

namespace {

constexpr int NarrowestField = 160;
constexpr int NoteGap = 8;

QToolButton *makeToggle(const QString &symbol, const QString &text, const QString &name, QWidget *parent)
{
    QToolButton *button = makeSymbolButton(symbol, text, name, parent);
    button->setCheckable(true);
    return button;
}

QPushButton *makeReplaceButton(const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    setButtonKind(button, ButtonKind::Ghost, true);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

void setUpField(QLineEdit *field, const QString &text, const QString &name)
{
    field->setPlaceholderText(text);
    field->setAccessibleName(text);
    field->setObjectName(name);
    field->setMinimumWidth(Fonts::scaled(NarrowestField));
}

} // namespace

FindBar::FindBar(SqlEditor *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_what(new QLineEdit(this))
    , m_with(new QLineEdit(this))
    , m_case(makeToggle(u"match-case"_s, tr("Match case"), u"matchCase"_s, this))
    , m_word(makeToggle(u"whole-word"_s, tr("Whole words"), u"wholeWords"_s, this))
    , m_expression(makeToggle(u"regex"_s, tr("Regular expression"), u"regularExpression"_s, this))
    , m_note(new Label(m_what))
    , m_replacing(new QWidget(this))
{
    setObjectName(u"findBar"_s);
    setAccessibleName(tr("Find and replace"));
    setUpField(m_what, tr("Find"), u"findText"_s);
    setUpField(m_with, tr("Replace with"), u"replaceText"_s);
    m_note->setLook(12);
    m_note->setTone(Tone::Muted);
    m_note->setObjectName(u"findNote"_s);
    m_note->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *previous = makeSymbolButton(u"arrow-up"_s, tr("Previous"), u"findPrevious"_s, this);
    auto *next = makeSymbolButton(u"arrow-down"_s, tr("Next"), u"findNext"_s, this);
    auto *replaceButton = makeReplaceButton(tr("Replace"), u"replaceOne"_s, m_replacing);
    auto *replaceAllButton = makeReplaceButton(tr("Replace all"), u"replaceAll"_s, m_replacing);
    auto *closeButton = makeSymbolButton(u"close"_s, tr("Close find"), u"closeFind"_s, this);

    // What was found is said where it is looked for, and so takes no room of the buttons.
    auto *inside = new QHBoxLayout(m_what);
    inside->setContentsMargins(0, 0, NoteGap, 0);
    inside->addStretch(1);
    inside->addWidget(m_note);
    auto *finding = new QHBoxLayout;
    finding->setSpacing(2);
    for (QToolButton *button : {m_case, m_word, m_expression})
        finding->addWidget(button);
    finding->addSpacing(8);
    for (QToolButton *button : {previous, next})
        finding->addWidget(button);
    finding->addStretch(1);
    auto *replacing = new QHBoxLayout(m_replacing);
    replacing->setContentsMargins(0, 0, 0, 0);
    replacing->setSpacing(2);
    replacing->addWidget(replaceButton);
    replacing->addWidget(replaceAllButton);
    replacing->addStretch(1);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->setSpacing(4);
    layout->addWidget(m_what, 0, 0);
    layout->addLayout(finding, 0, 1);
    layout->addWidget(closeButton, 0, 2);
    layout->addWidget(m_with, 1, 0);
    layout->addWidget(m_replacing, 1, 1, 1, 2);
    layout->setColumnStretch(0, 1);
    // From one text to the other, and then through the buttons.
    setTabOrder(m_what, m_with);
    setTabOrder(m_with, m_case);

    connect(next, &QToolButton::clicked, this, &FindBar::findNext);
    connect(previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(replaceButton, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(replaceAllButton, &QPushButton::clicked, this, &FindBar::replaceAll);
    connect(closeButton, &QToolButton::clicked, this, &FindBar::close);
    connect(m_what, &QLineEdit::textEdited, this, &FindBar::findAnew);
    for (const QToolButton *toggle : {m_case, m_word, m_expression})
        connect(toggle, &QToolButton::toggled, this, &FindBar::findAnew);
    hide();
}

void FindBar::open(bool replace)
{
    if (!m_editor->isSelectionEmpty() && !m_editor->selectedText().contains(QLatin1Char('\n')))
        m_what->setText(m_editor->selectedText());
    m_with->setVisible(replace);
    m_replacing->setVisible(replace);
    say({});
    show();
    m_what->setFocus(Qt::ShortcutFocusReason);
    m_what->selectAll();
}

void FindBar::say(const QString &words)
{
    m_note->setText(words);
    const int room = words.isEmpty() ? 0 : m_note->sizeHint().width() + NoteGap;
    m_what->setTextMargins(isRightToLeft() ? room : 0, 0, isRightToLeft() ? 0 : room, 0);
}

void FindBar::findAnew()
{
    // From the beginning of what is found already, so that a longer word keeps its place.
    int line = 0;
    int index = 0;
    int endLine = 0;
    int endIndex = 0;
    m_editor->getSelection(&line, &index, &endLine, &endIndex);
    if (line >= 0)
        m_editor->setCursorPosition(line, index);
    find(true);
}

bool FindBar::findNext()
{
    return find(true);
}

bool FindBar::findPrevious()
{
    return find(false);
}

bool FindBar::find(bool forward)
{
    say({});
    if (m_what->text().isEmpty())
        return false;
    int line = -1;
    int index = -1;
    if (!forward && !m_editor->isSelectionEmpty()) {
        int endLine = 0;
        int endIndex = 0;
        m_editor->getSelection(&line, &index, &endLine, &endIndex);
    }
    if (!isExpression()) {
        say(tr("Not a regular expression"));
        return false;
    }
    const bool found
        = m_editor->findFirst(m_what->text(), m_expression->isChecked(), m_case->isChecked(), m_word->isChecked(), true,
                              forward, line, index, true, false, m_expression->isChecked());
    if (!found)
        say(tr("Not found"));
    return found;
}

void FindBar::replaceOne()
{
    // The first click finds, the next one replaces what is seen.
    const auto begin = static_cast<unsigned long>(m_editor->SendScintilla(QsciScintillaBase::SCI_GETSELECTIONSTART));
    const long end = m_editor->SendScintilla(QsciScintillaBase::SCI_GETSELECTIONEND);
    if (!isExpression() || long(begin) == end || !findInRange(begin, end)
        || m_editor->SendScintilla(QsciScintillaBase::SCI_GETTARGETSTART) != long(begin)
        || m_editor->SendScintilla(QsciScintillaBase::SCI_GETTARGETEND) != end) {
        find(true);
        return;
    }
    const auto after = static_cast<unsigned long>(long(begin) + replaceFound());
    m_editor->SendScintilla(QsciScintillaBase::SCI_SETSEL, after, long(after));
    find(true);
}

bool FindBar::isExpression() const
{
    if (!m_expression->isChecked())
        return true;
    try {
        // As the editor does it.
        const std::wregex expression(m_what->text().toStdWString(), std::regex::ECMAScript);
        return true;
    } catch (const std::regex_error &) {
        return false;
    }
}

bool FindBar::findInRange(unsigned long begin, long end)
{
    const QByteArray what = m_what->text().toUtf8();
    m_editor->SendScintilla(QsciScintillaBase::SCI_SETSEARCHFLAGS, static_cast<unsigned long>(flags()), 0L);
    m_editor->SendScintilla(QsciScintillaBase::SCI_SETTARGETRANGE, begin, end);
    return m_editor->SendScintilla(QsciScintillaBase::SCI_SEARCHINTARGET, uintptr_t(what.size()), what.constData())
        >= 0;
}

long FindBar::replaceFound()
{
    const QByteArray with = m_with->text().toUtf8();
    return m_editor->SendScintilla(m_expression->isChecked() ? QsciScintillaBase::SCI_REPLACETARGETRE
                                                             : QsciScintillaBase::SCI_REPLACETARGET,
                                   uintptr_t(with.size()), with.constData());
}

int FindBar::replaceAll()
{
    if (m_what->text().isEmpty())
        return 0;
    if (!isExpression()) {
        say(tr("Not a regular expression"));
        return 0;
    }
    m_editor->beginUndoAction();
    int count = 0;
    long from = 0;
    while (
        from <= m_editor->SendScintilla(QsciScintillaBase::SCI_GETLENGTH)
        && findInRange(static_cast<unsigned long>(from), m_editor->SendScintilla(QsciScintillaBase::SCI_GETLENGTH))) {
        const long at = m_editor->SendScintilla(QsciScintillaBase::SCI_GETTARGETSTART);
        const bool empty = m_editor->SendScintilla(QsciScintillaBase::SCI_GETTARGETEND) == at;
        // An expression that matches nothing must not be found at the same place for ever.
        from = at + replaceFound() + (empty ? 1 : 0);
        ++count;
    }
    m_editor->endUndoAction();
    say(tr("%Ln replaced", nullptr, count));
    return count;
}

int FindBar::flags() const
{
    int result = 0;
    if (m_case->isChecked())
        result |= QsciScintillaBase::SCFIND_MATCHCASE;
    if (m_word->isChecked())
        result |= QsciScintillaBase::SCFIND_WHOLEWORD;
    if (m_expression->isChecked())
        result |= QsciScintillaBase::SCFIND_REGEXP | QsciScintillaBase::SCFIND_CXX11REGEX;
    return result;
}

void FindBar::close()
{
    hide();
    m_editor->setFocus(Qt::OtherFocusReason);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
               && !(event->modifiers() & Qt::ControlModifier)) {
        if (auto *button = qobject_cast<QAbstractButton *>(focusWidget()))
            button->click();
        else if (m_with->hasFocus())
            replaceOne();
        else
            find(!(event->modifiers() & Qt::ShiftModifier));
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace Gantry
