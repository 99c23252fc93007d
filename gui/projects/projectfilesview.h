// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/project.h"

#include <QWidget>

class QComboBox;

namespace Gantry {

class CodeView;
class Label;

/// The files of a project, to read. The editor takes 2 MB, so there is nothing in the view before it is shown.
class ProjectFilesView : public QWidget
{
    Q_OBJECT

public:
    explicit ProjectFilesView(QWidget *parent = nullptr);

    void setFiles(const ProjectFiles &files);
    /// Reads the file that is shown again.
    void reload();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void offer();
    void show(const QString &path);

    QComboBox *m_choice = nullptr;
    Label *m_problem = nullptr;
    CodeView *m_text = nullptr;
    QStringList m_paths;
    QString m_shown;
    int m_generation = 0;
};

} // namespace Gantry
