// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/fileexportoperation.h"

#include "fileexport.h"
#include "operations/operation.h"

#include <QPointer>

namespace Gantry {

void startExport(FileExport *file, Operation *operation)
{
    operation->setOutputFile(file->path());
    operation->setCanceller([file = QPointer<FileExport>(file)] {
        if (file)
            file->cancel();
    });
    QObject::connect(file, &FileExport::finished, operation, [operation, file] {
        operation->succeed();
        file->deleteLater();
    });
    QObject::connect(file, &FileExport::failed, operation, [operation, file](const QString &sentence) {
        if (operation->state() == Operation::State::Cancelling)
            operation->setCancelled();
        else
            operation->fail(sentence);
        file->deleteLater();
    });
    file->start();
}

} // namespace Gantry
