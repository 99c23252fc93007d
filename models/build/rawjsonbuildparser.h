// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "build/buildprogress.h"
#include "compose/composeoutput.h"
#include "engine/linecutter.h"

#include <QDateTime>
#include <QJsonObject>

#include <map>

namespace Gantry {

/// Reads what `docker buildx build --progress rawjson` prints (buildx 0.13 and newer): JSON objects, on one line or on
/// many, and lines that are none.
class RawJsonBuildParser
{
public:
    explicit RawJsonBuildParser(BuildProgress *progress)
        : m_progress(progress)
    {
    }

    /// The next text, cut anywhere.
    void feed(const QString &text);
    /// What came last may have no line break.
    void finish();

private:
    void takeLine(const QString &line);
    void takeMessage(const QJsonObject &message);
    void takeVertex(const QJsonObject &vertex);
    void takeStatus(const QJsonObject &status);

    BuildProgress *m_progress;
    LineCutter<QString> m_lines{4 * 1024 * 1024};
    QString m_object; ///< lines of an object that has no end yet
    std::map<QString, ComposeOutput> m_outputs; ///< of each step, whose pieces are cut anywhere
};

} // namespace Gantry
