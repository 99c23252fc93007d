// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/statssaving.h"

#include "operations/fileexportoperation.h"
#include "shell/uistate.h"
#include "shell/workbench.h"
#include "stats/statscsv.h"
#include "stats/statspane.h"
#include "stats/statsstore.h"

#include <QBuffer>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QPixmap>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const auto StatsFolderKey = "stats/saveFolder"_L1;

void askForFile(Workbench *workbench, StatsPane *pane, const QString &title, const QString &filter,
                const QString &suffix, const std::function<void(const QString &path)> &then)
{
    UiState *state = workbench->state();
    auto *dialog = new QFileDialog(pane, title, state->value(StatsFolderKey, QDir::homePath()).toString(), filter);
    dialog->setObjectName(u"saveStatsDialog"_s);
    dialog->selectFile(pane->subject() + u"-stats."_s + suffix);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    QObject::connect(dialog, &QFileDialog::fileSelected, pane, [=](const QString &path) {
        state->setValue(StatsFolderKey, QFileInfo(path).path());
        then(path);
    });
    dialog->open();
}

/// Where the same is seen in a terminal.
QStringList statsCommand(Workbench *workbench, const StatsPane *pane)
{
    QStringList command = workbench->engine()->commandPrefix();
    command << u"stats"_s << u"--no-stream"_s;
    for (const StatsPane::Source &source : pane->sources()) {
        for (const QString &id : source.containers)
            command << workbench->engine()->containers()->container(id).name;
    }
    return command;
}

void beginSaving(Workbench *workbench, const StatsPane *pane, const FileExport::Producer &producer, qint64 records,
                 const QString &path, const QString &written)
{
    OperationLog *log = workbench->operations();
    Operation *operation = log->begin(StatsPane::tr("Save statistics to %1").arg(QFileInfo(path).fileName()),
                                      statsCommand(workbench, pane));
    auto *saving = new FileExport(producer, path, records, log);
    QObject::connect(saving, &FileExport::finished, operation,
                     [operation, written](qint64, qint64) { operation->appendOutput(written + u'\n'); });
    startExport(saving, operation);
}

} // namespace

void saveStatsPicture(Workbench *workbench, StatsPane *pane)
{
    const QImage image = pane->picture().toImage();
    askForFile(workbench, pane, StatsPane::tr("Save plots"), StatsPane::tr("Images (*.png);;All files (*)"), u"png"_s,
               [=](const QString &path) {
                   const auto encode = [image](FileExport::Sink *sink) {
                       QByteArray bytes;
                       QBuffer buffer(&bytes);
                       if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
                           return StatsPane::tr("the image cannot be encoded");
                       sink->buffer() += bytes;
                       sink->goOn(1);
                       return QString();
                   };
                   beginSaving(workbench, pane, encode, 1, path, StatsPane::tr("Image written to %1").arg(path));
               });
}

void saveStatsValues(Workbench *workbench, StatsPane *pane)
{
    askForFile(workbench, pane, StatsPane::tr("Save values"), StatsPane::tr("CSV files (*.csv);;All files (*)"),
               u"csv"_s, [=](const QString &path) {
                   QList<StatsCsv::Source> sources;
                   for (const StatsPane::Source &source : pane->sources()) {
                       for (const QString &id : source.containers) {
                           const StatsHistory *history = workbench->statsStore()->history(id);
                           if (history) {
                               sources.append({workbench->engine()->containers()->container(id).name,
                                               pane->isProject() ? source.name : QString(), *history});
                           }
                       }
                   }
                   const qint64 records = StatsCsv::records(sources);
                   beginSaving(workbench, pane, StatsCsv::producer(sources), records, path,
                               StatsPane::tr("%L1 samples written to %2").arg(records).arg(path));
               });
}

} // namespace Gantry
