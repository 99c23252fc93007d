// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/findbar.h"

#include "console/sqleditor.h"
#include "look/buttonkind.h"
#include "look/icons.h"
#include "look/label.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Gantry {

namespace {

QPushButton *makeButton(const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    setButtonKind(button, ButtonKind::Ghost, true);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

} // namespace

FindBar::FindBar(SqlEditor *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_what(new QLineEdit(this))
    , m_with(new QLineEdit(this))
    , m_replaceButton(makeButton(tr("Replace"), u"replaceOne"_s, this))
    , m_replaceAllButton(makeButton(tr("Replace all"), u"replaceAll"_s, this))
    , m_case(new QCheckBox(tr("Match case"), this))
    , m_expression(new QCheckBox(tr("Regular expression"), this))
    , m_note(new Label(this))
{
    setObjectName(u"findBar"_s);
    setAccessibleName(tr("Find and replace"));
    m_what->setPlaceholderText(tr("Find"));
    m_what->setAccessibleName(tr("Find"));
    m_what->setObjectName(u"findText"_s);
    m_with->setPlaceholderText(tr("Replace with"));
    m_with->setAccessibleName(tr("Replace with"));
    m_with->setObjectName(u"replaceText"_s);
    m_note->setLook(12);
    m_note->setTone(Tone::Faint);
    auto *next = makeButton(tr("Next"), u"findNext"_s, this);
    auto *previous = makeButton(tr("Previous"), u"findPrevious"_s, this);
    auto *closeButton = new QToolButton(this);
    closeButton->setIcon(symbolIcon(u"close"_s));
    closeButton->setAccessibleName(tr("Close find"));
    closeButton->setToolTip(tr("Close find"));
    closeButton->setObjectName(u"closeFind"_s);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->setSpacing(4);
    layout->addWidget(m_what, 2);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(m_with, 2);
    layout->addWidget(m_replaceButton);
    layout->addWidget(m_replaceAllButton);
    layout->addWidget(m_case);
    layout->addWidget(m_expression);
    layout->addWidget(m_note, 1);
    layout->addWidget(closeButton);

    connect(next, &QPushButton::clicked, this, &FindBar::findNext);
    connect(previous, &QPushButton::clicked, this, &FindBar::findPrevious);
    connect(m_replaceButton, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(m_replaceAllButton, &QPushButton::clicked, this, &FindBar::replaceAll);
    connect(closeButton, &QToolButton::clicked, this, &FindBar::close);
    connect(m_what, &QLineEdit::textEdited, this, [this] {
        // From the beginning of what is found already, so that a longer word keeps its place.
        int line = 0;
        int index = 0;
        int endLine = 0;
        int endIndex = 0;
        m_editor->getSelection(&line, &index, &endLine, &endIndex);
        if (line >= 0)
            m_editor->setCursorPosition(line, index);
        find(true);
    });
    hide();
}

void FindBar::open(bool replace)
{
    if (!m_editor->isSelectionEmpty() && !m_editor->selectedText().contains(QLatin1Char('\n')))
        m_what->setText(m_editor->selectedText());
    m_with->setVisible(replace);
    m_replaceButton->setVisible(replace);
    m_replaceAllButton->setVisible(replace);
    m_note->clear();
    show();
    m_what->setFocus(Qt::ShortcutFocusReason);
    m_what->selectAll();
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
    m_note->clear();
    if (m_what->text().isEmpty())
        return false;
    int line = -1;
    int index = -1;
    if (!forward && !m_editor->isSelectionEmpty()) {
        int endLine = 0;
        int endIndex = 0;
        m_editor->getSelection(&line, &index, &endLine, &endIndex);
    }
    const bool found = m_editor->findFirst(m_what->text(), m_expression->isChecked(), m_case->isChecked(), false, true,
                                           forward, line, index, true, false, m_expression->isChecked());
    if (!found)
        m_note->setText(tr("Not found"));
    return found;
}

void FindBar::replaceOne()
{
    // The first click finds, the next one replaces what is seen.
    const Qt::CaseSensitivity sensitivity = m_case->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive;
    const bool isFound = m_expression->isChecked() ? !m_editor->isSelectionEmpty()
                                                   : m_editor->selectedText().compare(m_what->text(), sensitivity) == 0;
    if (!isFound && !find(true))
        return;
    if (!isFound)
        return;
    m_editor->replaceSelectedText(m_with->text());
    find(true);
}

int FindBar::replaceAll()
{
    if (m_what->text().isEmpty())
        return 0;
    const auto send
        = [this](unsigned int message, unsigned long a, long b) { return m_editor->SendScintilla(message, a, b); };
    const QByteArray what = m_what->text().toUtf8();
    const QByteArray with = m_with->text().toUtf8();
    send(QsciScintillaBase::SCI_SETSEARCHFLAGS, static_cast<unsigned long>(flags()), 0);
    m_editor->beginUndoAction();
    int count = 0;
    long from = 0;
    for (;;) {
        const long end = send(QsciScintillaBase::SCI_GETLENGTH, 0, 0);
        send(QsciScintillaBase::SCI_SETTARGETRANGE, static_cast<unsigned long>(from), end);
        const long at
            = m_editor->SendScintilla(QsciScintillaBase::SCI_SEARCHINTARGET, uintptr_t(what.size()), what.constData());
        if (at < 0)
            break;
        const bool empty = send(QsciScintillaBase::SCI_GETTARGETEND, 0, 0) == at;
        const unsigned int message
            = m_expression->isChecked() ? QsciScintillaBase::SCI_REPLACETARGETRE : QsciScintillaBase::SCI_REPLACETARGET;
        const long length = m_editor->SendScintilla(message, uintptr_t(with.size()), with.constData());
        ++count;
        // An expression that matches nothing must not be found at the same place for ever.
        from = at + length + (empty ? 1 : 0);
        if (from > send(QsciScintillaBase::SCI_GETLENGTH, 0, 0))
            break;
    }
    m_editor->endUndoAction();
    m_note->setText(tr("%Ln replaced", nullptr, count));
    return count;
}

int FindBar::flags() const
{
    int result = 0;
    if (m_case->isChecked())
        result |= QsciScintillaBase::SCFIND_MATCHCASE;
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
        if (m_with->hasFocus())
            replaceOne();
        else
            find(!(event->modifiers() & Qt::ShiftModifier));
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace Gantry
