// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "build/imagebuild.h"
#include "look/foldingdialog.h"

#include <QPointer>

class QPushButton;

namespace Gantry {

class Banner;
class BuildForm;
class BuildStepsView;
class CommandPreview;
class Label;
class Workbench;

/// Builds an image from a folder: the form, the line that does the same in a shell, then the steps as they go. What was
/// typed stays, whatever comes of it.
class BuildDialog : public FoldingDialog
{
    Q_OBJECT

public:
    /// Opens beside the window, which goes on. \a folder is what stands in its field.
    static BuildDialog *openFor(Workbench *workbench, QWidget *parent, const QString &folder = {});

    /// Cancels the build while one runs; closes otherwise.
    void reject() override;

protected:
    int wantedHeight(int width, int most) override;
    void changeEvent(QEvent *event) override;

private:
    BuildDialog(Workbench *workbench, const QString &folder, QWidget *parent);
    void build();
    QWidget *buildFoot();
    void refresh();
    void start();
    void report();
    void ended();
    void showFailure(const Failure &failure);
    void showSuccess(const ImageBuild &build);
    void run();

    Workbench *m_workbench;
    BuildForm *m_form;
    BuildStepsView *m_steps = nullptr;
    CommandPreview *m_preview = nullptr;
    Banner *m_notice = nullptr;
    Label *m_phase = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_run = nullptr;
    QPushButton *m_verb = nullptr;
    QPointer<ImageBuild> m_build; ///< while it runs
    bool m_hasEnded = false; ///< a build has, one way or another
    QString m_built; ///< how the engine is asked for the image that came out last
};

} // namespace Gantry
