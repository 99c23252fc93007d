// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/detachedwindow.h"

#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace Gantry {

/// The panels that have windows of their own. Which, and where, is remembered for the next start: whoever can make a
/// panel asks then for those of its kind.
class DetachedWindows : public QObject
{
    Q_OBJECT

public:
    /// A window that was open when the program ended.
    struct Kept
    {
        QString kind;
        QString id;
        QVariantMap more;
        QByteArray geometry;
    };

    /// \a workbench is not owned and outlives this.
    explicit DetachedWindows(Workbench *workbench);
    ~DetachedWindows() override;

    /// "Open in a window of its own": the page that is shown decides what that is.
    static QAction *action(ActionRegistry *registry);
    static QKeySequence shortcut();
    /// Why what is shown cannot have a window now; empty where it can.
    void setObstacle(const QString &reason);

    /// Makes a window of the panel and shows it, in front unless it is one of the last run. At \a position if the
    /// platform lets a program decide that.
    DetachedWindow *open(const DetachedWindow::Content &content, const QString &title,
                         const std::optional<QPoint> &position = {});
    DetachedWindow *find(const QString &kind, const QString &id) const;
    QList<DetachedWindow *> windows(const QString &kind) const;
    /// What is needed to open it again is another.
    void setKept(DetachedWindow *window, const QString &id, const QVariantMap &more);
    /// Closes and forgets it.
    void remove(DetachedWindow *window);

    /// Those of the last run that are not open again.
    QList<Kept> kept(const QString &kind) const;
    void forget(const QString &kind, const QString &id);
    /// What is kept of something, with the engine that is chosen now.
    QVariantMap withEngine(QVariantMap more) const;
    /// Whether what was kept so was opened on the engine that is chosen now.
    bool isOfEngine(const QVariantMap &more) const;
    /// The program ends: they are closed, and remembered.
    void closeAll();

Q_SIGNALS:
    /// What has gone back to that page is to be seen.
    void mainWindowWanted(const QString &page);
    /// A window was opened or is gone.
    void changed();

private:
    void keep();

    Workbench *m_workbench;
    std::vector<std::unique_ptr<DetachedWindow>> m_windows;
    QList<Kept> m_kept;
    QTimer m_keep;
    bool m_ended = false;
};

} // namespace Gantry
