// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Copies of FilesPanel: out of the container and into it, by dialog, by drag and drop, and from the clipboard.
#include "engine/onanswer.h"
#include "files/filecommands.h"
#include "files/filedrag.h"
#include "files/filenotice.h"
#include "files/fileplacing.h"
#include "files/filespanel.h"
#include "files/filestree.h"
#include "files/fileview.h"
#include "look/icons.h"
#include "look/label.h"
#include "look/oneline.h"
#include "shell/ask.h"
#include "shell/workbench.h"

#include <QClipboard>
#include <QDir>
#include <QDrag>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QStackedWidget>
#include <QUrl>
#include <QtConcurrentRun>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const auto FilesFolderKey = "files/folder"_L1;
/// Of more it is only asked in general.
constexpr qsizetype MostLookedFor = 100;

} // namespace

QList<CopyOut::Item> FilesPanel::selectedItems() const
{
    QList<CopyOut::Item> items;
    if (m_pages->currentWidget() == m_view) {
        // It may have been reached through a link that nobody followed before.
        bool found = false;
        const QModelIndex index = m_model->indexOf(m_view->path(), &found);
        const bool isFile = found && m_model->entry(index).type == FileEntry::Type::File;
        return {{m_view->path(), lastName(m_view->path()), isFile ? m_model->entry(index).size : -1, !isFile}};
    }
    const QModelIndexList selected = m_tree->selectedRows();
    for (const QModelIndex &index : selected) {
        // What is in a folder that is selected, too, comes with it.
        bool isWithin = false;
        for (QModelIndex above = index.parent(); above.isValid() && !isWithin; above = above.parent())
            isWithin = selected.contains(above);
        if (isWithin)
            continue;
        const FileEntry &entry = m_model->entry(index);
        items << CopyOut::Item{m_model->path(index), entry.name, entry.type == FileEntry::Type::File ? entry.size : -1,
                               entry.isLink(), entry.modified};
    }
    return items;
}

void FilesPanel::saveSelected()
{
    const QList<CopyOut::Item> items = selectedItems();
    if (items.isEmpty())
        return;
    if (items.size() == 1 && items.first().size >= 0)
        saveFile(items.first());
    else
        chooseFolder(items);
}

void FilesPanel::saveFile(const CopyOut::Item &item)
{
    UiState *state = m_workbench->state();
    auto *dialog = new QFileDialog(this, tr("Save file"), state->value(FilesFolderKey, QDir::homePath()).toString());
    dialog->setObjectName(u"saveFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QFile::decodeName(item.name));
    connect(dialog, &QFileDialog::fileSelected, this, [this, state, item, id = m_container.id](const QString &path) {
        const QFileInfo file(path);
        state->setValue(FilesFolderKey, file.path());
        CopyOut::Item renamed = item;
        renamed.name = QFile::encodeName(file.fileName());
        // The dialog has asked.
        m_workbench->fileCommands()->copyOut(id, {renamed}, file.path(), true);
    });
    dialog->open();
}

void FilesPanel::chooseFolder(const QList<CopyOut::Item> &items)
{
    UiState *state = m_workbench->state();
    auto *dialog
        = new QFileDialog(this, tr("Save to folder"), state->value(FilesFolderKey, QDir::homePath()).toString());
    dialog->setObjectName(u"saveToFolder"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, state, items, id = m_container.id](const QString &folder) {
        state->setValue(FilesFolderKey, folder);
        if (id == m_container.id)
            copyOutTo(items, folder);
    });
    dialog->open();
}

void FilesPanel::copyOutTo(const QList<CopyOut::Item> &items, const QString &folder)
{
    QList<QByteArray> names;
    for (const CopyOut::Item &item : items)
        names << item.name;
    const auto start = [this, items, folder, id = m_container.id](bool overwrite) {
        m_workbench->fileCommands()->copyOut(id, items, folder, overwrite);
    };
    onAnswer(QtConcurrent::run(&FilePlacing::existing, QFile::encodeName(folder), names), this,
             [this, start, folder](const QList<QByteArray> &existing) {
                 if (existing.isEmpty()) {
                     start(false);
                     return;
                 }
                 Question question;
                 question.title = tr("Overwrite files");
                 question.text = tr("Overwrite what is in “%1” already?").arg(shortName(folder));
                 question.consequence = tr("Files of the same name are replaced; folders become one.");
                 for (const QByteArray &name : existing)
                     question.names << QFile::decodeName(name);
                 question.verb = tr("Overwrite %n", "files or folders", int(existing.size()));
                 ask(this, question, [start](bool) { start(true); });
             });
}

void FilesPanel::chooseFiles(bool folders)
{
    UiState *state = m_workbench->state();
    auto *dialog
        = new QFileDialog(this, folders ? tr("Copy a folder into the container") : tr("Copy into the container"),
                          state->value(FilesFolderKey, QDir::homePath()).toString());
    dialog->setObjectName(u"copyIntoContainer"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folders ? QFileDialog::Directory : QFileDialog::ExistingFiles);
    dialog->setOption(QFileDialog::ShowDirsOnly, folders);
    dialog->setLabelText(QFileDialog::Accept, tr("Copy"));
    const QByteArray folder = shownFolder();
    connect(dialog, &QFileDialog::filesSelected, this,
            [this, state, folder, id = m_container.id](const QStringList &paths) {
                state->setValue(FilesFolderKey, QFileInfo(paths.value(0)).path());
                if (id == m_container.id)
                    copyIn(paths, folder);
            });
    dialog->open();
}

void FilesPanel::paste()
{
    QStringList paths;
    if (const QMimeData *copied = QGuiApplication::clipboard()->mimeData()) {
        const QList<QUrl> urls = copied->urls();
        for (const QUrl &url : urls) {
            if (url.isLocalFile())
                paths << url.toLocalFile();
        }
    }
    if (!paths.isEmpty())
        copyIn(paths, shownFolder());
}

void FilesPanel::copyIn(const QStringList &sources, const QByteArray &folder)
{
    if (sources.isEmpty() || m_container.id.isEmpty())
        return;
    if (sources.size() > MostLookedFor)
        askAndCopyIn({sources, folder, {}, false});
    else
        lookForExisting({sources, folder, {}, true}, 0);
}

void FilesPanel::lookForExisting(const Incoming &incoming, qsizetype next)
{
    EngineClient *client = m_workbench->engine()->client();
    if (next >= incoming.sources.size() || !client) {
        askAndCopyIn(incoming);
        return;
    }
    const QString name = QFileInfo(QDir::cleanPath(incoming.sources.at(next))).fileName();
    const auto goOn = [=, this, id = m_container.id](bool isAbsent, bool isSure) {
        if (id != m_container.id)
            return;
        Incoming known = incoming;
        if (!isAbsent)
            known.existing << name;
        known.isSure = known.isSure && isSure;
        lookForExisting(known, next + 1);
    };
    onAnswer<EngineError>(
        client->statPath(m_container.id, pathIn(incoming.folder, QFile::encodeName(name))), this,
        [goOn](const PathStat &) { goOn(false, true); },
        // What the engine does not see may still be there.
        [goOn](const EngineError &error) { goOn(error.isNotFound(), error.isNotFound()); });
}

void FilesPanel::askAndCopyIn(const Incoming &incoming)
{
    if (incoming.isSure && incoming.existing.isEmpty()) {
        startCopyIn(incoming.sources, incoming.folder);
        return;
    }
    Question question;
    question.title = tr("Overwrite files");
    question.text = (incoming.isSure ? tr("Overwrite what is in %1 of %2 already?", "a folder; a container")
                                     : tr("Overwrite what may be in %1 of %2 already?", "a folder; a container"))
                        .arg(shortName(QString::fromUtf8(incoming.folder)), shortName(m_container.name));
    question.consequence = tr("Files of the same name are replaced; folders become one.");
    question.names = incoming.existing;
    question.verb = incoming.isSure ? tr("Overwrite %n", "files or folders", int(incoming.existing.size()))
                                    : tr("Copy and overwrite");
    ask(this, question, [this, incoming, id = m_container.id](bool) {
        if (id == m_container.id)
            startCopyIn(incoming.sources, incoming.folder);
    });
}

void FilesPanel::startCopyIn(const QStringList &sources, const QByteArray &folder)
{
    Operation *operation = m_workbench->fileCommands()->copyIn(m_container.id, sources, folder);
    connect(operation, &Operation::finished, this, [this, folder, id = m_container.id] {
        bool found = false;
        const QModelIndex index = m_model->indexOf(folder, &found);
        if (id == m_container.id && found)
            m_model->reload(index);
    });
}

void FilesPanel::buildDrag()
{
    m_drag = new FileDrag(m_workbench->fileCommands(), this);
    connect(m_tree, &FilesTree::dragBegun, this, [this] { m_drag->begin(m_container.id, selectedItems()); });
    connect(m_drag, &FileDrag::fetching, this, [this](int count) {
        m_isDragging = true;
        m_foot->setText(
            tr("Fetching %n file(s) or folder(s): keep the button pressed until the drag begins.", nullptr, count));
    });
    connect(m_drag, &FileDrag::failed, this, [this] {
        m_isDragging = false;
        describe();
    });
    connect(m_drag, &FileDrag::ready, this, [this](const QList<QUrl> &urls) {
        m_isDragging = false;
        describe();
        if (QGuiApplication::mouseButtons().testFlag(Qt::LeftButton))
            drag(urls);
        else
            m_foot->setText(tr("%n file(s) or folder(s) are here: drag them again now, wherever they should go.",
                               nullptr, int(urls.size())));
    });
}

void FilesPanel::drag(const QList<QUrl> &urls)
{
    auto *mime = new QMimeData;
    mime->setUrls(urls);
    auto *dragged = new QDrag(m_tree);
    dragged->setObjectName(u"filesDrag"_s);
    dragged->setMimeData(mime);
    dragged->setPixmap(symbolIcon(urls.size() == 1 ? u"file"_s : u"folder"_s).pixmap(24, 24));
    dragged->exec(Qt::CopyAction);
}

} // namespace Gantry
