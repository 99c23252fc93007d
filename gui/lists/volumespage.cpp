// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/volumespage.h"

#include "items/humanize.h"
#include "items/volumemodel.h"
#include "lists/createvolumedialog.h"
#include "lists/volumedetailspane.h"
#include "look/oneline.h"
#include "shell/ask.h"
#include "shell/workbench.h"

namespace Gantry {

using namespace Qt::StringLiterals;

VolumesPage::VolumesPage(Workbench *workbench, QWidget *parent)
    : VolumesPage(workbench, new VolumeModel(workbench->engine()->containers()), parent)
{
}

VolumesPage::VolumesPage(Workbench *workbench, VolumeModel *model, QWidget *parent)
    : ListPage(workbench,
               {u"volumes"_s,
                u"volume"_s,
                tr("Volumes"),
                tr("Filter by name, project…"),
                tr("There are no volumes. Containers that keep data make them."),
                ActionRegistry::Menu::Tools,
                tr("Copy volume name"),
                {},
                tr("Remove volumes…")},
               model, parent)
    , m_model(model)
{
    connect(addAction(u"create"_s, tr("Create volume…"), tr("Create…"), tr("Make a volume that containers can use"),
                      u"plus"_s, false),
            &QAction::triggered, this,
            [this] { (new CreateVolumeDialog(this->workbench(), commands(), this))->open(); });
    connect(addAction(u"measure"_s, tr("Measure volumes"), tr("Measure sizes"),
                      tr("Ask the engine how much each volume holds"), u"stats"_s, false),
            &QAction::triggered, workbench->diskMeter(), &DiskMeter::measure);
    addHeaderButtons();
    addChips({tr("All"), tr("In use"), tr("Unused")});
    m_details = new VolumeDetailsPane(this);
    setDetails(m_details);
    setColumnWeights({34, 16, 18, 10, 10, 12});
    const DiskMeter *meter = workbench->diskMeter();
    connect(meter, &DiskMeter::measured, this, [this, meter] { m_model->setSizes(meter->volumeSizes()); });
    const auto follow = [this] {
        m_model->setVolumes(this->workbench()->engine()->volumes());
        refresh();
    };
    connect(workbench->engine(), &Engine::volumesChanged, this, follow);
    follow();
}

bool VolumesPage::belongs(int row, int chip) const
{
    return chip == All || m_model->row(row).usage.isEmpty() == (chip == Unused);
}

void VolumesPage::followSelection(const QList<int> &rows)
{
    if (rows.size() == 1)
        m_details->setVolume(m_model->row(rows.first()));
    else
        m_details->clear();
    setObstacle(u"create"_s, commonObstacle(false));
    setObstacle(u"measure"_s, commonObstacle(false));
}

QString VolumesPage::fact() const
{
    int unused = 0;
    for (const VolumeRow &row : m_model->rows()) {
        if (row.usage.isEmpty())
            ++unused;
    }
    if (m_model->rowCount() == 0)
        return tr("none yet");
    const QString all = tr("%n volume(s)", nullptr, m_model->rowCount());
    return unused == 0 ? all
                       : tr("%1, %2 unused", "\"9 volumes\" and how many of them nothing uses").arg(all).arg(unused);
}

QStringList VolumesPage::names(const QList<int> &rows) const
{
    QStringList result;
    for (const int row : rows)
        result.append(m_model->row(row).volume.name);
    return result;
}

QString VolumesPage::removeObstacle(const QList<int> &rows) const
{
    for (const int row : rows) {
        const VolumeRow &volume = m_model->row(row);
        if (!volume.usage.isEmpty()) {
            return tr("%1 uses %2. Remove the container first.", "a container, or \"3 containers\"; a volume")
                .arg(shortName(volume.usage.containersText()), shortName(volume.volume.name));
        }
    }
    return {};
}

void VolumesPage::remove(const QList<int> &rows)
{
    QList<ObjectCommands::Target> targets;
    Question question;
    for (const int row : rows) {
        const VolumeRow &volume = m_model->row(row);
        targets.append({volume.volume.name, volume.volume.name});
        const QString project = volume.usage.projectsText(volume.volume.project());
        QString line = project.isEmpty()
            ? volume.volume.name
            : tr("%1, of project %2", "a volume").arg(shortName(volume.volume.name), shortName(project));
        if (volume.size >= 0)
            line = tr("%1, %2", "a volume; its size").arg(line, Humanize::sizeText(volume.size));
        question.names.append(line);
    }
    const int number = int(rows.size());
    question.title = tr("Remove volumes");
    question.text = tr("Remove %n volume(s) with all data?", nullptr, number);
    question.consequence = tr("The data is lost for good.");
    question.verb = tr("Remove %n volume(s)", nullptr, number);
    ask(this, question, [this, targets](bool) { commands()->removeVolumes(targets); });
}

} // namespace Gantry
