// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/typenames.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace Gantry {

namespace {

constexpr int headerSize = 4; // VARHDRSZ, which the modifiers of some types include

// What the modifier adds, for the types of which it is simple; empty for the others.
QString modified(const QString &name, int modifier)
{
    const int size = modifier - headerSize;
    if (name == QLatin1String("numeric")) {
        const int scale = ((size & 0x7FF) ^ 0x400) - 0x400; // eleven bits with a sign
        return QStringLiteral("numeric(%1,%2)").arg((size >> 16) & 0xFFFF).arg(scale);
    }
    if (name == QLatin1String("character varying") || name == QLatin1String("character"))
        return QStringLiteral("%1(%2)").arg(name).arg(size);
    if (name == QLatin1String("bit") || name == QLatin1String("bit varying"))
        return QStringLiteral("%1(%2)").arg(name).arg(modifier);
    if (name.startsWith(QLatin1String("time ")) || name.startsWith(QLatin1String("timestamp "))) {
        QString result = name;
        return result.insert(name.indexOf(u' '), QStringLiteral("(%1)").arg(modifier));
    }
    return {};
}

QString withModifier(const QString &name, int modifier)
{
    if (!name.endsWith(QLatin1String("[]")))
        return modified(name, modifier);
    const QString element = modified(name.chopped(2), modifier);
    return element.isEmpty() ? element : element + QStringLiteral("[]");
}

} // namespace

QString TypeNames::shortened(const QString &formatted)
{
    using Pair = std::pair<QLatin1String, QLatin1String>;
    static constexpr std::array words{
        Pair{QLatin1String("character varying"), QLatin1String("varchar")},
        Pair{QLatin1String("bit varying"), QLatin1String("varbit")},
        Pair{QLatin1String("character"), QLatin1String("char")},
    };
    QString name = formatted;
    if (name.startsWith(QLatin1String("time"))) {
        const bool zoned = name.contains(QLatin1String(" with time zone"));
        name.remove(QLatin1String(" with time zone")).remove(QLatin1String(" without time zone"));
        if (zoned) // the "tz" stands before a precision
            name.insert(name.startsWith(QLatin1String("timestamp")) ? 9 : 4, QLatin1String("tz"));
        return name;
    }
    for (const auto &[full, brief] : words) {
        if (name == full || (name.startsWith(full) && !name.at(full.size()).isLetter() && name.at(full.size()) != u'_'))
            return name.replace(0, full.size(), brief);
    }
    return name;
}

void TypeNames::clear()
{
    m_names.clear();
    m_modified.clear();
}

bool TypeNames::knows(quint32 oid, int modifier) const
{
    const auto name = m_names.constFind(oid);
    if (modifier < 0 || m_modified.contains({oid, modifier}))
        return name != m_names.constEnd() || m_modified.contains({oid, modifier});
    return name != m_names.constEnd() && !withModifier(*name, modifier).isEmpty();
}

QString TypeNames::name(quint32 oid, int modifier) const
{
    const auto exact = m_modified.constFind({oid, modifier});
    if (exact != m_modified.constEnd())
        return *exact;
    const auto name = m_names.constFind(oid);
    if (name == m_names.constEnd())
        return QCoreApplication::translate("Gantry::TypeNames", "type %1").arg(oid);
    const QString full = modifier < 0 ? *name : withModifier(*name, modifier);
    return full.isEmpty() ? *name : full;
}

} // namespace Gantry
