// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/rawjsonbuildparser.h"

#include "build/buildkitname.h"
#include "engine/json.h"

#include <QJsonDocument>

#include <utility>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestObject = 16 * 1024 * 1024;

} // namespace

void RawJsonBuildParser::feed(const QString &text)
{
    m_lines.feed(text, [this](const QString &line) { takeLine(line); });
}

void RawJsonBuildParser::finish()
{
    takeLine(m_lines.takeRest());
}

void RawJsonBuildParser::takeLine(const QString &line)
{
    if (m_object.isEmpty() && !line.startsWith(u'{')) {
        takeStrayBuildxLine(m_progress, line);
        return;
    }
    m_object += line + u'\n';
    // One that is spread over lines is indented, and ends with a brace in the first column.
    const bool ends = line == "}"_L1 || (line.startsWith(u'{') && line.endsWith(u'}'));
    if (ends)
        takeMessage(QJsonDocument::fromJson(std::exchange(m_object, {}).toUtf8()).object());
    else if (m_object.size() > longestObject)
        m_object.clear();
}

void RawJsonBuildParser::takeMessage(const QJsonObject &message)
{
    const QJsonArray vertexes = message["vertexes"_L1].toArray();
    for (const auto &vertex : vertexes)
        takeVertex(vertex.toObject());
    const QJsonArray statuses = message["statuses"_L1].toArray();
    for (const auto &status : statuses)
        takeStatus(status.toObject());
    const QJsonArray logs = message["logs"_L1].toArray();
    for (const auto &log : logs) {
        const QString key = log["vertex"_L1].toString();
        const QByteArray bytes = QByteArray::fromBase64(log["data"_L1].toString().toLatin1());
        m_progress->addOutput(m_progress->step(key), m_outputs[key].feed(bytes));
    }
}

void RawJsonBuildParser::takeVertex(const QJsonObject &vertex)
{
    const int index = m_progress->step(vertex["digest"_L1].toString());
    const QString name = vertex["name"_L1].toString();
    if (m_progress->steps().at(index).instruction.isEmpty())
        nameBuildKitStep(m_progress, index, name);
    const QDateTime started = Json::time(vertex["started"_L1]);
    const QDateTime completed = Json::time(vertex["completed"_L1]);
    const QString error = vertex["error"_L1].toString();
    if (started.isValid() && !completed.isValid()) {
        m_progress->start(index);
        m_progress->sayLine(name);
        return;
    }
    if (!completed.isValid())
        return;
    const qint64 duration = started.isValid() ? started.msecsTo(completed) : 0;
    const bool first = !m_progress->steps().at(index).hasEnded();
    if (!error.isEmpty()) {
        if (error.contains("context canceled"_L1))
            m_progress->end(index, BuildStep::State::Cancelled, duration);
        else
            m_progress->fail(index, error, duration);
        m_progress->sayLine(u"ERROR: "_s + error);
    } else if (vertex["cached"_L1].toBool()) {
        m_progress->end(index, BuildStep::State::Cached, duration);
        if (first)
            m_progress->say(name + u"\nCACHED\n"_s);
    } else {
        m_progress->end(index, BuildStep::State::Done, duration);
    }
}

void RawJsonBuildParser::takeStatus(const QJsonObject &status)
{
    // "writing image sha256:…" names what came out.
    const QString id = status["id"_L1].toString();
    if (id.startsWith("writing image sha256:"_L1))
        m_progress->setImageId(id.mid(14));
    if (status["completed"_L1].isString() && !id.isEmpty())
        m_progress->addOutput(m_progress->step(status["vertex"_L1].toString()), id + u'\n');
}

} // namespace Gantry
