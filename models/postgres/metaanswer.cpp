// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/metaanswer.h"

namespace Gantry {

void MetaAnswer::ask(const QByteArray &statement, const QList<MetaCell> &parameters,
                     std::function<void(const MetaRows &rows)> take)
{
    m_waiting.insert(m_waiting.begin() + qsizetype(m_asked), {statement, parameters, std::move(take)});
    ++m_asked;
}

std::optional<MetaQuery> MetaAnswer::next()
{
    m_asked = 0;
    if (m_failed || m_waiting.empty())
        return {};
    MetaQuery query = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_taking = query.take;
    return query;
}

void MetaAnswer::take(const MetaRows &rows)
{
    const auto taking = std::exchange(m_taking, nullptr);
    taking(rows);
}

void MetaAnswer::fail(const QString &sentence)
{
    m_failed = true;
    m_sentence = sentence;
}

} // namespace Gantry
