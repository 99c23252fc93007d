// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "welcome/composefilelist.h"

#include "items/humanize.h"
#include "look/buttonkind.h"
#include "look/elidedlabel.h"
#include "look/fonts.h"
#include "look/separator.h"
#include "look/symbollabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace Gantry {

using namespace Qt::StringLiterals;

ComposeFileList::ComposeFileList(QWidget *parent)
    : Card(Card::Kind::Plain, parent)
    , m_rows(new QVBoxLayout(this))
{
    setObjectName(u"composeFiles"_s);
    setAccessibleName(tr("Compose files found in your home folder"));
    m_rows->setContentsMargins(1, 1, 1, 1);
    m_rows->setSpacing(0);
}

void ComposeFileList::setFiles(const QList<FoundComposeFile> &files)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const FoundComposeFile &file : files) {
        if (m_rows->count() > 0)
            m_rows->addWidget(new Separator(Qt::Horizontal, this));
        m_rows->addWidget(makeRow(file));
    }
}

QWidget *ComposeFileList::makeRow(const FoundComposeFile &file)
{
    auto *row = new QWidget(this);
    row->setFixedHeight(Fonts::scaled(40));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(14, 0, 8, 0);
    layout->setSpacing(8);
    layout->addWidget(new SymbolLabel(u"file"_s, Tone::Muted, row));
    auto *name = new ElidedLabel(file.name, row);
    name->setLook(13, QFont::Medium);
    layout->addWidget(name, 2);
    auto *path = new ElidedLabel(Humanize::path(file.path), row);
    path->setLook(12, QFont::Normal, Label::Face::Mono);
    path->setTone(Tone::Muted);
    layout->addWidget(path, 8);
    const QString changed
        = tr("changed %1", "\"yesterday\", \"3 weeks ago\", \"in March\"").arg(Humanize::ago(file.changed));
    auto *facts = new ElidedLabel(file.services > 0 ? tr("%1, %2", "\"2 services\" and \"changed yesterday\"")
                                                          .arg(tr("%n service(s)", nullptr, file.services), changed)
                                                    : changed,
                                  row);
    facts->setElideMode(Qt::ElideRight);
    facts->setTone(Tone::Muted);
    layout->addWidget(facts, 8);
    auto *open = new QPushButton(tr("Open"), row);
    setButtonKind(open, ButtonKind::Link);
    open->setAccessibleName(tr("Open %1").arg(file.name));
    open->setObjectName(u"openFound"_s);
    connect(open, &QPushButton::clicked, this, [this, path = file.path] { Q_EMIT openRequested(path); });
    layout->addWidget(open);
    return row;
}

} // namespace Gantry
