// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/foldingdialog.h"
#include "run/runform.h"

class QPushButton;

namespace Gantry {

class Banner;
class CommandPreview;
class ContainerRun;
class Label;
class PullView;
struct RunLine;
class Workbench;
struct Failure;

/// Makes a container and starts it. Stays open while an image is pulled, and when something fails, with all that was
/// typed; the window behind it goes on. Once the container runs it closes and turns to its output, or to its terminal.
class RunDialog : public FoldingDialog
{
    Q_OBJECT

public:
    /// \a image is what stands in its field.
    static RunDialog *openFor(Workbench *workbench, QWidget *parent, const QString &image = {});

    /// Filled as \a container was made.
    static RunDialog *openAgain(Workbench *workbench, QWidget *parent, const ContainerDetails &container);

    void reject() override;

private:
    RunDialog(Workbench *workbench, const QString &image, QWidget *parent);
    void build();
    void pasteLine();
    void takeLine(const RunLine &line);
    void takeContainer(const ContainerDetails &container, const ImageDetails &image);
    void refresh();
    void run();
    void stopped();
    void failed(const Failure &failure);
    void started(const QString &containerId, const RunRequest &request);

    Workbench *m_workbench;
    RunForm *m_form;
    CommandPreview *m_preview = nullptr;
    Banner *m_notice = nullptr;
    PullView *m_progress = nullptr;
    Label *m_problem = nullptr;
    QPushButton *m_paste = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_verb = nullptr;
    ContainerRun *m_run = nullptr; ///< while it runs
};

} // namespace Gantry
