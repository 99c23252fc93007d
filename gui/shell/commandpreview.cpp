// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commandpreview.h"

#include "look/card.h"
#include "look/copybutton.h"
#include "shell/commandlabel.h"

#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

CommandPreview::CommandPreview(int mostLines, QWidget *parent)
    : QWidget(parent)
{
    auto *card = new Card(Card::Kind::Sunken, this);
    m_line = new CommandLabel(card);
    m_line->setObjectName(u"preview"_s);
    m_line->setMostLines(mostLines);
    m_line->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy = new CopyButton(tr("Copy the command"), card);
    m_copy->setObjectName(u"copyCommand"_s);
    auto *inside = new QHBoxLayout(card);
    inside->setContentsMargins(12, 8, 8, 8);
    inside->setSpacing(8);
    inside->addWidget(m_line, 1);
    inside->addWidget(m_copy, 0, Qt::AlignTop);
    m_secrets = new Label(tr("Without the values of secrets: a shell passes its own."), this);
    m_secrets->setLook(12);
    m_secrets->setTone(Tone::Muted);
    m_secrets->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(card);
    layout->addWidget(m_secrets);
}

void CommandPreview::setLine(const QString &line, bool hidesSecrets)
{
    m_line->setText(line);
    m_line->setAccessibleName(line);
    m_copy->setCopiedText(line);
    m_secrets->setVisible(hidesSecrets);
    // Who measures at once would get what was measured before.
    m_line->parentWidget()->updateGeometry();
    updateGeometry();
}

} // namespace Gantry
