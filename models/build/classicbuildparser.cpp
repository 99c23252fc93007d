// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/classicbuildparser.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace Gantry {

using namespace Qt::StringLiterals;

void ClassicBuildParser::feed(const QByteArray &bytes)
{
    m_lines.feed(bytes, [this](const QByteArray &line) { takeLine(line); });
}

void ClassicBuildParser::finish()
{
    takeLine(m_lines.takeRest());
    if (m_progress->problem().isEmpty())
        endStep();
}

void ClassicBuildParser::takeLine(const QByteArray &line)
{
    const QJsonObject message = QJsonDocument::fromJson(line).object();
    if (message.isEmpty())
        return;
    if (const QString error = message["error"_L1].toString(); !error.isEmpty()) {
        const QString detail = message["errorDetail"_L1]["message"_L1].toString();
        const QString words = (detail.isEmpty() ? error : detail).trimmed();
        m_progress->setProblem(words);
        m_progress->sayLine(words);
        if (m_step >= 0)
            m_progress->fail(std::exchange(m_step, -1), words);
        return;
    }
    if (const QString id = message["aux"_L1]["ID"_L1].toString(); !id.isEmpty()) {
        m_progress->setImageId(id); // of a stage, too: the last one counts
        return;
    }
    if (const QString text = message["stream"_L1].toString(); !text.isEmpty()) {
        takeStream(text);
    } else if (const QString status = message["status"_L1].toString(); !status.isEmpty() && m_step >= 0) {
        // Of a pull: the lines of layers that go on without end say nothing here.
        if (!message["progressDetail"_L1].isObject() || message["progressDetail"_L1].toObject().isEmpty()) {
            const QString id = message["id"_L1].toString();
            m_progress->addOutput(m_step, (id.isEmpty() ? status : id + u": "_s + status) + u'\n');
        }
    }
}

/// What the builder says of itself comes in messages of its own; true if \a line was that. Docker says "Step 1/4 : FROM
/// a", Podman "STEP 1/4: FROM a", and "[1/2] STEP 1/4: FROM a" where there are several stages, each counted by itself.
bool ClassicBuildParser::takeMark(const QString &line)
{
    static const QRegularExpression step(u"\\A(?:\\[(\\d+)/\\d+\\] )?S(tep|TEP) (\\d+)/(\\d+) ?: (.*)\\z"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression made(u"\\ASuccessfully built ([0-9a-f]+)"_s);
    if (const QRegularExpressionMatch match = step.match(line); match.hasMatch()) {
        takeStep(match);
        return true;
    }
    if (line.startsWith(" ---> "_L1) || line.startsWith("--> "_L1)
        || line.startsWith("Removing intermediate container "_L1)) {
        m_cached |= line.contains("--> Using cache"_L1);
        m_progress->sayLine(line.trimmed());
        return true;
    }
    if (line.startsWith("Successfully built "_L1) || line.startsWith("Successfully tagged "_L1)) {
        endStep();
        if (const QRegularExpressionMatch id = made.match(line); id.hasMatch() && m_progress->imageId().isEmpty())
            m_progress->setImageId(id.captured(1));
        m_progress->sayLine(line.trimmed());
        return true;
    }
    return false;
}

void ClassicBuildParser::takeStep(const QRegularExpressionMatch &match)
{
    endStep();
    const int stage = match.captured(1).toInt();
    const int number = match.captured(3).toInt();
    const bool countsInStages = match.captured(2) == "TEP"_L1;
    if (stage == 0)
        m_progress->setTotal(match.captured(4).toInt());
    m_step = m_progress->step(match.captured(1) + u'.' + match.captured(3));
    BuildStep &entry = m_progress->change(m_step);
    entry.number = match.captured(3) + u'/' + match.captured(4);
    entry.instruction = match.captured(5).simplified();
    const Dockerfile &file = m_progress->dockerfile();
    m_progress->place(m_step,
                      countsInStages ? file.stageStep(std::max(stage, 1) - 1, number) : file.classicStep(number));
    m_progress->start(m_step);
    m_cached = false;
    m_progress->sayLine(match.captured(0).trimmed());
}

void ClassicBuildParser::takeStream(const QString &text)
{
    if (takeMark(text))
        return;
    const QString plain = m_output.feed(text.toUtf8());
    // The line break behind "Step …" comes alone.
    if (plain.isEmpty() || (plain == "\n"_L1 && (m_step < 0 || m_progress->steps().at(m_step).output.isEmpty())))
        return;
    if (m_step >= 0)
        m_progress->addOutput(m_step, plain);
    else
        m_progress->say(plain);
}

void ClassicBuildParser::endStep()
{
    if (m_step >= 0)
        m_progress->end(m_step, m_cached ? BuildStep::State::Cached : BuildStep::State::Done);
    m_step = -1;
}

} // namespace Gantry
