// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/volumedetailspane.h"

#include "items/humanize.h"

#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

VolumeDetailsPane::VolumeDetailsPane(QWidget *parent)
    : ObjectDetailsPane(
        tr("Volume details"),
        tr("A volume is a folder that the engine keeps for containers. It stays when they go, and a new "
           "container finds the data again."),
        parent)
{
    more()->addStretch(1);
}

void VolumeDetailsPane::setVolume(const VolumeRow &entry)
{
    const Volume &volume = entry.volume;
    QList<Entry> facts{
        {tr("Driver"), volume.driver},
        {tr("Size"), entry.size < 0 ? tr("not measured") : Humanize::sizeText(entry.size)},
        {tr("Created"), Humanize::ago(volume.created)},
        {tr("Used by"), entry.usage.isEmpty() ? tr("no container") : entry.usage.containers.join(u", "_s)},
        {tr("Folder"), volume.mountpoint, true}};
    for (auto label = volume.labels.begin(); label != volume.labels.end(); ++label)
        facts.append({label == volume.labels.begin() ? tr("Labels") : QString(), label.key() + u'=' + *label, true});
    showObject(volume.name, facts);
}

} // namespace Gantry
