// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace Gantry {

/// A program in a container that can carry a connection between its standard streams and a port of the container's
/// loopback, and that ends when either side does.
class TunnelTool
{
public:
    /// A command that prints a name a line for each tool that the container has and that does what is needed.
    static QStringList probe();
    /// The first of \a names that probe() printed; nothing when there is none.
    static std::optional<TunnelTool> choose(const QString &probed, const QStringList &names = TunnelTool::names());
    /// The tools that are known, best first.
    static QStringList names();

    const QString &name() const { return m_name; }
    QStringList command(quint16 port) const;

private:
    explicit TunnelTool(QString name)
        : m_name(std::move(name))
    {
    }

    QString m_name;
};

} // namespace Gantry
