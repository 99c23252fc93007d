// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What ContainerModel is made of; for its own two source files alone.

#include "items/containercells.h"
#include "items/containermodel.h"
#include "items/naturalorder.h"

namespace Gantry {

/// What orders containers inside their group.
struct ContainerOrder
{
    QString name; ///< of the service, else of the container
    int number = 0; ///< of the instance
    QString fullName;
    QString id;

    friend bool operator<(const ContainerOrder &a, const ContainerOrder &b)
    {
        if (const int order = compareNaturally(a.name, b.name); order != 0)
            return order < 0;
        if (a.number != b.number)
            return a.number < b.number;
        if (const int order = compareNaturally(a.fullName, b.fullName); order != 0)
            return order < 0;
        return a.id < b.id;
    }
};

struct ContainerModel::Item
{
    ContainerSummary container;
    ContainerOrder key;
    Group *group = nullptr;
    int row = 0; ///< in its group
    bool numbered = false; ///< one of several instances of its service: the name shows which
    size_t looks[2] = {0, 0}; ///< of the cells of CPU and memory, when they were told of last
    mutable QByteArray filterText; ///< UTF-8, made when first asked for

    void take(const ContainerSummary &summary, bool grouped)
    {
        container = summary;
        key = keyOf(summary, grouped);
        filterText.clear();
    }

    static ContainerOrder keyOf(const ContainerSummary &summary, bool grouped)
    {
        const QString service = grouped ? ContainerCells::service(summary) : QString();
        if (service.isEmpty())
            return {summary.name, 0, summary.name, summary.id};
        return {service, ContainerCells::instance(summary), summary.name, summary.id};
    }
};

struct ContainerModel::Group
{
    QString project; ///< empty for "No project" and for the flat list
    int running = 0;
    int row = 0; ///< among the groups
    std::vector<ItemPtr> items;

    /// After items came, went or moved: tells those from \a first on where they are.
    void numberRows(int first = 0)
    {
        for (auto i = std::size_t(first); i < items.size(); ++i)
            items[i]->row = int(i);
    }

    friend bool operator<(const Group &a, const Group &b)
    {
        if (a.project.isEmpty() != b.project.isEmpty())
            return b.project.isEmpty();
        const int order = compareNaturally(a.project, b.project);
        return order != 0 ? order < 0 : a.project < b.project;
    }
};

} // namespace Gantry
