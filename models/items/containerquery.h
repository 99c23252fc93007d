// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace Gantry {

/// What the user typed into the filter of the containers: words that all must fit. A free word is looked for in name,
/// image, id and labels; `state:running`, `health:unhealthy`, `project:tp1`, `service:db`, `name:`, `image:`, `id:`,
/// `port:8000` and `label:key=value` look at one thing; a minus before a word turns it round; quotes keep spaces.
class ContainerQuery
{
public:
    enum class Field { Any, Name, Image, Id, Project, Service, State, Health, Port, Label };

    struct Term
    {
        Field field = Field::Any;
        QString value; ///< lower case
        bool negated = false;
        QByteArray utf8{}; ///< of the value

        friend bool operator==(const Term &a, const Term &b)
        {
            return a.field == b.field && a.value == b.value && a.negated == b.negated;
        }
    };

    static ContainerQuery parse(const QString &text);

    bool isEmpty() const { return m_terms.isEmpty(); }
    const QList<Term> &terms() const { return m_terms; }
    /// \a filterText is ContainerModel's: lower case, in UTF-8, made once.
    bool matches(const ContainerSummary &container, const QByteArray &filterText) const;

    /// Whether everything that fits this surely fits \a other, as while a word is being typed. False when in doubt.
    bool refines(const ContainerQuery &other) const;

    friend bool operator==(const ContainerQuery &, const ContainerQuery &) = default;

private:
    QList<Term> m_terms;
};

} // namespace Gantry
