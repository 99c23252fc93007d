// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"
#include "items/containermodel.h"
#include "items/containerwords.h"

#include <QVariant>

#include <utility>

namespace Gantry {

class OperationLog;

/// What the cells of ContainerModel say, apart from where its rows are.
class ContainerCells
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::ContainerCells)

public:
    /// \a operations tells which rows are busy; may be null. Times are told as of \a when; of now where it is invalid.
    explicit ContainerCells(const OperationLog *operations, const QDateTime &when = {})
        : m_operations(operations)
        , m_when(when)
    {
    }

    /// \a name is what the name column shows.
    QVariant item(const ContainerSummary &container, const QString &name, int column, int role) const;
    QVariant group(const QString &project, int running, int all, int column, int role) const;

    static QString header(int column);

    /// Service under which a container is listed in its project; empty for `compose run` containers and for those of
    /// no project.
    static QString service(const ContainerSummary &container);
    /// Number of the container among those of its service, from 1.
    static int instance(const ContainerSummary &container);
    /// Everything that a free-text filter looks at, in lower case.
    static QString filterText(const ContainerSummary &container);
    /// First and last column whose cells differ.
    static std::pair<int, int> changedColumns(const ContainerSummary &before, const ContainerSummary &after);

private:
    QVariant state(const ContainerSummary &container, int role) const;
    QString busyWord(const QString &subject) const;

    const OperationLog *m_operations;
    QDateTime m_when;
};

} // namespace Gantry
