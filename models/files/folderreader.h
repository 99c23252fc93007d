// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engineclient.h"
#include "files/archivelisting.h"
#include "files/filelisting.h"

#include <QElapsedTimer>
#include <QPointer>

#include <optional>

namespace Gantry {

/// A container as its files are reached.
struct FileHost
{
    QString id;
    QString name;
    bool runs = false; ///< so that programs in it can be asked
    QByteArrayList folders; ///< paths that are in use there: of volumes, of the program

    /// What the inspection tells.
    static FileHost of(const ContainerDetails &details);
    friend bool operator==(const FileHost &, const FileHost &) = default;
};

/// One reading of a folder. A container that runs is asked by its own programs; of another, or of one that has none,
/// the engine has only the archive of the folder with all below it, whose heads are kept while the rest passes by. The
/// root folder would be all of the container: it is looked at for the usual names, unless it is asked for as a whole.
class FolderReader : public QObject
{
    Q_OBJECT

public:
    enum class Route { Programs, Archive, UsualNames };
    Q_ENUM(Route)

    struct Result
    {
        std::shared_ptr<FileNode> folder; ///< its children are what was wanted; null where nothing could be read
        Route route = Route::Programs;
        QString problem; ///< why that is not all, a translated sentence
    };

    /// After so many bytes of an archive the reading asks whether to go on. It lets go of the archive meanwhile: as
    /// long as that is open the engine answers nothing about the container, and does not even stop it.
    static constexpr qint64 holdAfter = 256LL * 1024 * 1024;

    FolderReader(EngineClient *client, const FileHost &host, const QByteArray &path, const FileOrder &order,
                 QObject *parent);
    ~FolderReader() override;

    /// The archive is read, whatever \a path is.
    void setWhole(bool whole) { m_whole = whole; }
    void start();
    /// After held(): reads anew, to the end.
    void goOn();
    /// Ends the reading with what has come.
    void stop();

    const QByteArray &path() const { return m_path; }
    bool isHeld() const { return m_held; }
    qint64 received() const { return m_feed ? m_feed->received() : 0; }
    qint64 entries() const { return m_progress->entries; }

Q_SIGNALS:
    /// Of an archive, a few times a second: received() and entries() say how far it has come.
    void progressed();
    void held();
    /// Once.
    void finished(const Gantry::FolderReader::Result &result);

private:
    void ask(FileListing::Way way);
    void readArchive();
    void hold();
    void lookForUsualNames();
    void lookForNext();
    void followLink(const FileEntry &link);
    void take(const FileEntry &entry);
    void end(const Result &result);

    QPointer<EngineClient> m_client;
    FileHost m_host;
    QByteArray m_path;
    FileOrder m_order;
    bool m_whole = false;
    bool m_held = false;
    bool m_over = false;
    QElapsedTimer m_told;
    QByteArrayList m_names; ///< to be looked for
    int m_looking = 0;
    std::shared_ptr<FileNode> m_found;
    ArchiveFeed *m_feed = nullptr;
    std::optional<Result> m_soFar; ///< while held
    std::shared_ptr<ArchiveListing::Progress> m_progress;
};

} // namespace Gantry
