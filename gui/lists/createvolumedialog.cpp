// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/createvolumedialog.h"

#include "look/card.h"
#include "look/fonts.h"
#include "shell/workbench.h"

#include <QLineEdit>
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
    : FormDialog(u"createVolume"_s, tr("Create volume"), tr("Create volume"), parent)
    , m_workbench(workbench)
    , m_commands(commands)
    , m_name(new QLineEdit(this))
    , m_labels(new QPlainTextEdit(this))
{
    m_name->setObjectName(u"name"_s);
    m_labels->setObjectName(u"labels"_s);
    m_labels->setTabChangesFocus(true);
    m_labels->setFixedHeight(Fonts::scaled(LabelsHeight));
    m_labels->setPlaceholderText(u"name=value"_s);
    addField(tr("Name"), tr("Name of the volume:"), m_name);
    m_labels->setAccessibleName(tr("Labels"));
    m_labels->setFrameShape(QFrame::NoFrame);
    auto *frame = new Card(Card::Kind::Strong, this);
    frame->setFocusProxy(m_labels);
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(4, 2, 4, 2);
    inside->addWidget(m_labels);
    addField(tr("Labels"), tr("Labels, one a line:"), frame);
    connect(m_name, &QLineEdit::textChanged, this, &CreateVolumeDialog::check);
    check();
}

std::optional<QString> CreateVolumeDialog::obstacle() const
{
    // The rule of Docker's names (volume/local): [a-zA-Z0-9][a-zA-Z0-9_.-]+
    static const QRegularExpression allowed(u"\\A[a-zA-Z0-9][a-zA-Z0-9_.-]+\\z"_s);
    const QString name = m_name->text();
    if (name.isEmpty())
        return QString();
    if (!allowed.match(name).hasMatch()) {
        return tr("A name has at least two characters: letters without accents, digits, and _ . - after the first "
                  "one.");
    }
    // The engine would answer with the one that is there.
    const QList<Volume> &volumes = m_workbench->engine()->volumes();
    if (std::any_of(volumes.cbegin(), volumes.cend(), [&name](const Volume &volume) { return volume.name == name; }))
        return tr("There is a volume of this name already.");
    return std::nullopt;
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
    return m_commands->createVolume(m_name->text(), labels());
}

} // namespace Gantry
