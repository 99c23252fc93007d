// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/overlaidbanner.h"

namespace Gantry {

class ActionRegistry;
class FailureNotice;

/// What failed while Operations was closed.
class FailureBar : public OverlaidBanner
{
    Q_OBJECT

public:
    /// None is owned; all outlive the bar.
    FailureBar(const FailureNotice *failures, const ActionRegistry *actions, QWidget *page);

private:
    void refresh();

    const FailureNotice *m_failures;
};

} // namespace Gantry
