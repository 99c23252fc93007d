// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace Gantry {

class Banner;
class Label;
class Operation;
class PullView;
class Workbench;

/// Pulls an image by its name: shows each layer and how fast, can be cancelled, and closes when the image is there.
class PullDialog : public QDialog
{
    Q_OBJECT

public:
    /// Opens beside the window, which goes on. \a image is what stands in its field.
    static PullDialog *openFor(Workbench *workbench, QWidget *parent, const QString &image = {});

    void reject() override;

private:
    PullDialog(Workbench *workbench, const QString &image, QWidget *parent);
    void check();
    void pull();
    void ended();
    void fitHeight();

    Workbench *m_workbench;
    QLineEdit *m_image;
    Label *m_hint;
    PullView *m_progress;
    Banner *m_failure;
    QPushButton *m_verb = nullptr;
    Operation *m_operation = nullptr; ///< while it runs
};

} // namespace Gantry
