// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Gantry {

/// One port to be published, as `docker run -p` takes it: [ADDRESS:][HOST PORT:]CONTAINER PORT[/PROTOCOL].
struct RunPort
{
    QString address = {}; ///< of the host, IPv6 without brackets; empty for all
    quint16 first = 0; ///< of the host; 0 lets the engine choose
    quint16 last = 0; ///< one between first and last is taken; the same as first for exactly that one
    quint16 containerPort = 0;
    QString protocol = QStringLiteral("tcp");

    /// As -p takes it: "8000:8000", "127.0.0.1::53/udp".
    QString text() const;
    /// "8000", "8000-8010", empty where the engine chooses.
    QString hostPort() const;
    /// Ranges of the same length on both sides are several ports. Nothing for what is none.
    static std::optional<QList<RunPort>> parse(const QString &text);
    /// Several, separated by commas or spaces. Those that are none go to \a bad, if given.
    static QList<RunPort> parseAll(const QString &text, QStringList *bad = nullptr);
    static QString text(const QList<RunPort> &ports);

    friend bool operator==(const RunPort &, const RunPort &) = default;
};

} // namespace Gantry
