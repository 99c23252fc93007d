// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "build/buildprogress.h"

#include <QWidget>

class QPlainTextEdit;

namespace Gantry {

class BuildStepModel;
class DockerfileView;
class Label;
class TableView;

/// The steps of a build with their times, and of the chosen one its output and its lines of the Dockerfile. Follows the
/// step that runs until the user chooses another.
class BuildStepsView : public QWidget
{
    Q_OBJECT

public:
    explicit BuildStepsView(QWidget *parent = nullptr);

    /// Forgets the build before.
    void begin();
    void follow(const BuildProgress &progress, const QList<int> &changed);
    /// The build is over; \a failedLine is where, 0 if it succeeded or nobody knows.
    void finish(const BuildProgress &progress, int failedLine);

private:
    void choose(int row);
    void showStep();
    void showOutput(const QString &output);

    BuildStepModel *m_model;
    TableView *m_table;
    Label *m_caption;
    QPlainTextEdit *m_output;
    DockerfileView *m_dockerfile;
    QString m_shownKey;
    QString m_shown; ///< of the output
    bool m_follows = true;
    bool m_choosing = false; ///< the view itself, not the user
};

} // namespace Gantry
