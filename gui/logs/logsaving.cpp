// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logsaving.h"

#include "logs/logpanel.h"
#include "operations/fileexportoperation.h"
#include "shell/uistate.h"
#include "shell/workbench.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const auto folderKey = "logs/saveFolder"_L1;

void save(Workbench *workbench, QList<QStringList> commands, const LogBuffer &buffer, const LogSave::Options &options,
          const QString &path)
{
    for (QStringList &command : commands) {
        if (options.times)
            command.insert(command.lastIndexOf(u"logs"_s) + 1, u"--timestamps"_s);
    }
    OperationLog *log = workbench->operations();
    Operation *operation
        = log->begin(LogPanel::tr("Save log to %1").arg(QFileInfo(path).fileName()), commands.value(0));
    for (qsizetype i = 1; i < commands.size(); ++i)
        operation->addCommand(commands[i]);
    auto *saving = new LogSave(buffer, options, path, log);
    QObject::connect(saving, &LogSave::progress, operation, [operation](qint64 lines, qint64 of) {
        operation->setProgress(of > 0 ? int(lines * 100 / of) : -1,
                               LogPanel::tr("%L1 of %L2 lines").arg(lines).arg(of));
    });
    QObject::connect(saving, &LogSave::finished, operation, [operation, path](qint64 lines) {
        operation->appendOutput(LogPanel::tr("%L1 lines written to %2\n").arg(lines).arg(path));
    });
    startExport(saving, operation);
    operation->setOutputFile(path, true);
}

} // namespace

void saveLog(Workbench *workbench, const QString &name, const QList<QStringList> &commands, const LogBuffer *buffer,
             const LogSave::Options &options, QWidget *parent)
{
    UiState *state = workbench->state();
    auto *dialog
        = new QFileDialog(parent, LogPanel::tr("Save log"), state->value(folderKey, QDir::homePath()).toString(),
                          LogPanel::tr("Log files (*.log);;All files (*)"));
    dialog->setObjectName(u"saveLog"_s);
    dialog->selectFile(name + u".log"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"log"_s);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [=](const QString &path) {
        state->setValue(folderKey, QFileInfo(path).path());
        save(workbench, commands, *buffer, options, path);
    });
    dialog->open();
}

} // namespace Gantry
