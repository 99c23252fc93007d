// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/dockerfile.h"

#include "compose/interpolation.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// The character of "# escape=`" at the head of the file; a backslash otherwise.
QChar escapeOf(const QStringList &lines)
{
    static const QRegularExpression directive(u"\\A#\\s*([a-zA-Z]\\w*)\\s*=\\s*(.+?)\\s*\\z"_s);
    for (const QString &line : lines) {
        const QRegularExpressionMatch match = directive.match(line);
        if (!match.hasMatch())
            break;
        if (match.captured(1).toLower() == "escape"_L1)
            return match.captured(2).at(0);
    }
    return u'\\';
}

/// The words at which the documents of "RUN <<EOF cat <<-'END'" end, each with whether tabs before it count.
QList<std::pair<QString, bool>> hereDocuments(const QString &instruction)
{
    static const QRegularExpression mark(u"<<(-?)([\"']?)([a-zA-Z_]\\w*)\\2"_s);
    QList<std::pair<QString, bool>> ends;
    const QString keyword = instruction.section(u' ', 0, 0, QString::SectionSkipEmpty).toUpper();
    if (keyword != "RUN"_L1 && keyword != "COPY"_L1 && keyword != "ADD"_L1)
        return ends;
    for (auto it = mark.globalMatch(instruction); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        ends.emplaceBack(match.captured(3), !match.captured(1).isEmpty());
    }
    return ends;
}

bool isLayer(const DockerInstruction &instruction)
{
    static constexpr std::array layers{"RUN"_L1, "COPY"_L1, "ADD"_L1, "WORKDIR"_L1};
    return std::find(layers.begin(), layers.end(), instruction.keyword) != layers.end();
}

/// Without what builders change: white space.
QString comparable(const QString &text)
{
    return text.simplified().remove(u' ');
}

} // namespace

Dockerfile::Dockerfile(const QString &text)
    : m_lines(text.split(u'\n'))
{
    for (QString &line : m_lines) {
        if (line.endsWith(u'\r'))
            line.chop(1);
    }
    if (m_lines.last().isEmpty())
        m_lines.removeLast();
    const QChar escape = escapeOf(m_lines);
    const qsizetype count = m_lines.size();
    for (qsizetype i = 0; i < count; ++i) {
        if (m_lines[i].trimmed().isEmpty() || m_lines[i].trimmed().startsWith(u'#'))
            continue;
        const qsizetype first = i;
        QString instruction;
        for (bool goesOn = true; goesOn && i < count; ++i) {
            QString line = m_lines[i];
            const QString bare = line.trimmed();
            // Comments and empty lines within an instruction belong to nothing.
            if (i > first && (bare.startsWith(u'#') || bare.isEmpty()))
                continue;
            goesOn = bare.endsWith(escape);
            if (goesOn)
                line.truncate(line.lastIndexOf(escape));
            instruction += line;
        }
        --i;
        const auto documents = hereDocuments(instruction);
        for (const auto &[end, tabs] : documents) {
            for (++i; i < count; ++i) {
                QString line = m_lines[i];
                while (tabs && line.startsWith(u'\t'))
                    line.remove(0, 1);
                if (line == end)
                    break;
            }
        }
        addInstruction(instruction.trimmed(), int(first) + 1, int(std::min(i, count - 1)) + 1);
    }
}

void Dockerfile::addInstruction(const QString &text, int first, int last)
{
    static const QRegularExpression from(u"\\AFROM\\s+(?:--\\S+\\s+)*(\\S+)(?:\\s+AS\\s+(\\S+))?"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    DockerInstruction instruction;
    instruction.line = first;
    instruction.lastLine = last;
    instruction.keyword = text.section(QRegularExpression(u"\\s"_s), 0, 0).toUpper();
    instruction.text = text;
    if (instruction.keyword == "FROM"_L1) {
        const QRegularExpressionMatch match = from.match(text);
        const QString base = match.captured(1);
        DockerStage stage;
        stage.name = match.captured(2);
        stage.base = base;
        stage.isFromScratch = base == "scratch"_L1;
        stage.isFromStage = isStage(base);
        m_stages << stage;
    }
    instruction.stage = int(m_stages.size()) - 1;
    m_instructions << instruction;
}

QStringList Dockerfile::targets() const
{
    QStringList names;
    for (const DockerStage &stage : m_stages) {
        if (!stage.name.isEmpty())
            names << stage.name;
    }
    return names;
}

bool Dockerfile::isStage(const QString &name) const
{
    return std::any_of(m_stages.cbegin(), m_stages.cend(), [&name](const DockerStage &stage) {
        return !stage.name.isEmpty() && stage.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

QStringList Dockerfile::images(const QList<std::pair<QString, QString>> &arguments) const
{
    static const QRegularExpression argument(u"\\s(\\w+)=(?:\"([^\"]*)\"|'([^']*)'|(\\S*))"_s);
    static const QRegularExpression source(u"\\s--from=(\\S+)"_s);
    static const QRegularExpression number(u"\\A\\d+\\z"_s);
    QProcessEnvironment variables;
    QStringList images;
    for (const DockerStage &stage : m_stages) {
        if (!stage.isFromStage && !stage.isFromScratch)
            images << stage.base;
    }
    for (const DockerInstruction &each : m_instructions) {
        if (each.stage < 0 && each.keyword == "ARG"_L1) {
            for (auto it = argument.globalMatch(each.text); it.hasNext();) {
                const QRegularExpressionMatch match = it.next();
                variables.insert(match.captured(1), match.captured(2) + match.captured(3) + match.captured(4));
            }
        } else if (each.keyword == "COPY"_L1) {
            const QString from = source.match(each.text).captured(1);
            if (!from.isEmpty() && !isStage(from) && !number.match(from).hasMatch())
                images << from;
        }
    }
    for (const auto &[name, value] : arguments)
        variables.insert(name, value);
    for (QString &image : images)
        image = interpolated(image, variables);
    images.removeDuplicates();
    return images;
}

const DockerInstruction *Dockerfile::classicStep(int step) const
{
    return step < 1 || step > m_instructions.size() ? nullptr : &m_instructions.at(step - 1);
}

const DockerInstruction *Dockerfile::stageStep(int stage, int step) const
{
    int counted = 0;
    for (const DockerInstruction &each : m_instructions) {
        if (each.stage == stage && ++counted == step)
            return &each;
    }
    return nullptr;
}

int Dockerfile::stageNamed(const QString &name, const QString &instruction) const
{
    for (int i = 0; i < m_stages.size(); ++i) {
        if (!name.isEmpty()
            && (name.compare(m_stages[i].name, Qt::CaseInsensitive) == 0 || name == u"stage-%1"_s.arg(i)))
            return i;
    }
    // Where one stage alone is built, it has no name: it is the one with the instruction, or the last one.
    if (name.isEmpty()) {
        const QString wanted = comparable(instruction);
        for (const DockerInstruction &each : m_instructions) {
            if (each.stage >= 0 && comparable(each.text) == wanted)
                return each.stage;
        }
    }
    return name.isEmpty() ? int(m_stages.size()) - 1 : -1;
}

const DockerInstruction *Dockerfile::buildKitStep(const QString &stage, int step, const QString &instruction) const
{
    const int wanted = stageNamed(stage, instruction);
    if (wanted < 0)
        return nullptr;
    const bool countsFrom = !m_stages[wanted].isFromStage && !m_stages[wanted].isFromScratch;
    int counted = 0;
    for (const DockerInstruction &each : m_instructions) {
        if (each.stage == wanted && (isLayer(each) || (countsFrom && each.keyword == "FROM"_L1)) && ++counted == step)
            return &each;
    }
    return nullptr;
}

} // namespace Gantry
