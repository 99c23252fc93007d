// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/plainbuildparser.h"

#include "build/buildkitname.h"

#include <QRegularExpression>

#include <utility>

namespace Gantry {

using namespace Qt::StringLiterals;

void PlainBuildParser::feed(const QString &text)
{
    m_line += text;
    qsizetype begin = 0;
    for (qsizetype end = m_line.indexOf(u'\n'); end >= 0; end = m_line.indexOf(u'\n', begin)) {
        takeLine(m_line.mid(begin, end - begin));
        begin = end + 1;
    }
    m_line.remove(0, begin);
}

void PlainBuildParser::finish()
{
    takeLine(std::exchange(m_line, {}));
}

void PlainBuildParser::takeLine(const QString &line)
{
    static const QRegularExpression ofStep(u"\\A#(\\d+) (.*)\\z"_s);
    if (const QRegularExpressionMatch match = ofStep.match(line); match.hasMatch()) {
        takeStepLine(match.captured(1), match.captured(2));
        return;
    }
    if (line.startsWith("ERROR: "_L1))
        m_progress->setProblem(line.mid(7));
    if (!line.isEmpty())
        m_progress->say(line + u'\n');
}

void PlainBuildParser::takeStepLine(const QString &key, const QString &rest)
{
    static const QRegularExpression output(u"\\A(\\d+\\.\\d+) (.*)\\z"_s);
    static const QRegularExpression done(u"\\ADONE (\\d+(?:\\.\\d+)?)s\\z"_s);
    static const QRegularExpression image(u"\\Awriting image (sha256:[0-9a-f]{64})(?: .*)?done\\z"_s);
    // "#0 building with …" is of no step.
    if (key == "0"_L1) {
        m_progress->say(rest + u'\n');
        return;
    }
    const qsizetype known = m_progress->steps().size();
    const int index = m_progress->step(key);
    if (index == known) {
        nameBuildKitStep(m_progress, index, rest);
        m_progress->start(index);
        m_progress->say(rest + u'\n');
    } else if (const QRegularExpressionMatch line = output.match(rest); line.hasMatch()) {
        m_progress->addOutput(index, line.captured(2) + u'\n');
    } else if (const QRegularExpressionMatch end = done.match(rest); end.hasMatch()) {
        m_progress->end(index, BuildStep::State::Done, qint64(end.captured(1).toDouble() * 1000));
    } else if (rest == "CACHED"_L1) {
        m_progress->end(index, BuildStep::State::Cached, 0);
        m_progress->say(rest + u'\n');
    } else if (rest.startsWith("CANCELED"_L1)) {
        m_progress->end(index, BuildStep::State::Cancelled);
    } else if (rest.startsWith("ERROR: "_L1)) {
        m_progress->change(index).problem = rest.mid(7);
        m_progress->end(index, BuildStep::State::Failed);
        m_progress->say(rest + u'\n');
    } else if (const QRegularExpressionMatch made = image.match(rest); made.hasMatch()) {
        m_progress->setImageId(made.captured(1));
    } else if (!rest.startsWith(u'[') && rest != "..."_L1 && rest != m_progress->steps().at(index).instruction) {
        m_progress->addOutput(index, rest + u'\n');
    }
}

} // namespace Gantry
