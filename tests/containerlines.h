// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Containers written as lines of text, and trees printed as text, so that a failing test reads like a picture.
#pragma once

#include "engine/container.h"

#include <QAbstractItemModel>
#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTimeZone>

namespace Gantry::Testing {

/// The id of the container that containerLine() makes under that name.
inline QString idOf(const QString &name)
{
    return QString::fromLatin1(QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex());
}

/// "PROJECT/SERVICE[/NUMBER] or NAME" "STATE" "IMAGE" and "port:8000", "port:8000>80", "port:53/udp",
/// "label:key=value", "volume:name>/path", "name:other", apart by spaces. STATE is a word of the list: running,
/// healthy, exited(1)…
inline ContainerSummary containerLine(const QString &line)
{
    const QStringList words = line.simplified().split(u' ');
    const QStringList path = words.value(0).split(u'/');
    ContainerSummary container;
    container.name = path.first();
    if (path.size() > 1) {
        const QString number = path.value(2, QStringLiteral("1"));
        container.name = path[0] + u'-' + path[1] + u'-' + number;
        container.labels = {{QStringLiteral("com.docker.compose.project"), path[0]},
                            {QStringLiteral("com.docker.compose.service"), path[1]},
                            {QStringLiteral("com.docker.compose.container-number"), number}};
    }

    static const QRegularExpression stateWord(QStringLiteral("^(\\w+)(?:\\((\\d+)\\))?$"));
    const QRegularExpressionMatch state = stateWord.match(words.value(1, QStringLiteral("running")));
    const QString word = state.captured(1);
    if (!state.captured(2).isEmpty())
        container.exitCode = state.captured(2).toInt();
    if (word == QLatin1String("exited"))
        container.state = ContainerState::Exited;
    else if (word == QLatin1String("created"))
        container.state = ContainerState::Created;
    else if (word == QLatin1String("paused"))
        container.state = ContainerState::Paused;
    else if (word == QLatin1String("restarting"))
        container.state = ContainerState::Restarting;
    else if (word == QLatin1String("dead"))
        container.state = ContainerState::Dead;
    else
        container.state = ContainerState::Running;
    if (word == QLatin1String("healthy"))
        container.health = Health::Healthy;
    else if (word == QLatin1String("unhealthy"))
        container.health = Health::Unhealthy;
    else if (word == QLatin1String("starting"))
        container.health = Health::Starting;

    container.image = words.value(2, QStringLiteral("busybox"));
    for (const QString &extra : words.mid(3)) {
        const QString value = extra.section(u':', 1);
        if (extra.startsWith(QLatin1String("port:"))) {
            const QString number = value.section(u'/', 0, 0);
            ContainerPort port;
            port.publicPort = number.section(u'>', 0, 0).toUShort();
            port.privatePort = number.contains(u'>') ? number.section(u'>', 1).toUShort() : port.publicPort;
            port.protocol = value.contains(u'/') ? value.section(u'/', 1) : QStringLiteral("tcp");
            port.address = QStringLiteral("0.0.0.0");
            container.ports << port;
        } else if (extra.startsWith(QLatin1String("label:"))) {
            container.labels.insert(value.section(u'=', 0, 0), value.section(u'=', 1));
        } else if (extra.startsWith(QLatin1String("volume:"))) {
            container.mounts << ContainerMount{
                QStringLiteral("volume"), value.section(u'>', 0, 0), {}, value.section(u'>', 1), true};
        } else if (extra.startsWith(QLatin1String("name:"))) {
            container.name = value;
        }
    }
    container.id = idOf(container.name);
    container.created = QDateTime(QDate(2024, 5, 1), QTime(12, 0), QTimeZone::utc());
    return container;
}

inline QList<ContainerSummary> containerLines(const QStringList &lines)
{
    QList<ContainerSummary> containers;
    for (const QString &line : lines)
        containers << containerLine(line);
    return containers;
}

/// One line a row: the cells of \a columns joined by " | ", children indented by two spaces.
inline QStringList printTree(const QAbstractItemModel &model, const QList<int> &columns, const QModelIndex &parent = {},
                             int depth = 0)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (const int column : columns)
            cells << model.index(row, column, parent).data().toString();
        lines << QString(2 * depth, u' ') + cells.join(QStringLiteral(" | "));
        lines << printTree(model, columns, model.index(row, 0, parent), depth + 1);
    }
    return lines;
}

} // namespace Gantry::Testing
