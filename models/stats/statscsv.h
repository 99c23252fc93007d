// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fileexport.h"
#include "stats/statshistory.h"

#include <QList>
#include <QString>

namespace Gantry {

/// The samples of containers as lines of CSV: a head, then one line a sample, container by container, times in UTC,
/// amounts in bytes, an empty field for what is not known.
class StatsCsv
{
public:
    struct Source
    {
        QString container; ///< its name
        QString service; ///< empty where it is of none
        StatsHistory history;
    };

    static qint64 records(const QList<Source> &sources);
    static FileExport::Producer producer(const QList<Source> &sources);
};

} // namespace Gantry
