// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/imagearchives.h"

#include "lists/imagespage.h"
#include "shell/workbench.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const auto archivesFolderKey = "images/archivesFolder"_L1;

QFileDialog *archiveDialog(Workbench *workbench, const QString &title, const QString &name, QWidget *parent)
{
    auto *dialog
        = new QFileDialog(parent, title, workbench->state()->value(archivesFolderKey, QDir::homePath()).toString(),
                          ImagesPage::tr("Archives of images (*.tar *.tar.gz *.tgz);;All files (*)"));
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::filesSelected, workbench, [workbench](const QStringList &paths) {
        workbench->state()->setValue(archivesFolderKey, QFileInfo(paths.value(0)).path());
    });
    return dialog;
}

} // namespace

void saveImages(Workbench *workbench, const QStringList &names, qint64 expected, QWidget *parent)
{
    QFileDialog *dialog = archiveDialog(workbench, ImagesPage::tr("Save images"), u"saveImages"_s, parent);
    static const QRegularExpression unfit(u"[^A-Za-z0-9._-]+"_s);
    const QString first = names.first().section(u'/', -1);
    dialog->selectFile((names.size() == 1 ? QString(first).replace(unfit, u"_"_s) : u"images"_s) + u".tar"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"tar"_s);
    QObject::connect(dialog, &QFileDialog::fileSelected, workbench,
                     [=](const QString &path) { workbench->archiveCommands()->save(names, path, expected); });
    dialog->open();
}

void loadImages(Workbench *workbench, QWidget *parent)
{
    QFileDialog *dialog = archiveDialog(workbench, ImagesPage::tr("Load images"), u"loadImages"_s, parent);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, workbench, [workbench](const QStringList &paths) {
        for (const QString &path : paths)
            workbench->archiveCommands()->load(path);
    });
    dialog->open();
}

} // namespace Gantry
