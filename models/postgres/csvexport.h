// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fileexport.h"

namespace Gantry {

class ResultStore;

/// Writes the rows that are in a result now to a CSV file as COPY … CSV does (UTF-8; lines end in \n; NULL is nothing,
/// the empty string ""). A record is a row.
class CsvExport : public FileExport
{
    Q_OBJECT

public:
    struct Options
    {
        QChar separator = u',';
        bool headers = true;
    };

    CsvExport(const std::shared_ptr<const ResultStore> &store, const QString &path, const Options &options,
              QObject *parent = nullptr);
    CsvExport(const std::shared_ptr<const ResultStore> &store, const QString &path, QObject *parent = nullptr);

private:
    static QString produce(Sink *sink, const ResultStore &store, const Options &options, qint64 rows);
};

} // namespace Gantry
