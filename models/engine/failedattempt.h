// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/endpoint.h"
#include "engine/engineerror.h"

namespace Gantry {

/// An endpoint that was tried, and why it could not be used. The endpoint is empty where there was none to try.
struct FailedAttempt
{
    Endpoint endpoint;
    EngineError error;
    QString product = {}; ///< what it said that it is before it failed, "Docker"; empty if it did not come to that
};

} // namespace Gantry
