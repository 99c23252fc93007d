// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/createvolumedialog.h"

#include "look/card.h"
#include "look/fonts.h"
#include "shell/workbench.h"

#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int LabelsHeight = 72;

} // namespace

CreateVolumeDialog::CreateVolumeDialog(Workbench *workbench, ObjectCommands *commands, QWidget *parent)
    : CreateDialog({u"createVolume"_s, tr("Create volume"), tr("Name of the volume:"),
                    tr("There is a volume of this name already.")},
                   workbench, commands, parent)
    , m_labels(new QPlainTextEdit(this))
{
    m_labels->setObjectName(u"labels"_s);
    m_labels->setTabChangesFocus(true);
    m_labels->setFixedHeight(Fonts::scaled(LabelsHeight));
    m_labels->setPlaceholderText(u"name=value"_s);
    m_labels->setAccessibleName(tr("Labels"));
    m_labels->setFrameShape(QFrame::NoFrame);
    auto *frame = new Card(Card::Kind::Strong, this);
    frame->setFocusProxy(m_labels);
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(4, 2, 4, 2);
    inside->addWidget(m_labels);
    addField(tr("Labels"), tr("Labels, one a line:"), frame);
    check();
}

/// The engine would answer with the one that is there.
bool CreateVolumeDialog::isTaken(const QString &name) const
{
    const QList<Volume> &volumes = workbench()->engine()->volumes();
    return std::any_of(volumes.cbegin(), volumes.cend(), [&name](const Volume &volume) { return volume.name == name; });
}

QString CreateVolumeDialog::problem() const
{
    // The rule of Docker's names (volume/local): [a-zA-Z0-9][a-zA-Z0-9_.-]+
    static const QRegularExpression allowed(u"\\A[a-zA-Z0-9][a-zA-Z0-9_.-]+\\z"_s);
    if (allowed.match(name()).hasMatch())
        return {};
    return tr("A name has at least two characters: letters without accents, digits, and _ . - after the first one.");
}

QMap<QString, QString> CreateVolumeDialog::labels() const
{
    QMap<QString, QString> labels;
    const QStringList lines = m_labels->toPlainText().split(u'\n');
    for (const QString &line : lines) {
        if (const QString key = line.section(u'=', 0, 0).trimmed(); !key.isEmpty())
            labels.insert(key, line.section(u'=', 1).trimmed());
    }
    return labels;
}

Operation *CreateVolumeDialog::act()
{
    return commands()->createVolume(name(), labels());
}

} // namespace Gantry
