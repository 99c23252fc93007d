// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/plainbuildparser.h"

#include "build/buildkitname.h"

#include <QRegularExpression>

namespace Gantry {

using namespace Qt::StringLiterals;

void PlainBuildParser::feed(const QString &text)
{
    m_lines.feed(text, [this](const QString &line) { takeLine(line); });
}

void PlainBuildParser::finish()
{
    takeLine(m_lines.takeRest());
}

void PlainBuildParser::takeLine(const QString &line)
{
    static const QRegularExpression ofStep(u"\\A#(\\d+) (.*)\\z"_s);
    if (const QRegularExpressionMatch match = ofStep.match(line); match.hasMatch())
        takeStepLine(match.captured(1), match.captured(2));
    else
        takeStrayBuildxLine(m_progress, line);
}

void PlainBuildParser::takeStepLine(const QString &key, const QString &rest)
{
    static const QRegularExpression output(u"\\A(\\d+\\.\\d+) (.*)\\z"_s);
    static const QRegularExpression done(u"\\ADONE (\\d+(?:\\.\\d+)?)s\\z"_s);
    static const QRegularExpression image(u"\\Awriting image (sha256:[0-9a-f]{64})(?: .*)?done\\z"_s);
    // "#0 building with …" is of no step.
    if (key == "0"_L1) {
        m_progress->sayLine(rest);
        return;
    }
    const qsizetype known = m_progress->steps().size();
    const int index = m_progress->step(key);
    if (index == known) {
        nameBuildKitStep(m_progress, index, rest);
        m_progress->start(index);
        m_progress->sayLine(rest);
    } else if (const QRegularExpressionMatch line = output.match(rest); line.hasMatch()) {
        m_progress->addOutput(index, line.captured(2) + u'\n');
    } else if (const QRegularExpressionMatch end = done.match(rest); end.hasMatch()) {
        m_progress->end(index, BuildStep::State::Done, qint64(end.captured(1).toDouble() * 1000));
    } else if (rest == "CACHED"_L1) {
        m_progress->end(index, BuildStep::State::Cached, 0);
        m_progress->sayLine(rest);
    } else if (rest.startsWith("CANCELED"_L1)) {
        m_progress->end(index, BuildStep::State::Cancelled);
    } else if (rest.startsWith("ERROR: "_L1)) {
        m_progress->fail(index, rest.mid(7));
        m_progress->sayLine(rest);
    } else if (const QRegularExpressionMatch made = image.match(rest); made.hasMatch()) {
        m_progress->setImageId(made.captured(1));
    } else if (!rest.startsWith(u'[') && rest != "..."_L1 && rest != m_progress->steps().at(index).instruction) {
        m_progress->addOutput(index, rest + u'\n');
    }
}

} // namespace Gantry
