// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/runline.h"

#include "engine/middleleftout.h"
#include "quoted.h"
#include "run/runamount.h"
#include "run/runoptions.h"
#include "run/shellwords.h"

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

QString inQuotes(const QString &text)
{
    return quoted(middleLeftOut(text));
}

class LineReader
{
public:
    explicit LineReader(const QString &line)
    {
        const ShellWords split = ShellWords::split(line);
        m_line.problem = split.problem;
        takeUpToOperator(split.words);
    }

    RunLine run()
    {
        if (m_line.problem.isEmpty() && takePrefix())
            takeOptions();
        if (!m_line.problem.isEmpty())
            return {{}, {}, {}, m_line.problem};
        finish();
        return m_line;
    }

private:
    void takeUpToOperator(const QList<ShellWord> &words)
    {
        const auto end
            = std::find_if(words.begin(), words.end(), [](const ShellWord &word) { return word.isOperator; });
        m_words = QList<ShellWord>(words.begin(), end);
        if (end == words.end())
            return;
        QStringList rest;
        for (auto it = end; it != words.end(); ++it)
            rest << it->source;
        m_line.notices
            << RunLine::tr("Only the first command is taken, not %1.").arg(inQuotes(rest.join(u' ').simplified()));
    }

    QString next() { return m_at < m_words.size() ? m_words[m_at++].text : QString(); }
    QString peek() const { return m_at < m_words.size() ? m_words[m_at].text : QString(); }

    void fail(const QString &problem)
    {
        if (m_line.problem.isEmpty())
            m_line.problem = problem;
    }

    /// `$ sudo docker -H … container run`; whether that is what it begins with.
    bool takePrefix()
    {
        // Of a text that shows a prompt.
        while (peek() == "$"_L1 || peek() == "sudo"_L1)
            next();
        const QString program = next().section(u'/', -1);
        if (program != "docker"_L1 && program != "podman"_L1) {
            fail(program.isEmpty()
                     ? RunLine::tr("Paste a line that begins with docker run.")
                     : RunLine::tr("This is no docker run line: it begins with %1.").arg(inQuotes(program)));
            return false;
        }
        while (peek().startsWith(u'-')) {
            QString option = next();
            const bool takesValue = RunOptions::isGlobalWithValue(option) && !option.contains(u'=');
            if (takesValue)
                option += u' ' + next();
            m_line.notices << RunLine::tr("%1 is not taken over: the container runs on the engine of this window.")
                                  .arg(inQuotes(option));
        }
        if (peek() == "container"_L1)
            next();
        const QString verb = next();
        if (verb == "run"_L1 || verb == "create"_L1)
            return true;
        fail(verb.isEmpty() ? RunLine::tr("Paste a line that begins with docker run.")
                            : RunLine::tr("This is no docker run line, but docker %1.").arg(inQuotes(verb)));
        return false;
    }

    void takeOptions()
    {
        while (m_line.problem.isEmpty() && m_at < m_words.size()) {
            const ShellWord &word = m_words[m_at];
            if (word.text == "--"_L1) {
                ++m_at;
                break;
            }
            if (!word.text.startsWith(u'-') || word.text == "-"_L1)
                break;
            ++m_at;
            noteExpansion(word);
            if (word.text.startsWith("--"_L1))
                takeLong(word.text.mid(2));
            else
                takeShort(word.text.mid(1));
        }
        if (!m_line.problem.isEmpty())
            return;
        if (m_at >= m_words.size() || m_words[m_at].text.isEmpty()) {
            fail(RunLine::tr("The line names no image."));
            return;
        }
        noteExpansion(m_words[m_at]);
        m_line.request.image = next();
        while (m_at < m_words.size()) {
            noteExpansion(m_words[m_at]);
            m_command << next();
        }
    }

    void takeLong(const QString &text)
    {
        const qsizetype equals = text.indexOf(u'=');
        const QString name = equals < 0 ? text : text.left(equals);
        const std::optional<RunOptions::Kind> kind = RunOptions::kindOf(name);
        if (!kind) {
            unknown(u"--"_s + name);
            return;
        }
        if (*kind == RunOptions::Kind::Flag) {
            const QString value = equals < 0 ? u"true"_s : text.mid(equals + 1).toLower();
            apply(name, u"--"_s + text,
                  value == "true"_L1 || value == "1"_L1 || value == "t"_L1 ? u"true"_s : QString());
            return;
        }
        if (equals >= 0)
            apply(name, u"--"_s + name, text.mid(equals + 1));
        else
            takeValue(name, u"--"_s + name);
    }

    /// Letters in one word; the first with a value takes the rest, or the next word: -it, -p8000:80, -dp 80.
    void takeShort(const QString &text)
    {
        for (qsizetype i = 0; i < text.size() && m_line.problem.isEmpty(); ++i) {
            const QString letter = u'-' + QString(text[i]);
            const QString name = RunOptions::ofLetter(text[i]);
            if (name.isEmpty()) {
                unknown(letter);
                return;
            }
            if (RunOptions::kindOf(name) == RunOptions::Kind::Flag) {
                apply(name, letter, u"true"_s);
                continue;
            }
            QString rest = text.mid(i + 1);
            if (rest.startsWith(u'='))
                rest.remove(0, 1);
            if (text.size() > i + 1)
                apply(name, letter, rest);
            else
                takeValue(name, letter);
            return;
        }
    }

    void takeValue(const QString &name, const QString &option)
    {
        if (m_at >= m_words.size()) {
            fail(RunLine::tr("%1 has no value.").arg(inQuotes(option)));
            return;
        }
        noteExpansion(m_words[m_at]);
        apply(name, option, next());
    }

    /// Whether the next word is its value cannot be known, and so not where the image stands.
    void unknown(const QString &option)
    {
        fail(RunLine::tr(
                 "Gantry does not know the option %1, and so cannot tell where the image begins. Take it out and paste "
                 "the line again.")
                 .arg(inQuotes(option)));
    }

    void noteExpansion(const ShellWord &word)
    {
        if (word.expands)
            m_line.notices << RunLine::tr("%1 is taken as it stands: a shell would put something else there.")
                                  .arg(inQuotes(word.source));
    }

    void unsupported(const QString &option, const QString &value)
    {
        m_line.notices << RunLine::tr("Not taken over: %1. Gantry's form has no place for it.")
                              .arg(inQuotes(value.isEmpty() || value == "true"_L1 ? option : option + u' ' + value));
    }

    void noteBad(const QString &option, const QString &value)
    {
        m_line.notices
            << RunLine::tr("Not taken over: %1. Docker would refuse it.").arg(inQuotes(option + u' ' + value));
    }

    void apply(const QString &name, const QString &option, const QString &value)
    {
        if (QString *text = textOf(name))
            *text = value;
        else if (bool *flag = flagOf(name))
            *flag = !value.isEmpty();
        else if (QStringList *list = listOf(name))
            *list << (value.isEmpty() ? QStringList() : QStringList(value));
        else
            applyOther(name, option, value);
    }

    QString *textOf(const QString &name)
    {
        RunRequest &r = m_line.request;
        const std::initializer_list<std::pair<QLatin1StringView, QString *>> fields{
            {"name"_L1, &r.name},
            {"hostname"_L1, &r.hostname},
            {"memory"_L1, &r.memory},
            {"cpus"_L1, &r.cpus},
            {"shm-size"_L1, &r.sharedMemory},
            {"user"_L1, &r.user},
            {"workdir"_L1, &r.workingDirectory},
            {"restart"_L1, &r.restart},
            {"health-cmd"_L1, &r.health.command},
            {"health-interval"_L1, &r.health.interval},
            {"health-timeout"_L1, &r.health.timeout},
            {"health-start-period"_L1, &r.health.startPeriod},
            {"health-retries"_L1, &r.health.retries}};
        return find(fields, name);
    }

    bool *flagOf(const QString &name)
    {
        RunRequest &r = m_line.request;
        const std::initializer_list<std::pair<QLatin1StringView, bool *>> fields{{"detach"_L1, &r.detach},
                                                                                 {"interactive"_L1, &r.interactive},
                                                                                 {"tty"_L1, &r.tty},
                                                                                 {"rm"_L1, &r.autoRemove},
                                                                                 {"init"_L1, &r.init},
                                                                                 {"privileged"_L1, &r.privileged},
                                                                                 {"publish-all"_L1, &r.publishAll},
                                                                                 {"no-healthcheck"_L1, &r.health.off}};
        return find(fields, name);
    }

    QStringList *listOf(const QString &name)
    {
        RunRequest &r = m_line.request;
        const std::initializer_list<std::pair<QLatin1StringView, QStringList *>> fields{
            {"label"_L1, &r.labels},
            {"network-alias"_L1, &r.aliases},
            {"net-alias"_L1, &r.aliases},
            {"cap-add"_L1, &r.addedCapabilities},
            {"cap-drop"_L1, &r.droppedCapabilities},
            {"env-file"_L1, &m_line.envFiles}};
        return find(fields, name);
    }

    template <typename Field>
    static Field *find(const std::initializer_list<std::pair<QLatin1StringView, Field *>> &fields, const QString &name)
    {
        const auto it
            = std::find_if(fields.begin(), fields.end(), [&name](const auto &field) { return field.first == name; });
        return it == fields.end() ? nullptr : it->second;
    }

    void applyOther(const QString &name, const QString &option, const QString &value)
    {
        RunRequest &r = m_line.request;
        if (name == "env"_L1) {
            if (value.contains(u'='))
                r.environment << value;
            else
                m_line.notices << RunLine::tr("%1 has no value: a shell would pass its own.").arg(inQuotes(value));
        } else if (name == "publish"_L1) {
            if (const std::optional<QList<RunPort>> ports = RunPort::parse(value))
                r.ports << *ports;
            else
                noteBad(option, value);
        } else if (name == "volume"_L1 || name == "mount"_L1 || name == "tmpfs"_L1) {
            applyMount(name, option, value);
        } else if (name == "network"_L1 || name == "net"_L1) {
            applyNetwork(option, value);
        } else if (name == "entrypoint"_L1) {
            r.entrypoint = {value};
        } else {
            unsupported(option, value);
        }
    }

    void applyMount(const QString &name, const QString &option, const QString &value)
    {
        QStringList unknownFields;
        const std::optional<RunMount> mount = name == "volume"_L1 ? RunMount::fromVolume(value)
            : name == "mount"_L1                                  ? RunMount::fromMount(value, &unknownFields)
                                                                  : RunMount::fromTmpfs(value);
        if (!mount) {
            noteBad(option, value);
            return;
        }
        for (const QString &field : std::as_const(unknownFields))
            unsupported(u"--mount"_s, field);
        // Of what a shell would expand it is said already.
        if (mount->kind == RunMount::Kind::Bind && mount->source.startsWith(u'.')) {
            m_line.notices << RunLine::tr("%1 is relative to the folder of a shell: choose the folder under More.")
                                  .arg(inQuotes(mount->source));
        }
        m_line.request.mounts << *mount;
    }

    void applyNetwork(const QString &option, const QString &value)
    {
        // The long form of newer Dockers: name=NET,alias=A.
        if (!m_line.request.network.isEmpty() || value.contains(u'='))
            unsupported(option, value);
        else
            m_line.request.network = value;
    }

    void finish()
    {
        RunRequest &r = m_line.request;
        r.command = m_command;
        if (r.health.off && r.health != RunHealth{true, {}, {}, {}, {}, {}}) {
            r.health = {true, {}, {}, {}, {}, {}};
            noteBad(u"--no-healthcheck"_s, u"--health-…"_s);
        }
        if (r.image.contains(u'\n'))
            m_line.notices << RunLine::tr("The image's name has several lines.");
    }

    RunLine m_line;
    QList<ShellWord> m_words;
    QStringList m_command;
    qsizetype m_at = 0;
};

} // namespace

RunLine RunLine::parse(const QString &line)
{
    return LineReader(line).run();
}

} // namespace Gantry
