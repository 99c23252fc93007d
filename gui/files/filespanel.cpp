// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/filespanel.h"

#include "engine/onanswer.h"
#include "files/filenotice.h"
#include "files/filestree.h"
#include "files/fileview.h"
#include "look/actionbutton.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/label.h"
#include "look/menubutton.h"
#include "look/oneline.h"
#include "look/separator.h"
#include "look/symbolbutton.h"
#include "shell/workbench.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace Gantry {

using namespace Qt::StringLiterals;

FilesPanel::FilesPanel(Workbench *workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_model(new FileTreeModel(workbench->engine(), this))
{
    setObjectName(u"filesPanel"_s);
    build();
    buildDrag();
    connect(m_model, &FileTreeModel::stateChanged, this, &FilesPanel::followState);
    connect(m_model, &FileTreeModel::loaded, this, [this](const QByteArray &path) {
        if (path == shownFolder() && !m_wanted.isEmpty())
            select(std::exchange(m_wanted, {}));
        describe();
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &folder) {
        if (folder == m_tree->rootIndex() && !m_tree->currentIndex().isValid())
            m_tree->selectionModel()->setCurrentIndex(m_model->index(0, 0, folder), QItemSelectionModel::NoUpdate);
    });
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, [this] {
        // The folder that was shown may be gone.
        if (!m_tree->rootIndex().isValid() && m_shown != "/")
            showFolder({});
    });
    connect(workbench->engine(), &Engine::stateChanged, this, [this](Engine::State state) {
        const bool failed
            = !m_model->state(m_tree->rootIndex()).problem.isEmpty() || !m_model->state(toldFolder()).problem.isEmpty();
        if (state == Engine::State::Connected && isVisible() && failed)
            reload();
    });
    describe();
}

void FilesPanel::build()
{
    m_notice = new FileNotice(this);
    auto *notice = new QVBoxLayout;
    notice->setContentsMargins(12, 8, 12, 0);
    notice->addWidget(m_notice);
    connect(m_notice, &FileNotice::wholeRequested, this, &FilesPanel::readWhole);
    connect(m_notice, &FileNotice::goOnRequested, this, [this] { m_model->goOn(toldFolder()); });
    connect(m_notice, &FileNotice::stopRequested, this, [this] { m_model->stop(toldFolder()); });
    connect(m_notice, &FileNotice::againRequested, this, &FilesPanel::readAgain);

    m_tree = new FilesTree(m_model, m_workbench->state(), this);
    connect(m_tree, &QTreeView::activated, this, &FilesPanel::open);
    connect(m_tree, &QTreeView::expanded, m_model, &FileTreeModel::load);
    // What went wrong in a folder is told while somebody looks into it.
    const auto follow = [this](const QModelIndex &folder) { followState(m_model->path(folder)); };
    connect(m_tree, &QTreeView::expanded, this, follow);
    connect(m_tree, &QTreeView::collapsed, this, follow);
    connect(m_tree, &FilesTree::upRequested, this, &FilesPanel::goUp);
    connect(m_tree, &FilesTree::reloadRequested, this, &FilesPanel::reload);
    connect(m_tree, &FilesTree::copyPathRequested, this, &FilesPanel::copyPath);
    connect(m_tree, &FilesTree::pasteRequested, this, &FilesPanel::paste);
    connect(m_tree, &FilesTree::filesDropped, this, [this](const QStringList &paths, const QModelIndex &folder) {
        copyIn(paths, folder.isValid() ? m_model->path(folder) : shownFolder());
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FilesPanel::describe);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);

    m_view = new FileView(this);
    connect(m_view, &FileView::backRequested, this, &FilesPanel::showTree);
    connect(m_view, &FileView::saveRequested, this, &FilesPanel::saveSelected);

    m_foot = new Label(this);
    m_foot->setObjectName(u"filesFoot"_s);
    m_foot->setTone(Tone::Faint);
    m_foot->setLook(12);
    m_foot->setContentsMargins(20, 5, 12, 6);
    m_foot->setWordWrap(true);
    m_foot->setMostLines(2);

    m_folderPage = new QWidget(this);
    auto *folder = new QVBoxLayout(m_folderPage);
    folder->setContentsMargins(0, 0, 0, 0);
    folder->setSpacing(0);
    folder->addWidget(buildBar());
    folder->addLayout(notice);
    folder->addWidget(m_tree, 1);
    folder->addWidget(new Separator(Qt::Horizontal, this));
    folder->addWidget(m_foot);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_folderPage);
    m_pages->addWidget(m_view);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
}

QWidget *FilesPanel::buildBar()
{
    auto *bar = new QWidget(this);
    m_up = makeSymbolButton(u"arrow-up"_s, tr("The folder above (Backspace)"), u"filesUp"_s, bar);
    m_up->setAccessibleName(tr("The folder above"));
    m_up->setFocusPolicy(Qt::TabFocus);
    connect(m_up, &QToolButton::clicked, this, &FilesPanel::goUp);
    m_path = new QLineEdit(bar);
    m_path->setObjectName(u"filesPath"_s);
    m_path->setAccessibleName(tr("Path"));
    m_path->setFont(Fonts::mono(12));
    connect(m_path, &QLineEdit::returnPressed, this, [this] { goTo(typedPath()); });
    QToolButton *refresh = makeSymbolButton(u"refresh"_s, tr("Read the folder again (F5)"), u"filesRefresh"_s, bar);
    refresh->setAccessibleName(tr("Read again"));
    refresh->setFocusPolicy(Qt::TabFocus);
    connect(refresh, &QToolButton::clicked, this, &FilesPanel::reload);

    const auto make = [this](const QString &text, const QString &name, const QString &icon) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        action->setIcon(symbolIcon(icon));
        return action;
    };
    QAction *openIt = make(tr("Open"), u"filesOpen"_s, u"eye"_s);
    connect(openIt, &QAction::triggered, this, [this] { open(m_tree->currentIndex()); });
    m_save = make(tr("Save…"), u"filesSave"_s, u"download"_s);
    connect(m_save, &QAction::triggered, this, &FilesPanel::saveSelected);
    m_copyIn = make(tr("Copy into the folder…"), u"filesCopyIn"_s, u"upload"_s);
    QAction *copyFolder = make(tr("Copy a folder into the folder…"), u"filesCopyFolderIn"_s, u"folder"_s);
    connect(m_copyIn, &QAction::triggered, this, [this] { chooseFiles(false); });
    connect(copyFolder, &QAction::triggered, this, [this] { chooseFiles(true); });
    QAction *path = make(tr("Copy path"), u"filesCopyPath"_s, u"copy"_s);
    connect(path, &QAction::triggered, this, &FilesPanel::copyPath);
    const QList<QAction *> actions{openIt, m_save, nullptr, m_copyIn, copyFolder, nullptr, path};
    const auto fill = [actions](QMenu *menu) {
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->setObjectName(u"filesMenu"_s);
        for (QAction *action : actions)
            action ? menu->addAction(action) : static_cast<void>(menu->addSeparator());
        return menu;
    };
    connect(m_tree, &QWidget::customContextMenuRequested, this, [this, fill](const QPoint &place) {
        fill(new QMenu(this))->popup(m_tree->viewport()->mapToGlobal(place));
    });
    QToolButton *more = makeSymbolButton(u"more"_s, tr("More actions"), u"filesMore"_s, bar);
    more->setFocusPolicy(Qt::TabFocus);
    connect(more, &QToolButton::clicked, this, [this, fill, more] { popupBelow(fill(new QMenu(this)), more); });

    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(16, 8, 12, 8);
    layout->setSpacing(4);
    layout->addWidget(m_up);
    layout->addWidget(m_path, 1);
    layout->addWidget(refresh);
    for (QAction *action : {m_save, m_copyIn}) {
        auto *button = new ActionButton(action, ButtonKind::Ghost, bar);
        button->setIconOnly(true);
        layout->addWidget(button);
    }
    layout->addWidget(more);
    return bar;
}

void FilesPanel::setContainer(const ContainerDetails &container)
{
    const FileHost host = FileHost::of(container);
    const bool isAnother = host.id != m_model->host().id;
    const bool starts = !isAnother && host.runs && !m_model->host().runs;
    if (isAnother && !m_container.id.isEmpty())
        m_places.insert(m_container.id, shownFolder());
    m_container = container;
    if (!isAnother && host == m_model->host())
        return;
    m_model->setHost(host);
    if (isAnother) {
        ++m_generation;
        delete std::exchange(m_probe, nullptr);
        m_view->clear();
        m_pages->setCurrentWidget(m_folderPage);
        m_notice->tell({});
        m_told = "/";
    }
    m_isPending = m_isPending || isAnother || starts;
    if (isVisible())
        showRoot();
    describe();
}

void FilesPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showRoot();
}

/// What is to be shown, once somebody looks at it.
void FilesPanel::showRoot()
{
    if (!std::exchange(m_isPending, false) || m_container.id.isEmpty())
        return;
    const QModelIndex root = m_tree->rootIndex();
    if (m_model->state(root).known != FileNode::Known::Nothing) {
        reload(); // it runs now: its own programs can tell
        return;
    }
    const QByteArray place = m_places.value(m_container.id, "/");
    showFolder({});
    if (place != "/")
        goTo(place);
}

QWidget *FilesPanel::focusTarget() const
{
    return m_pages->currentWidget() == m_view ? m_view->focusTarget() : m_tree;
}

QByteArray FilesPanel::shownFolder() const
{
    return m_model->path(m_tree->rootIndex());
}

QByteArray FilesPanel::typedPath() const
{
    const QString shown = QString::fromUtf8(m_shown);
    const QString text = m_path->text();
    // What was not typed is no text for certain: the names' own bytes.
    return cleanPath(text.startsWith(shown) ? m_shown + text.mid(shown.size()).toUtf8() : text.toUtf8());
}

void FilesPanel::goTo(const QByteArray &path)
{
    ++m_generation;
    delete std::exchange(m_probe, nullptr);
    bool found = false;
    const QModelIndex known = m_model->indexOf(path, &found);
    if (found && m_model->entry(known).canOpen())
        showFolder(known);
    else
        lookUp(path, found);
}

void FilesPanel::lookUp(const QByteArray &path, bool isListed)
{
    EngineClient *client = m_workbench->engine()->client();
    if (!client || m_container.id.isEmpty()) {
        m_notice->tell(tr("The engine is not connected."));
        return;
    }
    const auto isLate = [this, generation = m_generation] { return generation != m_generation; };
    const auto take = [this, path, isListed](const PathStat &stat, bool isLink) {
        if (stat.isFolder()) {
            showFolder(m_model->makeFolder(path));
        } else if (stat.isFile()) {
            if (!isListed) {
                m_wanted = path;
                showFolder(m_model->makeFolder(parentPath(path)));
            }
            openFile(path, isLink);
        } else {
            m_notice->tell(tr("%1 is a device, a pipe or a socket: there is nothing to show.")
                               .arg(shortName(QString::fromUtf8(path))));
        }
    };
    const auto fail = [this, isLate, path](const EngineError &error) {
        if (isLate())
            return;
        if (!error.isNotFound()) {
            m_notice->tell(error.fact(), error.words());
            return;
        }
        const QString none = tr("There is no %1 in %2.", "a path; a container")
                                 .arg(shortName(QString::fromUtf8(path)), shortName(m_container.name));
        if (m_model->host().runs)
            probe(path, none);
        else
            m_notice->tell(none);
    };
    onAnswer<EngineError>(
        client->statPath(m_container.id, path), this,
        [=, this](const PathStat &stat) {
            EngineClient *still = m_workbench->engine()->client();
            if (isLate() || !still)
                return;
            if (!stat.isLink()) {
                take(stat, false);
                return;
            }
            onAnswer<EngineError>(
                still->statPath(m_container.id, stat.linkTarget), this,
                [=](const PathStat &target) {
                    if (!isLate())
                        take(target, true);
                },
                fail);
        },
        fail);
}

void FilesPanel::probe(const QByteArray &path, const QString &problem)
{
    EngineClient *client = m_workbench->engine()->client();
    if (!client)
        return;
    m_probe = new FolderReader(client, m_model->host(), path, {}, this);
    connect(m_probe, &FolderReader::finished, this, [this, path, problem](const FolderReader::Result &result) {
        std::exchange(m_probe, nullptr)->deleteLater();
        if (result.folder && result.route == FolderReader::Route::Programs)
            showFolder(m_model->makeFolder(path));
        else
            m_notice->tell(problem);
    });
    m_probe->start();
}

void FilesPanel::showFolder(const QModelIndex &folder)
{
    ++m_generation;
    m_tree->setRootIndex(folder);
    const QByteArray path = m_model->path(folder);
    m_shown = path;
    m_path->setText(QString::fromUtf8(path));
    m_up->setEnabled(path != "/");
    m_tree->selectionModel()->clear();
    m_tree->selectionModel()->setCurrentIndex(m_model->index(0, 0, folder), QItemSelectionModel::NoUpdate);
    showTree();
    m_model->load(folder);
    followState(path);
    if (!m_wanted.isEmpty() && !m_model->state(folder).isBeingRead)
        select(std::exchange(m_wanted, {}));
}

void FilesPanel::open(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QModelIndex row = index.siblingAtColumn(0);
    const FileEntry entry = m_model->entry(row);
    const QByteArray path = m_model->path(row);
    if (entry.canOpen() || entry.isLink() || entry.type == FileEntry::Type::Unknown) {
        goTo(path);
    } else if (entry.type == FileEntry::Type::File) {
        openFile(path, false);
    } else {
        m_notice->tell(
            tr("%1 is a device, a pipe or a socket: there is nothing to show.").arg(shortName(entry.shownName())));
    }
}

void FilesPanel::openFile(const QByteArray &path, bool isLink)
{
    EngineClient *client = m_workbench->engine()->client();
    if (!client) {
        m_notice->tell(tr("The engine is not connected."));
        return;
    }
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    m_view->open(new FileRead(client, m_container.id, path, isLink, m_model->host().runs, m_view), path);
    m_pages->setCurrentWidget(m_view);
    if (hadFocus)
        m_view->focusTarget()->setFocus(Qt::OtherFocusReason);
}

void FilesPanel::showTree()
{
    const bool hadFocus = m_view->isAncestorOf(window()->focusWidget());
    m_pages->setCurrentWidget(m_folderPage);
    m_view->clear();
    if (hadFocus)
        m_tree->setFocus(Qt::OtherFocusReason);
}

void FilesPanel::goUp()
{
    const QByteArray path = shownFolder();
    if (path == "/")
        return;
    m_wanted = path;
    goTo(parentPath(path));
}

void FilesPanel::select(const QByteArray &path)
{
    bool found = false;
    const QModelIndex index = m_model->indexOf(path, &found);
    if (!found || index.parent() != m_tree->rootIndex())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

void FilesPanel::copyPath()
{
    QStringList paths;
    const QModelIndexList selected = m_tree->selectedRows();
    for (const QModelIndex &index : selected)
        paths << QString::fromUtf8(m_model->path(index));
    QGuiApplication::clipboard()->setText(paths.isEmpty() ? QString::fromUtf8(shownFolder()) : paths.join(u'\n'));
}

} // namespace Gantry
