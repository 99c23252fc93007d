// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "build/buildprogress.h"
#include "engine/linecutter.h"

namespace Gantry {

/// Reads what `docker buildx build --progress plain` prints.
class PlainBuildParser
{
public:
    explicit PlainBuildParser(BuildProgress *progress)
        : m_progress(progress)
    {
    }

    /// The next text, cut anywhere.
    void feed(const QString &text);
    /// What came last may have no line break.
    void finish();

private:
    void takeLine(const QString &line);
    void takeStepLine(const QString &key, const QString &rest);

    BuildProgress *m_progress;
    LineCutter<QString> m_lines{1024 * 1024};
};

} // namespace Gantry
