// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/overlaidbanner.h"

#include <QStringList>

namespace Gantry {

class ProjectStore;

/// What could not be opened as a project, and why, until the user dismisses it.
class OpenFailureBar : public OverlaidBanner
{
    Q_OBJECT

public:
    OpenFailureBar(const ProjectStore *store, QWidget *page);

private:
    void add(const QStringList &problems);

    QStringList m_problems; ///< oldest first, each once
};

} // namespace Gantry
