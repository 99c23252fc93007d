// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/buildkitname.h"

#include "build/buildprogress.h"

#include <QRegularExpression>

namespace Gantry {

using namespace Qt::StringLiterals;

void nameBuildKitStep(BuildProgress *progress, int index, const QString &name)
{
    static const QRegularExpression ofDockerfile(u"\\A\\[(?:(.*) )?(\\d+)/(\\d+)\\] (.*)\\z"_s,
                                                 QRegularExpression::DotMatchesEverythingOption);
    BuildStep &step = progress->change(index);
    const QRegularExpressionMatch match = ofDockerfile.match(name);
    if (!match.hasMatch()) {
        step.instruction = (name.startsWith("[internal] "_L1) ? name.mid(11) : name).simplified();
        return;
    }
    // With several platforms the stage's name follows the platform's.
    const QString stage = match.captured(1).section(u' ', -1);
    const QString fraction = match.captured(2) + u'/' + match.captured(3);
    step.number = match.captured(1).isEmpty() ? fraction : match.captured(1) + u' ' + fraction;
    step.instruction = match.captured(4).simplified();
    progress->place(index, progress->dockerfile().buildKitStep(stage, match.captured(2).toInt(), match.captured(4)));
}

void takeStrayBuildxLine(BuildProgress *progress, const QString &line)
{
    static const QString mark = u"ERROR: "_s;
    if (line.startsWith(mark))
        progress->setProblem(line.mid(mark.size()));
    progress->sayLine(line);
}

} // namespace Gantry
