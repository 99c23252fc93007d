// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What FilesPanel says of the folders in its tree, and reading them again.
#include "files/filenotice.h"
#include "files/filespanel.h"
#include "files/filestree.h"
#include "files/fileview.h"
#include "items/humanize.h"
#include "look/label.h"
#include "look/oneline.h"
#include "look/plaintooltip.h"
#include "shell/ask.h"
#include "shell/workbench.h"

#include <QAction>
#include <QStackedWidget>

namespace Gantry {

using namespace Qt::StringLiterals;

void FilesPanel::reload()
{
    const QModelIndex root = m_tree->rootIndex();
    m_model->reload(root);
    // An archive tells of what is below, too.
    if (m_model->state(root).route == FolderReader::Route::Archive && !m_model->host().runs)
        return;
    for (QModelIndex row = m_model->index(0, 0, root); row.isValid(); row = m_tree->indexBelow(row)) {
        if (m_tree->isExpanded(row))
            m_model->load(row);
    }
}

void FilesPanel::readAgain()
{
    const QModelIndex told = toldFolder();
    if (told == m_tree->rootIndex())
        reload();
    else
        m_model->reload(told);
}

void FilesPanel::readWhole()
{
    qint64 size = -1;
    for (const ImageSummary &image : m_workbench->engine()->images()) {
        if (image.id == m_container.imageId)
            size = image.size;
    }
    Question question;
    question.title = tr("Read everything");
    question.text = tr("Read all files of %1?").arg(shortName(m_container.name));
    question.consequence = size > 0
        ? tr("The engine sends all of them to tell their names: %1 of its image, and what was added since. What has "
             "been "
             "read is then shown without waiting.")
              .arg(Humanize::sizeText(size))
        : tr("The engine sends all of them to tell their names. What has been read is then shown without waiting.");
    question.verb = tr("Read everything");
    question.destroys = false;
    ask(this, question, [this, id = m_container.id](bool) {
        if (id == m_container.id)
            m_model->loadWhole({});
    });
}

void FilesPanel::followState(const QByteArray &path)
{
    const bool isShown = path == shownFolder();
    const QByteArray told = folderToTell();
    if (isShown || path == told || path == m_told) {
        m_told = told;
        m_notice->follow(m_model->state(toldFolder()), QString::fromUtf8(told), m_container.name, m_model->host().runs);
    }
    if (isShown)
        describe();
}

QByteArray FilesPanel::folderToTell() const
{
    const QByteArray shown = shownFolder();
    const QByteArray prefix = pathIn(shown, {});
    QByteArray told = shown;
    int most = FileNotice::urgency(m_model->state(m_tree->rootIndex()));
    const QByteArrayList paths = m_model->unfinished();
    for (const QByteArray &path : paths) {
        bool found = false;
        const QModelIndex folder = m_model->indexOf(path, &found);
        if (!found || path == shown || !path.startsWith(prefix))
            continue;
        const FileTreeModel::State state = m_model->state(folder);
        const int urgency = FileNotice::urgency(state);
        const bool isOpen = state.problem.isEmpty() || m_tree->isExpanded(folder);
        if (isOpen && (urgency > most || (urgency == most && told != shown && path == m_told))) {
            told = path;
            most = urgency;
        }
    }
    return told;
}

QModelIndex FilesPanel::toldFolder() const
{
    bool found = false;
    const QModelIndex folder = m_model->indexOf(m_told, &found);
    return found ? folder : m_tree->rootIndex();
}

void FilesPanel::describe()
{
    const QModelIndexList selected = m_tree->selectedRows();
    m_save->setEnabled(!selected.isEmpty() || m_pages->currentWidget() == m_view);
    m_save->setToolTip(plainToolTip(
        m_save->isEnabled() ? m_save->text() : m_save->text() + u'\n' + tr("No file or folder is selected.")));
    if (m_drag && m_isDragging)
        return; // which the foot tells of
    const QModelIndex root = m_tree->rootIndex();
    const FileTreeModel::State state = m_model->state(root);
    QStringList facts;
    if (state.isBeingRead && state.known == FileNode::Known::Nothing)
        facts << tr("Reading…");
    else if (!m_container.id.isEmpty())
        facts << tr("%n item(s)", nullptr, m_model->rowCount(root));
    qint64 size = 0;
    for (const QModelIndex &index : selected)
        size += m_model->entry(index).type == FileEntry::Type::File ? m_model->entry(index).size : 0;
    if (selected.size() > 1)
        facts << tr("%n selected, %1", nullptr, int(selected.size())).arg(Humanize::sizeText(size));
    if (state.route == FolderReader::Route::Archive && state.known != FileNode::Known::Nothing) {
        facts << (m_model->host().runs ? tr("read from the archive: no program in the container lists folders")
                                       : tr("read from the archive: the container is not running"));
    }
    if (state.known == FileNode::Known::Some && state.route == FolderReader::Route::Archive && !state.isBeingRead)
        facts << tr("not all of it");
    m_foot->setText(facts.join(u" · "_s));
}

} // namespace Gantry
