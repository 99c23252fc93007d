// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"
#include "files/copyout.h"
#include "files/filetreemodel.h"

#include <QHash>
#include <QPersistentModelIndex>
#include <QWidget>

class QLineEdit;
class QStackedWidget;
class QToolButton;
class QUrl;

namespace Gantry {

class FileDrag;
class FileNotice;
class FilesTree;
class FileView;
class Label;
class Workbench;

/// The files of a container, running or stopped: the folder that is shown and what was opened below it, the content of
/// files, and copies in and out. Nothing is read before it is shown.
class FilesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FilesPanel(Workbench *workbench, QWidget *parent = nullptr);

    /// Without an id for none.
    void setContainer(const ContainerDetails &container);
    QWidget *focusTarget() const;
    FilesTree *tree() const { return m_tree; }
    FileTreeModel *model() const { return m_model; }
    /// The folder that is shown, a whole path.
    QByteArray shownFolder() const;

    /// filespanelcopies.cpp
    /// Copies what is selected, or \a indexes, into a folder of this machine that the user chooses.
    void saveSelected();
    void copyIn(const QStringList &sources, const QByteArray &folder);
    /// Into \a folder, after a question where something of the names is there.
    void copyOutTo(const QList<CopyOut::Item> &items, const QString &folder);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *buildBar();
    /// What stands in the field.
    QByteArray typedPath() const;
    void goTo(const QByteArray &path);
    /// \a isListed: a file is opened where it is.
    void lookUp(const QByteArray &path, bool isListed);
    /// The engine sees no such path; a program in the container may.
    void probe(const QByteArray &path, const QString &problem);
    void showFolder(const QModelIndex &folder);
    void showRoot();
    void open(const QModelIndex &index);
    void openFile(const QByteArray &path, bool isLink);
    void showTree();
    void goUp();
    void select(const QByteArray &path);
    void copyPath();

    // filespanelstate.cpp
    /// Reads again what is seen.
    void reload();
    /// Reads again what the notice is about.
    void readAgain();
    void readWhole();
    void followState(const QByteArray &path);
    /// The folder in the tree that the notice is to be about: the one that is shown, unless another needs it more.
    QByteArray folderToTell() const;
    /// The one that it is about.
    QModelIndex toldFolder() const;
    void describe();

    // filespanelcopies.cpp
    QList<CopyOut::Item> selectedItems() const;
    void saveFile(const CopyOut::Item &item);
    void chooseFolder(const QList<CopyOut::Item> &items);
    void chooseFiles(bool folders);
    void paste();
    struct Incoming
    {
        QStringList sources;
        QByteArray folder;
        QStringList existing; ///< names that are there
        bool isSure = true; ///< that there are those, and no more
    };
    void lookForExisting(const Incoming &incoming, qsizetype next);
    void askAndCopyIn(const Incoming &incoming);
    void startCopyIn(const QStringList &sources, const QByteArray &folder);
    void buildDrag();
    void drag(const QList<QUrl> &urls);

    Workbench *m_workbench;
    FileTreeModel *m_model;
    ContainerDetails m_container;
    QHash<QString, QByteArray> m_places; ///< the folder last looked at, by container
    int m_generation = 0; ///< of what was asked for last
    FolderReader *m_probe = nullptr;
    QByteArray m_shown = "/"; ///< the folder
    QByteArray m_told = "/"; ///< the folder that the notice is about
    QByteArray m_wanted; ///< to be selected when the folder is read
    bool m_isPending = false; ///< another container came while nothing was shown
    FileDrag *m_drag = nullptr;
    bool m_isDragging = false;
    QLineEdit *m_path = nullptr;
    QToolButton *m_up = nullptr;
    QAction *m_save = nullptr;
    QAction *m_copyIn = nullptr;
    FileNotice *m_notice = nullptr;
    QStackedWidget *m_pages = nullptr;
    QWidget *m_folderPage = nullptr;
    FilesTree *m_tree = nullptr;
    FileView *m_view = nullptr;
    Label *m_foot = nullptr;
};

} // namespace Gantry
