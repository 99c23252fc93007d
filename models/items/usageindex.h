// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/usage.h"

#include <QHash>
#include <QObject>

namespace Gantry {

class ContainerStore;
struct ContainerSummary;

/// Who uses each image, volume or network, kept up to date with a store. A change of a container costs as much as that
/// container; only one that changes who uses what costs as much as all of them, and is told of.
class UsageIndex : public QObject
{
    Q_OBJECT

public:
    enum class Of {
        Images, ///< by id
        Volumes, ///< by name
        Networks, ///< by name: a created container's entry has no id yet
    };

    UsageIndex(const ContainerStore *containers, Of of, QObject *parent = nullptr);

    /// Of the image, volume or network \a key.
    Usage usage(const QString &key) const { return m_usage.value(key); }

Q_SIGNALS:
    void changed();

private:
    /// What a container uses.
    struct Use
    {
        QString name;
        QString project;
        QStringList keys;

        friend bool operator==(const Use &, const Use &) = default;
    };

    void apply(const QStringList &inserted, const QStringList &updated, const QStringList &removed);
    bool take(const QString &id, const ContainerSummary &container);
    QStringList keysOf(const ContainerSummary &container) const;
    void collect();

    const ContainerStore *m_containers;
    Of m_of;
    QHash<QString, Use> m_uses; ///< by the container's id
    QHash<QString, Usage> m_usage;
};

} // namespace Gantry
