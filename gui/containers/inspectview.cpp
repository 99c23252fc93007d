// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/inspectview.h"

#include "engine/onanswer.h"
#include "items/secretnames.h"
#include "look/codeview.h"
#include "look/copybutton.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/label.h"
#include "look/plaintooltip.h"
#include "look/searchfield.h"
#include "look/separator.h"
#include "look/taborder.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace Gantry {

using namespace Qt::StringLiterals;

InspectView::InspectView(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"inspectView"_s);
}

void InspectView::build()
{
    m_field = new SearchField(tr("Find"), this);
    m_result = new Label(this);
    m_eye = new QToolButton(this);
    m_copy = new CopyButton(tr("Copy all"), this);
    m_editor = new CodeView(CodeView::Language::Json, this);
    m_editor->setObjectName(u"inspectJson"_s);
    m_editor->setAccessibleName(tr("Inspect"));
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

    m_field->setObjectName(u"findInInspect"_s);
    m_field->setAccessibleName(tr("Find in the inspection"));
    m_field->setMaximumWidth(Fonts::scaled(240));
    m_result->setLook(12);
    m_result->setTone(Tone::Muted);
    connect(m_field, &QLineEdit::textChanged, this, [this] { find(true); });
    connect(m_field, &QLineEdit::returnPressed, this, [this] { find(false); });

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(20, 8, 12, 8);
    bar->setSpacing(4);
    bar->addWidget(m_field, 2);
    bar->addWidget(m_result);
    bar->addStretch(1);
    bar->addWidget(m_eye);
    bar->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    layout->addWidget(m_editor, 1);
    placeInTabOrder(this);
}

QWidget *InspectView::editor() const
{
    return m_editor;
}

void InspectView::startFinding()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void InspectView::find(bool fromHere)
{
    const QString text = m_field->text();
    int first = -1;
    int place = -1;
    int unused = -1;
    m_editor->getSelection(&first, &place, &unused, &unused);
    // A text that grows stays at its match; Return goes on, and at the end begins anew.
    const bool found = text.isEmpty()
        || m_editor->findFirst(text, false, false, false, true, true, fromHere ? first : -1, fromHere ? place : -1);
    m_result->setText(found ? QString() : tr("No match"));
    if (text.isEmpty())
        m_editor->setSelection(0, 0, 0, 0);
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
    if (m_eye)
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
                 m_editor->showText(shown);
                 m_copy->setCopiedText(shown);
             });
}

void InspectView::showEvent(QShowEvent *event)
{
    if (!m_editor)
        build();
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

} // namespace Gantry
