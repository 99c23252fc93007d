// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "build/buildprogress.h"
#include "compose/composeoutput.h"
#include "engine/linecutter.h"

#include <QByteArray>
#include <QJsonObject>

class QRegularExpressionMatch;

namespace Gantry {

/// Reads what POST /build (API 1.41) answers while the classic builder works: a JSON object a line.
class ClassicBuildParser
{
public:
    explicit ClassicBuildParser(BuildProgress *progress)
        : m_progress(progress)
    {
    }

    /// The next bytes, cut anywhere.
    void feed(const QByteArray &bytes);
    /// What came last may have no line break.
    void finish();

private:
    void takeLine(const QByteArray &line);
    void takeStream(const QString &text);
    bool takeMark(const QString &line);
    void takeStep(const QRegularExpressionMatch &match);
    void endStep();

    BuildProgress *m_progress;
    ComposeOutput m_output; ///< drops colours, over the borders of messages
    LineCutter<QByteArray> m_lines{8 * 1024 * 1024};
    int m_step = -1;
    bool m_cached = false;
};

} // namespace Gantry
