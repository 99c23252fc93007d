// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/composefilesearch.h"
#include "look/emptystate.h"

namespace Gantry {

class ComposeFileList;
class Label;
class Workbench;

/// What stands in the containers page while nothing runs: three ways to begin, and the Compose files that lie in the
/// user's home folder.
class WelcomePanel : public EmptyState
{
    Q_OBJECT

public:
    explicit WelcomePanel(Workbench *workbench, QWidget *parent = nullptr);
    ~WelcomePanel() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void greet();
    void searchHome();

    Workbench *m_workbench;
    Label *m_found;
    ComposeFileList *m_files;
    QFuture<QList<FoundComposeFile>> m_search;
    bool m_searched = false;
};

} // namespace Gantry
