// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/containerquery.h"

#include <QHash>

#include <algorithm>
#include <cstring>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// Words apart by spaces, where quotes keep spaces and are dropped.
QStringList split(const QString &text)
{
    QStringList words;
    QString word;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"') {
            quoted = !quoted;
        } else if (c.isSpace() && !quoted) {
            words << word;
            word.clear();
        } else {
            word += c;
        }
    }
    words << word;
    words.removeAll(QString());
    return words;
}

// The words of the query language, the same in every translation of the program.
QStringList stateWords(const ContainerSummary &container)
{
    switch (container.state) {
    case ContainerState::Created:
        return {u"created"_s, u"stopped"_s};
    case ContainerState::Running:
        return {u"running"_s};
    case ContainerState::Paused:
        return {u"paused"_s};
    case ContainerState::Restarting:
        return {u"restarting"_s};
    case ContainerState::Removing:
        return {u"removing"_s};
    case ContainerState::Exited:
        return {u"exited"_s, u"stopped"_s};
    case ContainerState::Dead:
        return {u"dead"_s, u"stopped"_s};
    case ContainerState::Unknown:
        break;
    }
    return {u"unknown"_s};
}

QString healthWord(const ContainerSummary &container)
{
    switch (container.health) {
    case Health::None:
        break;
    case Health::Starting:
        return u"starting"_s;
    case Health::Healthy:
        return u"healthy"_s;
    case Health::Unhealthy:
        return u"unhealthy"_s;
    }
    return u"none"_s;
}

bool anyStartsWith(const QStringList &words, const QString &value)
{
    return std::any_of(words.begin(), words.end(), [&](const QString &word) { return word.startsWith(value); });
}

bool matchesLabel(const ContainerSummary &container, const QString &value)
{
    const qsizetype equals = value.indexOf(u'=');
    const QString key = equals < 0 ? value : value.left(equals);
    for (auto it = container.labels.begin(); it != container.labels.end(); ++it) {
        const bool keyFits = equals < 0 ? it.key().contains(key, Qt::CaseInsensitive)
                                        : it.key().compare(key, Qt::CaseInsensitive) == 0;
        if (keyFits && (equals < 0 || it.value().contains(value.mid(equals + 1), Qt::CaseInsensitive)))
            return true;
    }
    return false;
}

bool matchesPort(const ContainerSummary &container, const QString &value)
{
    return std::any_of(container.ports.begin(), container.ports.end(), [&](const ContainerPort &port) {
        return QString::number(port.publicPort) == value || QString::number(port.privatePort) == value;
    });
}

/// Qt's own searches are several times slower, and each key press looks into ten thousands of texts.
bool contains(const QByteArray &text, const QByteArray &wanted)
{
    return ::memmem(text.constData(), size_t(text.size()), wanted.constData(), size_t(wanted.size())) != nullptr;
}

bool matchesTerm(const ContainerQuery::Term &term, const ContainerSummary &container, const QByteArray &filterText)
{
    using Field = ContainerQuery::Field;
    switch (term.field) {
    case Field::Any:
        return contains(filterText, term.utf8);
    case Field::Name:
        return container.name.contains(term.value, Qt::CaseInsensitive);
    case Field::Image:
        return container.image.contains(term.value, Qt::CaseInsensitive);
    case Field::Id:
        return container.id.startsWith(term.value, Qt::CaseInsensitive);
    case Field::Project:
        return container.project().contains(term.value, Qt::CaseInsensitive);
    case Field::Service:
        return container.service().contains(term.value, Qt::CaseInsensitive);
    case Field::State:
        return anyStartsWith(stateWords(container), term.value)
            || (container.state == ContainerState::Running && container.health != Health::None
                && healthWord(container).startsWith(term.value));
    case Field::Health:
        return healthWord(container).startsWith(term.value);
    case Field::Port:
        return matchesPort(container, term.value);
    case Field::Label:
        return matchesLabel(container, term.value);
    }
    return false;
}

} // namespace

ContainerQuery ContainerQuery::parse(const QString &text)
{
    static const QHash<QString, Field> fields{
        {u"name"_s, Field::Name},       {u"image"_s, Field::Image},     {u"id"_s, Field::Id},
        {u"project"_s, Field::Project}, {u"service"_s, Field::Service}, {u"state"_s, Field::State},
        {u"health"_s, Field::Health},   {u"port"_s, Field::Port},       {u"label"_s, Field::Label},
    };
    ContainerQuery query;
    for (QString word : split(text.toLower())) {
        Term term;
        if (word.startsWith(u'-')) {
            term.negated = true;
            word.remove(0, 1);
        }
        const qsizetype colon = word.indexOf(u':');
        // "postgres:16" is an image, not a field.
        term.field = fields.value(word.left(qMax<qsizetype>(0, colon)), Field::Any);
        term.value = term.field == Field::Any ? word : word.mid(colon + 1);
        term.utf8 = term.value.toUtf8();
        // "state:" says nothing while the user still types.
        if (!term.value.isEmpty())
            query.m_terms << term;
    }
    return query;
}

bool ContainerQuery::matches(const ContainerSummary &container, const QByteArray &filterText) const
{
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [&](const Term &term) { return matchesTerm(term, container, filterText) != term.negated; });
}

bool ContainerQuery::refines(const ContainerQuery &other) const
{
    const auto implies = [](const Term &term, const Term &wider) {
        const bool words = term.field == Field::Any && wider.field == Field::Any && !term.negated && !wider.negated;
        return term == wider || (words && term.value.contains(wider.value));
    };
    return std::all_of(other.m_terms.begin(), other.m_terms.end(), [&](const Term &wider) {
        return std::any_of(m_terms.begin(), m_terms.end(), [&](const Term &term) { return implies(term, wider); });
    });
}

} // namespace Gantry
