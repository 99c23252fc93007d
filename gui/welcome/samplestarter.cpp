// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "welcome/samplestarter.h"

#include "engine/onanswer.h"
#include "shell/ask.h"
#include "shell/workbench.h"

#include <QDir>
#include <QDirIterator>
#include <QFileDialog>
#include <QtConcurrent>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const QString Source = u":/sample"_s;

} // namespace

SampleStarter::SampleStarter(Workbench *workbench, QWidget *window)
    : m_workbench(workbench)
    , m_window(window)
{
    connect(workbench, &Workbench::openSampleRequested, this, &SampleStarter::chooseFolder);
    connect(workbench->projectStore(), &ProjectStore::opened, this, &SampleStarter::startOpened);
}

QString SampleStarter::defaultFolder()
{
    return QDir::home().filePath(u"gantry-sample"_s);
}

QString SampleStarter::copyTo(const QString &folder)
{
    const QDir target(folder);
    QDirIterator files(Source, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString copy = target.filePath(file.mid(Source.size() + 1));
        if (!QDir().mkpath(QFileInfo(copy).path()))
            return tr("The folder %1 cannot be made.").arg(QFileInfo(copy).path());
        // What is there may hold the user's changes.
        if (QFileInfo::exists(copy))
            continue;
        QFile reader(file);
        QFile writer(copy);
        if (!reader.open(QIODevice::ReadOnly))
            return tr("The sample cannot be read: %1").arg(reader.errorString());
        if (!writer.open(QIODevice::WriteOnly | QIODevice::NewOnly) || writer.write(reader.readAll()) < 0
            || !writer.flush())
            return tr("%1 cannot be written: %2").arg(copy, writer.errorString());
    }
    return {};
}

void SampleStarter::chooseFolder()
{
    auto *dialog = new QFileDialog(m_window, tr("Folder for the sample project"), QDir::homePath());
    dialog->setObjectName(u"sampleFolder"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->setLabelText(QFileDialog::Accept, tr("Copy and start"));
    dialog->selectFile(QFileInfo(defaultFolder()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, &SampleStarter::copyAndStart);
    dialog->open();
}

void SampleStarter::startOpened(const QString &project, const QString &path)
{
    if (path != m_toStart)
        return;
    m_toStart.clear();
    // Where containers of another folder have the project's name, Up would start those: the page says so.
    if (m_workbench->projectStore()->project(project).clash.isEmpty())
        Q_EMIT m_workbench->upProjectRequested(project);
}

void SampleStarter::copyAndStart(const QString &folder)
{
    onAnswer(QtConcurrent::run(&SampleStarter::copyTo, folder), this, [this, folder](const QString &problem) {
        if (!problem.isEmpty()) {
            tell(m_window, tr("Sample project"), tr("The sample project could not be copied."), problem);
            return;
        }
        m_toStart = QDir::cleanPath(folder);
        Q_EMIT m_workbench->openPathRequested(folder);
    });
}

} // namespace Gantry
