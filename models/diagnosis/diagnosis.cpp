// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/diagnosis.h"

#include "diagnosis/diagnosischecks.h"
#include "diagnosis/exitwords.h"
#include "engine/ansitext.h"
#include "engine/middleleftout.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostBadLines = 8;

struct Found
{
    const CauseRule *rule = nullptr;
    CauseRule::Match match;
    qsizetype endLine = -1;
};

/// Of lines that were joined by line feeds: which one a place is in.
qsizetype lineAt(const QList<qsizetype> &starts, qsizetype place)
{
    return std::upper_bound(starts.cbegin(), starts.cend(), place) - starts.cbegin() - 1;
}

QString joinedLines(const QList<EvidenceLine> &lines, QList<qsizetype> *starts)
{
    QString text;
    for (const EvidenceLine &line : lines) {
        starts->append(text.size());
        text += line.text + u'\n';
    }
    return text;
}

/// What a terminal would show of an output of several lines.
QString plainLines(const QString &output)
{
    QStringList lines;
    for (const QString &line : output.split(u'\n'))
        lines.append(AnsiText::parse(line.left(StopEvidence::LongestLine).toUtf8()).text);
    return lines.join(u'\n');
}

Found firstIn(const QString &text, CauseRule::Where where)
{
    for (const CauseRule &rule : CauseRule::all()) {
        if (!(rule.where & where))
            continue;
        if (const auto match = rule.match(text))
            return {&rule, *match};
    }
    return {};
}

/// What was said last is what ended it; of several rules that fit the same line, the first counts.
Found lastInLog(const QString &text, const QList<qsizetype> &starts)
{
    Found best;
    for (const CauseRule &rule : CauseRule::all()) {
        if (!(rule.where & CauseRule::Log))
            continue;
        const auto match = rule.match(text);
        if (!match)
            continue;
        const qsizetype endLine = lineAt(starts, match->end);
        if (endLine > best.endLine)
            best = {&rule, *match, endLine};
    }
    return best;
}

Found byEnding(const ContainerDetails &container)
{
    for (const CauseRule &rule : CauseRule::all()) {
        if (rule.ending && rule.fitsEnding(container.exitCode, container.outOfMemory))
            return {&rule, {}};
    }
    return {};
}

bool looksBad(const QString &line)
{
    static const QRegularExpression words(
        u"\\b(?:error|errno|fatal|panic|exception|failed|failure|cannot|can't|could not|unable|denied|refused|killed|critical)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return words.match(line).hasMatch();
}

/// Facts that a rule's texts may name.
CauseRule::Captures factsOf(const StopEvidence &evidence, const CauseRule::Captures &captures)
{
    const ContainerDetails &container = evidence.container;
    CauseRule::Captures facts = captures;
    facts.insert(u"command"_s, DiagnosisChecks::commandOf(container));
    facts.insert(u"limit"_s, DiagnosisChecks::limitOf(container));
    facts.insert(u"signal"_s, ExitWords::signalName(container.exitCode));
    facts.insert(u"folder"_s, container.workingDirectory.isEmpty() ? u"/"_s : container.workingDirectory);
    facts.insert(u"streak"_s, QString::number(container.failingStreak));
    if (!captures.contains(u"user"_s))
        facts.insert(u"user"_s, container.user.isEmpty() ? u"root"_s : container.user);
    const QString holder = DiagnosisChecks::holderOf(evidence, captures.value(u"port"_s).toUShort());
    facts.insert(u"holder"_s,
                 holder.isEmpty() ? Diagnosis::tr("Another program used it when this was tried.") : holder);
    return facts;
}

bool isHealthMatter(const ContainerDetails &container)
{
    return container.state == ContainerState::Running && container.health == Health::Unhealthy;
}

/// By itself without error, or because somebody asked it to.
bool endedWell(const ContainerDetails &container)
{
    const int code = container.exitCode;
    return container.error.isEmpty() && !container.outOfMemory && (code == 0 || code == 130 || code == 143);
}

QString lastProbe(const ContainerDetails &container)
{
    const auto failed = std::find_if(container.healthLog.crbegin(), container.healthLog.crend(),
                                     [](const HealthProbe &probe) { return probe.exitCode != 0; });
    return failed == container.healthLog.crend() ? QString() : failed->output;
}

/// The cause in the engine's words, the manner of the end, or the log, in this order: a log says much that ends
/// nothing.
Found search(const StopEvidence &evidence, const QString &log, const QList<qsizetype> &starts)
{
    const ContainerDetails &container = evidence.container;
    if (isHealthMatter(container))
        return firstIn(plainLines(lastProbe(container)), CauseRule::Probe);
    if (container.isRunning() && container.state != ContainerState::Restarting)
        return {};
    if (!container.error.isEmpty())
        return firstIn(plainLines(container.error), CauseRule::Engine);
    if (container.state == ContainerState::Created)
        return {};
    const Found ending = byEnding(container);
    return ending.rule ? ending : lastInLog(log, starts);
}

void nameUnknown(const ContainerDetails &container, Diagnosis *diagnosis)
{
    if (container.state == ContainerState::Created && container.error.isEmpty()) {
        diagnosis->kind = Diagnosis::Kind::NeverStarted;
        diagnosis->title = Diagnosis::tr("It was never started");
        diagnosis->words = Diagnosis::tr(
            "It was created and has not run yet. Should a start have failed, Operations has the engine's words.");
        diagnosis->fix = Diagnosis::tr("Start it.");
    } else if (!container.error.isEmpty()) {
        diagnosis->title = Diagnosis::tr("The engine could not start it");
        diagnosis->words
            = Diagnosis::tr("What the engine says is none of the causes that Gantry knows; its words stand "
                            "below.");
    } else if (isHealthMatter(container)) {
        diagnosis->kind = Diagnosis::Kind::Unhealthy;
        diagnosis->title = Diagnosis::tr("Its health check fails, and the cause is not known");
        diagnosis->words
            = Diagnosis::tr("The program runs, but its check failed %n time(s) in a row. What the check said "
                            "stands below.",
                            nullptr, container.failingStreak);
    } else if (container.isRunning() && container.state != ContainerState::Restarting) {
        diagnosis->kind = Diagnosis::Kind::Fine;
        diagnosis->title = Diagnosis::tr("It runs");
        diagnosis->words = Diagnosis::tr("There is nothing to explain now.");
    } else {
        diagnosis->title = Diagnosis::tr("It ended with code %1, and the cause is not known").arg(container.exitCode);
        diagnosis->words = ExitWords::meaning(container.exitCode, container.outOfMemory) + u' '
            + Diagnosis::tr("What it wrote last is none of the causes that Gantry knows; it stands below.");
    }
}

void pickLines(QList<EvidenceLine> lines, const QSet<qsizetype> &matters, Diagnosis *diagnosis)
{
    const qsizetype count = lines.size();
    QSet<qsizetype> shown;
    const auto show = [&shown, count](qsizetype line) {
        if (line >= 0 && line < count && shown.size() < Diagnosis::MostLines)
            shown.insert(line);
    };
    for (qsizetype line = count - 1; line >= 0 && line >= count - Diagnosis::LastLines; --line)
        show(line);
    for (const qsizetype line : matters) {
        for (qsizetype near = line - 1; near <= line + 1; ++near)
            show(near);
    }
    qsizetype before = -1;
    for (qsizetype line = 0; line < count; ++line) {
        if (!shown.contains(line))
            continue;
        if (line > before + 1) {
            EvidenceLine gap;
            gap.isGap = true;
            diagnosis->lines.append(gap);
        }
        lines[line].matters = matters.contains(line);
        diagnosis->lines.append(lines.at(line));
        before = line;
    }
    diagnosis->linesAreAll = shown.size() == count;
}

} // namespace

Diagnosis Diagnosis::of(const StopEvidence &evidence)
{
    Diagnosis diagnosis;
    diagnosis.container = evidence.container.id;
    QList<qsizetype> starts;
    const QString log = joinedLines(evidence.log, &starts);
    const Found found = search(evidence, log, starts);
    QSet<qsizetype> matters;
    if (found.rule) {
        const CauseRule::Captures facts = factsOf(evidence, found.match.captures);
        diagnosis.rule = QString::fromLatin1(found.rule->id);
        diagnosis.captures = found.match.captures;
        diagnosis.title = CauseRule::filled(found.rule->title, facts);
        diagnosis.words = CauseRule::filled(found.rule->words, facts);
        diagnosis.fix = CauseRule::filled(found.rule->fix, facts);
        diagnosis.place = found.rule->place ? CauseRule::filled(found.rule->place, facts) : QString();
        diagnosis.kind = isHealthMatter(evidence.container) ? Kind::Unhealthy
            : endedWell(evidence.container)                 ? Kind::Fine
                                                            : Kind::Failed;
        if (found.endLine >= 0) {
            for (const qsizetype place : found.match.places)
                matters.insert(lineAt(starts, place));
        }
    } else {
        nameUnknown(evidence.container, &diagnosis);
    }
    if (matters.isEmpty() && diagnosis.kind != Kind::Fine) {
        // Nothing in the log is sure: what sounded like an error last is the best there is.
        for (qsizetype line = evidence.log.size() - 1; line >= 0 && matters.size() < MostBadLines; --line) {
            if (looksBad(evidence.log.at(line).text))
                matters.insert(line);
        }
    }
    pickLines(evidence.log, matters, &diagnosis);
    diagnosis.linesAreAll = diagnosis.linesAreAll && evidence.logIsWhole;
    diagnosis.logProblem = evidence.logProblem;
    diagnosis.checks = DiagnosisChecks::of(evidence, diagnosis);
    return diagnosis;
}

QString Diagnosis::report() const
{
    QStringList parts{title, words};
    if (!fix.isEmpty())
        parts.append(tr("Fix: %1").arg(fix));
    if (!place.isEmpty())
        parts.append(tr("Where: %1").arg(place));
    if (!file.isEmpty())
        parts.append(tr("File: %1").arg(file));
    if (change)
        parts.append(u"-%1 %2\n+%1 %3"_s.arg(QString::number(change->line), change->before, change->after));
    parts.append(QString());
    for (const DiagnosisCheck &check : checks + changes)
        parts.append(tr("%1: %2").arg(check.name, check.text));
    parts.append(QString());
    for (const EvidenceLine &line : lines) {
        const QString time = line.time.isValid() ? line.time.toUTC().toString(Qt::ISODateWithMs) + u' ' : QString();
        parts.append(line.isGap ? u"…"_s : time + line.text);
    }
    return parts.join(u'\n').trimmed() + u'\n';
}

} // namespace Gantry
