// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/runport.h"

#include <QRegularExpression>
#include <QStringList>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

struct PortRange
{
    quint16 first = 0;
    quint16 last = 0;

    int size() const { return last - first + 1; }
};

/// "80", "8000-8010".
std::optional<PortRange> rangeOf(const QString &text)
{
    static const QRegularExpression form(u"\\A([0-9]{1,5})(?:-([0-9]{1,5}))?\\z"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const uint first = match.captured(1).toUInt();
    const uint last = match.captured(2).isEmpty() ? first : match.captured(2).toUInt();
    if (first == 0 || first > last || last > 65535)
        return std::nullopt;
    return PortRange{quint16(first), quint16(last)};
}

} // namespace

QString RunPort::hostPort() const
{
    if (first == 0)
        return {};
    return last > first ? u"%1-%2"_s.arg(first).arg(last) : QString::number(first);
}

QString RunPort::text() const
{
    QString text;
    if (!address.isEmpty())
        text = (address.contains(u':') ? u'[' + address + u']' : address) + u':';
    if (first != 0 || !address.isEmpty())
        text += hostPort() + u':';
    text += QString::number(containerPort);
    if (protocol != "tcp"_L1)
        text += u'/' + protocol;
    return text;
}

std::optional<QList<RunPort>> RunPort::parse(const QString &text)
{
    static const QRegularExpression form(
        u"\\A(?:(\\[[0-9a-fA-F.]*:[0-9a-fA-F:.]*\\]|[0-9]{1,3}(?:\\.[0-9]{1,3}){3}):)?(?:([0-9-]*):)?([0-9-]+)(?:/(tcp|udp|sctp))?\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    RunPort port;
    port.address = match.captured(1);
    if (port.address.startsWith(u'['))
        port.address = port.address.mid(1).chopped(1);
    if (!match.captured(4).isEmpty())
        port.protocol = match.captured(4).toLower();
    const std::optional<PortRange> inside = rangeOf(match.captured(3));
    const std::optional<PortRange> outside
        = match.captured(2).isEmpty() ? std::optional(PortRange{}) : rangeOf(match.captured(2));
    if (!inside || !outside)
        return std::nullopt;
    const bool chosen = outside->first == 0;
    if (!chosen && inside->size() > 1 && inside->size() != outside->size())
        return std::nullopt;
    QList<RunPort> ports;
    for (int i = 0; i < inside->size(); ++i) {
        port.containerPort = quint16(inside->first + i);
        if (!chosen && inside->size() > 1) {
            port.first = port.last = quint16(outside->first + i);
        } else {
            port.first = outside->first;
            port.last = outside->last;
        }
        ports << port;
    }
    return ports;
}

QList<RunPort> RunPort::parseAll(const QString &text, QStringList *bad)
{
    static const QRegularExpression separators(u"[\\s,;]+"_s);
    QList<RunPort> ports;
    const QStringList parts = text.split(separators, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (const std::optional<QList<RunPort>> parsed = parse(part))
            ports << *parsed;
        else if (bad)
            *bad << part;
    }
    return ports;
}

QString RunPort::text(const QList<RunPort> &ports)
{
    QStringList texts;
    for (const RunPort &port : ports)
        texts << port.text();
    return texts.join(u", "_s);
}

} // namespace Gantry
