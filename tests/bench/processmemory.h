// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace Gantry {

/// Bytes of a line of /proc/self/status: "VmRSS", "VmHWM".
qint64 processMemory(QByteArrayView name);
/// The peak (VmHWM) begins anew; false where the kernel does not let it.
bool forgetPeakOfMemory();

} // namespace Gantry
