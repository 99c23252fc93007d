// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/inspectview.h"

#include "look/scintilla.h"
#include "engine/onanswer.h"
#include "items/secretnames.h"
#include "look/copybutton.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/plaintooltip.h"
#include "look/separator.h"
#include "look/tokens.h"

#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <Qsci/qscilexerjson.h>
#undef signals
#undef slots

#include <QEvent>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

InspectView::InspectView(QWidget *parent)
    : QWidget(parent)
    , m_editor(new QsciScintilla(this))
    , m_eye(new QToolButton(this))
    , m_copy(new CopyButton(tr("Copy all"), this))
{
    setObjectName(u"inspectView"_s);
    m_editor->setObjectName(u"inspectJson"_s);
    m_editor->setAccessibleName(tr("Inspect"));
    m_editor->setFrameShape(QFrame::NoFrame);
    m_editor->setUtf8(true);
    m_editor->setReadOnly(true);
    m_editor->setWrapMode(QsciScintilla::WrapNone);
    m_editor->setFolding(QsciScintilla::PlainFoldStyle, 1);
    m_editor->setScrollWidth(1);
    m_editor->setScrollWidthTracking(true);
    m_editor->setLexer(new QsciLexerJSON(m_editor));
    // Keys that mean something in the window, and would edit here.
    const QList<QsciCommand *> commands = m_editor->standardCommands()->commands();
    for (QsciCommand *command : commands) {
        const int taken[]{QKeyCombination(Qt::CTRL, Qt::Key_L).toCombined(),
                          QKeyCombination(Qt::CTRL, Qt::Key_T).toCombined(),
                          QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_L).toCombined(), int(Qt::Key_Escape)};
        if (std::find(std::begin(taken), std::end(taken), command->key()) != std::end(taken))
            command->setKey(0);
    }
    m_eye->setObjectName(u"revealSecrets"_s);
    m_eye->setCheckable(true);
    m_eye->setFocusPolicy(Qt::TabFocus);
    m_eye->setIcon(symbolIcon(u"eye"_s));
    m_eye->setAccessibleName(tr("Show secret values"));
    setPlainToolTip(m_eye, m_eye->accessibleName());
    connect(m_eye, &QToolButton::toggled, this, [this](bool shown) {
        m_eye->setIcon(symbolIcon(shown ? u"eye-off"_s : u"eye"_s));
        refresh();
    });

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(20, 8, 12, 8);
    bar->setSpacing(4);
    bar->addStretch(1);
    bar->addWidget(m_eye);
    bar->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    layout->addWidget(m_editor, 1);
    setTabOrder(m_eye, m_copy);
    setTabOrder(m_copy, m_editor);
    wear();
}

QWidget *InspectView::editor() const
{
    return m_editor;
}

void InspectView::setJson(const QJsonObject &json)
{
    if (json == m_json)
        return;
    m_json = json;
    m_stale = true;
    if (isVisible())
        refresh();
}

void InspectView::mask()
{
    m_eye->setChecked(false);
}

void InspectView::refresh()
{
    m_stale = false;
    const int generation = ++m_generation;
    onAnswer(QtConcurrent::run([json = m_json, shown = m_eye->isChecked()] {
                 if (json.isEmpty())
                     return QByteArray();
                 return QJsonDocument(shown ? json : SecretNames::masked(json)).toJson(QJsonDocument::Indented);
             }),
             this, [this, generation](const QByteArray &text) {
                 if (generation != m_generation)
                     return;
                 const QString shown = QString::fromUtf8(text);
                 const int line = m_editor->firstVisibleLine();
                 m_editor->setText(shown);
                 m_editor->setFirstVisibleLine(line);
                 m_copy->setCopiedText(shown);
             });
}

void InspectView::wear()
{
    const Tokens &tokens = Tokens::of(palette());
    QsciLexer *lexer = m_editor->lexer();
    const QFont font = Fonts::editor(12);
    lexer->setDefaultPaper(tokens.base);
    lexer->setDefaultColor(tokens.text);
    lexer->setDefaultFont(font);
    lexer->setFont(font, -1);
    lexer->setPaper(tokens.base, -1);
    lexer->setColor(tokens.text, -1);
    lexer->setColor(tokens.accent, QsciLexerJSON::Property);
    lexer->setColor(tokens.string, QsciLexerJSON::String);
    lexer->setColor(tokens.string, QsciLexerJSON::IRI);
    lexer->setColor(tokens.string, QsciLexerJSON::IRICompact);
    lexer->setColor(tokens.number, QsciLexerJSON::Number);
    lexer->setColor(tokens.keyword, QsciLexerJSON::Keyword);
    lexer->setColor(tokens.operatorText, QsciLexerJSON::Operator);
    m_editor->setCaretForegroundColor(tokens.text);
    m_editor->setSelectionBackgroundColor(tokens.selection);
    m_editor->resetSelectionForegroundColor();
    m_editor->setFoldMarginColors(tokens.base, tokens.base);
    m_editor->setMarginsBackgroundColor(tokens.base);
    m_editor->setMarginsForegroundColor(tokens.text3);
    m_editor->setMarginWidth(0, 0);
}

void InspectView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void InspectView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        wear();
    QWidget::changeEvent(event);
}

} // namespace Gantry
