// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/runmount.h"

#include <utility>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// The fields of one line of CSV (RFC 4180).
QStringList csvFields(const QString &line)
{
    QStringList fields;
    QString field;
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'"' && quoted && i + 1 < line.size() && line[i + 1] == u'"')
            field += line[i++];
        else if (c == u'"')
            quoted = !quoted;
        else if (c == u',' && !quoted)
            fields << std::exchange(field, {});
        else
            field += c;
    }
    return fields << field;
}

QString csvField(QString text)
{
    if (!text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n'))
        return text;
    return u'"' + text.replace(u'"', "\"\""_L1) + u'"';
}

bool isPath(const QString &source)
{
    return source.startsWith(u'/') || source.startsWith(u'.') || source.startsWith(u'~') || source.startsWith(u'$');
}

} // namespace

std::optional<QString> RunMount::bind() const
{
    if (kind == Kind::Tmpfs || source.contains(u':') || target.contains(u':'))
        return std::nullopt;
    if (source.isEmpty())
        return readOnly || !options.isEmpty() ? std::nullopt : std::optional(target);
    QStringList words = options.split(u',', Qt::SkipEmptyParts);
    if (readOnly)
        words.prepend(u"ro"_s);
    return source + u':' + target + (words.isEmpty() ? QString() : u':' + words.join(u','));
}

QStringList RunMount::arguments() const
{
    if (kind == Kind::Tmpfs && !target.contains(u':'))
        return {u"--tmpfs"_s, options.isEmpty() ? target : target + u':' + options};
    if (const std::optional<QString> volume = bind())
        return {u"-v"_s, *volume};
    QStringList fields{kind == Kind::Bind ? u"type=bind"_s : kind == Kind::Tmpfs ? u"type=tmpfs"_s : u"type=volume"_s};
    if (kind != Kind::Tmpfs && !source.isEmpty())
        fields << csvField(u"source="_s + source);
    fields << csvField(u"target="_s + target);
    if (readOnly || (kind == Kind::Tmpfs && options == "ro"_L1))
        fields << u"readonly"_s;
    return {u"--mount"_s, fields.join(u',')};
}

std::optional<RunMount> RunMount::fromVolume(const QString &text)
{
    const QStringList parts = text.split(u':');
    RunMount mount;
    if (parts.size() > 3 || parts.contains(QString()))
        return std::nullopt;
    mount.target = parts.size() == 1 ? parts[0] : parts[1];
    if (!mount.target.startsWith(u'/'))
        return std::nullopt;
    if (parts.size() == 1)
        return mount;
    mount.source = parts[0];
    mount.kind = isPath(mount.source) ? Kind::Bind : Kind::Volume;
    QStringList words = parts.value(2).split(u',', Qt::SkipEmptyParts);
    mount.readOnly = words.removeAll(u"ro"_s) > 0;
    words.removeAll(u"rw"_s);
    mount.options = words.join(u',');
    return mount;
}

std::optional<RunMount> RunMount::fromMount(const QString &text, QStringList *unknown)
{
    RunMount mount;
    const QStringList fields = csvFields(text);
    for (const QString &field : fields) {
        const QString key = field.section(u'=', 0, 0).trimmed().toLower();
        const QString value = field.section(u'=', 1);
        if (key == "type"_L1 && (value == "bind"_L1 || value == "volume"_L1 || value == "tmpfs"_L1))
            mount.kind = value == "bind"_L1 ? Kind::Bind : value == "volume"_L1 ? Kind::Volume : Kind::Tmpfs;
        else if (key == "source"_L1 || key == "src"_L1)
            mount.source = value;
        else if (key == "target"_L1 || key == "destination"_L1 || key == "dst"_L1)
            mount.target = value;
        else if (key == "readonly"_L1 || key == "ro"_L1)
            mount.readOnly = value.isEmpty() || value == "true"_L1 || value == "1"_L1;
        else if (unknown)
            *unknown << field;
    }
    if (!mount.target.startsWith(u'/') || (mount.kind == Kind::Bind && mount.source.isEmpty()))
        return std::nullopt;
    // No volume is called like a path: -v would bind that. A tmpfs comes from nowhere.
    if ((mount.kind == Kind::Volume && isPath(mount.source)) || (mount.kind == Kind::Tmpfs && !mount.source.isEmpty()))
        return std::nullopt;
    if (mount.kind == Kind::Tmpfs && std::exchange(mount.readOnly, false))
        mount.options = u"ro"_s;
    return mount;
}

std::optional<RunMount> RunMount::fromTmpfs(const QString &text)
{
    RunMount mount{.kind = Kind::Tmpfs};
    mount.target = text.section(u':', 0, 0);
    mount.options = text.section(u':', 1);
    return mount.target.startsWith(u'/') ? std::optional(mount) : std::nullopt;
}

} // namespace Gantry
