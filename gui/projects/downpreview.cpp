// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "projects/downpreview.h"

#include "items/humanize.h"
#include "look/oneline.h"
#include "shell/workbench.h"

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// In a sentence; the rest is counted.
constexpr qsizetype mostInSentence = 6;

QString sentenceList(const QStringList &names)
{
    QStringList shown;
    for (const QString &name : names.first(qMin(names.size(), mostInSentence)))
        shown << shortName(name);
    QString text = shown.join(u", "_s);
    if (names.size() > mostInSentence)
        text += u", +"_s + QString::number(names.size() - mostInSentence);
    return text;
}

} // namespace

DownPreview::DownPreview(const Workbench *workbench, QString project)
    : m_workbench(workbench)
    , m_project(std::move(project))
    , m_volumes(workbench->projectCommands()->volumesOf(m_project))
{
}

QStringList DownPreview::containers() const
{
    QStringList names;
    const QList<ContainerSummary> all = m_workbench->engine()->containers()->ofProject(m_project);
    for (const ContainerSummary &container : all)
        names << container.name;
    names.sort();
    return names;
}

QStringList DownPreview::networks() const
{
    QStringList names;
    for (const Network &network : m_workbench->engine()->networks()) {
        if (network.project() == m_project)
            names << network.name;
    }
    names.sort();
    return names;
}

QStringList DownPreview::images() const
{
    QStringList names;
    const QList<ContainerSummary> all = m_workbench->engine()->containers()->ofProject(m_project);
    for (const ContainerSummary &container : all)
        names << container.image;
    names.removeDuplicates();
    names.sort();
    return names;
}

QStringList DownPreview::foreignVolumes() const
{
    QStringList names;
    const QList<ContainerSummary> all = m_workbench->engine()->containers()->ofProject(m_project);
    for (const ContainerSummary &container : all) {
        for (const ContainerMount &mount : container.mounts) {
            if (mount.type == "volume"_L1 && !mount.name.isEmpty() && !m_volumes.contains(mount.name))
                names << mount.name;
        }
    }
    names.removeDuplicates();
    names.sort();
    return names;
}

QString DownPreview::volumeName(const QString &volume) const
{
    if (!Volume::isAnonymous(volume))
        return volume;
    const QList<ContainerSummary> all = m_workbench->engine()->containers()->ofProject(m_project);
    for (const ContainerSummary &container : all) {
        for (const ContainerMount &mount : container.mounts) {
            if (mount.name == volume)
                return tr("%1 of %2 (anonymous, %3…)", "a folder of a service, and the name of its volume")
                    .arg(shortName(mount.destination), shortName(container.service()), volume.left(12));
        }
    }
    return volume;
}

QString DownPreview::sizeText(const QString &volume, bool measuring) const
{
    const QHash<QString, qint64> &sizes = m_workbench->diskMeter()->volumeSizes();
    if (const auto size = sizes.constFind(volume); size != sizes.cend())
        return Humanize::sizeText(*size);
    return measuring ? tr("being measured") : QString();
}

QString DownPreview::volumeLine(const QString &volume, bool measuring) const
{
    const QString size = sizeText(volume, measuring);
    const QString name = volumeName(volume);
    return size.isEmpty() ? name : tr("%1, %2", "a volume; its size").arg(shortName(name), size);
}

QStringList DownPreview::inSentence(const QStringList &volumes, bool measuring) const
{
    QStringList names;
    for (const QString &volume : volumes) {
        const QString size = sizeText(volume, measuring);
        const QString name = volumeName(volume);
        names << (size.isEmpty() ? name : tr("%1 (%2)", "a volume; its size").arg(shortName(name), size));
    }
    return names;
}

bool DownPreview::lacksSizes() const
{
    const QHash<QString, qint64> &sizes = m_workbench->diskMeter()->volumeSizes();
    return std::any_of(m_volumes.cbegin(), m_volumes.cend(),
                       [&sizes](const QString &volume) { return !sizes.contains(volume); });
}

QString DownPreview::toolTip() const
{
    return (QStringList{tr("Stop and remove the project's containers and networks; volumes stay (D)")} + lines(false))
        .join(u'\n');
}

QStringList DownPreview::lines(bool measuring) const
{
    QStringList lines;
    const QStringList going = containers() + networks();
    if (!going.isEmpty())
        lines << tr("Goes: %1", "names").arg(sentenceList(going));
    const QStringList staying = inSentence(m_volumes + foreignVolumes(), measuring) + images();
    if (!staying.isEmpty())
        lines << tr("Stays: %1", "names").arg(sentenceList(staying));
    return lines;
}

QStringList DownPreview::volumeLines(bool measuring) const
{
    if (m_volumes.isEmpty())
        return {};
    return {tr("Goes, too: %1", "names").arg(sentenceList(inSentence(m_volumes, measuring)))};
}

QString DownPreview::hint() const
{
    const QStringList going = containers() + networks();
    const QString removes = going.isEmpty()
        ? tr("Down removes all containers of %1, with what was written into them, and its networks")
              .arg(shortName(m_project))
        : tr("Down removes %1, with what was written into the containers", "names").arg(sentenceList(going));
    QStringList staying;
    for (const QString &volume : m_volumes)
        staying << volumeLine(volume, false);
    const QString keeps = staying.isEmpty() ? tr("it keeps the volumes.")
                                            : tr("it keeps the volumes: %1.", "names").arg(sentenceList(staying));
    return tr("%1; %2 Stopping removes nothing.", "what Down removes; what it keeps").arg(removes, keeps);
}

Question DownPreview::question(bool measuring) const
{
    const auto count = int(m_volumes.size());
    Question question;
    question.title = tr("Down with volumes");
    question.text = (count == 1 ? tr("Take down %1 and remove 1 volume?")
                                : tr("Take down %1 and remove %n volumes?", nullptr, count))
                        .arg(shortName(m_project));
    for (const QString &volume : m_volumes)
        question.names << tr("Volume %1").arg(volumeLine(volume, measuring));
    const QStringList going = containers();
    for (const QString &container : going)
        question.names << tr("Container %1").arg(shortName(container));
    const QStringList nets = networks();
    for (const QString &network : nets)
        question.names << tr("Network %1").arg(shortName(network));
    question.consequence = count == 1 ? tr("The data in this volume is lost and cannot be brought back.")
                                      : tr("The data in these volumes is lost and cannot be brought back.");
    if (const QStringList staying = images(); !staying.isEmpty())
        question.consequence += u'\n' + tr("Images stay: %1.").arg(sentenceList(staying));
    if (const QStringList foreign = inSentence(foreignVolumes(), measuring); !foreign.isEmpty())
        question.consequence
            += u'\n' + tr("Volumes that are not the project's own stay: %1.").arg(sentenceList(foreign));
    question.verb
        = count == 1 ? tr("Remove 1 volume and take down") : tr("Remove %n volumes and take down", nullptr, count);
    return question;
}

} // namespace Gantry
