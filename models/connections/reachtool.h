// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace Gantry {

/// A program in a container that tells whether a TCP port can be reached from there, and that ends within seconds.
class ReachTool
{
public:
    /// A command that prints a name a line for each tool that the container has.
    static QStringList probe();
    /// The best one of those that probe() printed and that can be given \a host; nothing when there is none.
    static std::optional<ReachTool> choose(const QString &probed, const QString &host);

    const QString &name() const { return m_name; }
    /// Ends with 0 where the port was reached, and else says why not.
    QStringList command(const QString &host, quint16 port) const;

private:
    ReachTool(QString name, bool canTimeOut)
        : m_name(std::move(name))
        , m_canTimeOut(canTimeOut)
    {
    }

    QString m_name;
    bool m_canTimeOut; ///< there is a `timeout` for the tools that know none themselves
};

/// What came of a try.
enum class Reach {
    Reached,
    Refused, ///< the host is there, and nothing listens at the port
    UnknownHost, ///< no network of the container knows the name
    Silent, ///< no answer in time
    Failed, ///< something else, see the tool's words
};

/// Judges how a tool ended by its exit code and what it wrote.
Reach reachOf(int exitCode, const QString &words);

} // namespace Gantry
