// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/toursteps.h"

#include <QTemporaryDir>

namespace Gantry {

/// The lab of a course on containers, which its students otherwise do in a terminal, from "docker ps -a" to "docker
/// image prune": its 15 steps in the window, each checked by what is read there and by what the docker client says. Where
/// the engine has them it uses the images of tests/lab, else alpine and python.
class LabTable : private TourSteps
{
public:
    LabTable(Application *application, TourHands *hands, const QString &project, const QString &out);
    ~LabTable();
    Q_DISABLE_COPY_MOVE(LabTable)

    /// Does every step; answers whether all succeeded.
    bool run();

private:
    // 1 to 6: single containers and images (labtable.cpp)
    void listAll();
    void runOnce();
    void runShell();
    void buildImage();
    void runService();
    void chooseAndStop();
    // 7 to 15: the project (labtableproject.cpp)
    void upAndDown();
    void askDatabase();
    void seeConnections();
    void compareDowns();
    void followLogs();
    void openServiceTerminal();
    void restartService();
    void findTheCause();
    void cleanUp();
    void seeCommands();

    void prepare();
    /// Removes what the lab made, also what an earlier run left.
    void tidy() const;
    void openRunDialog();
    void startRun();
    void awaitState(const QString &container, const QString &state);
    void awaitCause(const QString &cause);
    /// Opens the project's page on its services.
    void openServices();
    void up();
    void awaitServices(const QString &db, const QString &api);
    void awaitEnd();
    void request() const;
    void spoil(const QByteArray &before, const QByteArray &after) const;

    QTemporaryDir m_build; ///< the folder of step 4
    QString m_image;
    QStringList m_dangling; ///< images that were dangling before
};

} // namespace Gantry
