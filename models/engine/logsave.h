// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/logbuffer.h"
#include "fileexport.h"

#include <optional>

namespace Gantry {

class LogFilter;

/// Writes the lines that a log has now to a text file, byte for byte as they came. What the filter shows is written
/// with our own notes, between dashes. A record is a line.
class LogSave : public FileExport
{
    Q_OBJECT

public:
    struct Options
    {
        const LogFilter *filter = nullptr; ///< the lines that it shows alone
        /// Before each line, local or, as the engine writes them, UTC. A line that the engine cut has one time only.
        std::optional<Qt::TimeSpec> times;
        QStringList names{}; ///< of the sources, before each line as Compose does; empty for none
    };

    LogSave(const LogBuffer &buffer, const Options &options, const QString &path, QObject *parent = nullptr);

private:
    struct Lines;
    LogSave(const std::shared_ptr<const Lines> &lines, const QString &path, QObject *parent);
    static std::shared_ptr<const Lines> take(const LogBuffer &buffer, const Options &options);
    static QString produce(Sink *sink, const Lines &lines);
};

} // namespace Gantry
