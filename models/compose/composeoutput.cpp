// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/composeoutput.h"

#include "engine/serveradvice.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

struct Verb
{
    QLatin1StringView word; ///< of Compose, in lower case
    const char *phase; ///< translated, with %1 for the object
};

constexpr std::array verbs{
    Verb{"creating"_L1, QT_TRANSLATE_NOOP("Gantry::ComposeOutput", "Creating %1")},
    Verb{"recreate"_L1, QT_TRANSLATE_NOOP("Gantry::ComposeOutput", "Recreating %1")},
    Verb{"recreating"_L1, QT_TRANSLATE_NOOP("Gantry::ComposeOutput", "Recreating %1")},
    Verb{"starting"_L1, QT_TRANSLATE_NOOP("Gantry::ComposeOutput", "Starting %1")},
    Verb{"restarting"_L1, QT_TRANSLATE_NOOP("Gantry::ComposeOutput", "Restarting %1")},
    Verb{"waiting"_L1, QT_TRANSLATE_NOOP("Gantry::ComposeOutput", "Waiting for %1")},
    Verb{"stopping"_L1, QT_TRANSLATE_NOOP("Gantry::ComposeOutput", "Stopping %1")},
    Verb{"removing"_L1, QT_TRANSLATE_NOOP("Gantry::ComposeOutput", "Removing %1")},
    Verb{"killing"_L1, QT_TRANSLATE_NOOP("Gantry::ComposeOutput", "Killing %1")},
    Verb{"pulling"_L1, QT_TRANSLATE_NOOP("Gantry::ComposeOutput", "Pulling %1")},
    Verb{"building"_L1, QT_TRANSLATE_NOOP("Gantry::ComposeOutput", "Building %1")},
};

QString phase(const QString &verb, const QString &object)
{
    const QString word = verb.toLower();
    const auto it = std::find_if(verbs.begin(), verbs.end(), [&word](const Verb &each) { return word == each.word; });
    return it == verbs.end() ? QString() : QCoreApplication::translate("Gantry::ComposeOutput", it->phase).arg(object);
}

/// Compose 2: ` Container tp1-db-1  Starting`, ` Volume "tp1_pgdata"  Creating`, ` db Pulling `.
const QRegularExpression &objectFirst()
{
    static const QRegularExpression expression(
        u"^\\s*(?:(?:Container|Network|Volume|Image|Service)\\s+)?\"?([^\\s\"]+)\"?\\s+([A-Z][a-z]+)\\s*$"_s);
    return expression;
}

/// Compose 1: `Creating network "tp1_default" with …`, `Stopping tp1_api_1 ... done`, `Building api`.
const QRegularExpression &verbFirst()
{
    static const QRegularExpression expression(
        u"^([A-Z][a-z]+ing) (?:network |volume )?\"?([^\\s\"]+)\"?(?:(?: \\(.*\\))?\\s*\\.\\.\\.(.*)| with .*)?$"_s);
    return expression;
}

/// BuildKit: `#7 [api 2/4] RUN …`; the builder of old: `Step 2/5 : RUN …`; Podman's: `STEP 2/5: RUN …`.
const QRegularExpression &buildStep()
{
    static const QRegularExpression expression(u"^(?:#\\d+ (\\[.+)|((?:Step \\d+/\\d+ :|STEP \\d+/\\d+:) .+))$"_s);
    return expression;
}

bool isProgress(const QString &line)
{
    static const QRegularExpression layer(
        u"^\\s*[0-9a-f]{12}:? (?:Pulling|Waiting|Downloading|Verifying|Download|Extracting|Pull|Already)"_s);
    static const QRegularExpression ended(u"^\\s*(?:Container|Network|Volume|Image) .* [A-Z][a-z]+\\s*$"_s);
    return !composePhase(line).isEmpty() || verbFirst().match(line).hasMatch() || layer.match(line).hasMatch()
        || ended.match(line).hasMatch();
}

} // namespace

QString ComposeOutput::feed(const QByteArray &bytes)
{
    const QString decoded = m_decoder.decode(bytes);
    QString text;
    text.reserve(decoded.size());
    for (const QChar c : decoded) {
        const char16_t code = c.unicode();
        switch (m_place) {
        case Place::Text:
            if (m_carriageReturn) {
                m_carriageReturn = false;
                text += u'\n';
                if (code == u'\n')
                    break;
            }
            if (code == 0x1b)
                m_place = Place::Escape;
            else if (code == 0x9b)
                m_place = Place::Sequence;
            else if (code == u'\r')
                m_carriageReturn = true;
            else if (code == u'\n' || code == u'\t' || (code >= 0x20 && code != 0x7f && !(code >= 0x80 && code < 0xa0)))
                text += c;
            break;
        case Place::Escape:
            if (code == u'[')
                m_place = Place::Sequence;
            else if (code == u']' || code == u'P' || code == u'X' || code == u'^' || code == u'_')
                m_place = Place::String;
            else if (code < 0x20 || code > 0x2f) // intermediates belong to the escape
                m_place = Place::Text;
            break;
        case Place::Sequence:
            if (code >= 0x40 && code <= 0x7e)
                m_place = Place::Text;
            break;
        case Place::String:
            if (code == 0x07 || code == 0x9c)
                m_place = Place::Text;
            else if (code == 0x1b)
                m_place = Place::StringEscape;
            break;
        case Place::StringEscape:
            m_place = code == u'\\' ? Place::Text : Place::String;
            break;
        }
    }
    return text;
}

QString composePhase(const QString &line)
{
    if (const auto match = buildStep().match(line); match.hasMatch()) {
        const QString step = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
        return QCoreApplication::translate("Gantry::ComposeOutput", "Building: %1").arg(step);
    }
    if (const auto match = objectFirst().match(line); match.hasMatch()) {
        QString found = phase(match.captured(2), match.captured(1));
        if (!found.isEmpty())
            return found;
    }
    const auto match = verbFirst().match(line);
    if (match.hasMatch() && match.captured(3).trimmed().isEmpty())
        return phase(match.captured(1), match.captured(2));
    return {};
}

QString composeWords(const QString &output)
{
    constexpr qsizetype most = 12;
    QStringList lines = output.split(u'\n', Qt::SkipEmptyParts);
    lines.removeIf([](const QString &line) { return line.trimmed().isEmpty() || isProgress(line); });
    return lines.mid(std::max<qsizetype>(0, lines.size() - most)).join(u'\n').trimmed();
}

QString composeAdvice(const QString &words)
{
    static constexpr std::array known{
        KnownFailure{
            "is invalid because"_L1,
            QT_TRANSLATE_NOOP("Gantry::ComposeOutput", "Nothing was changed. Correct the file and try again.")},
        KnownFailure{
            "validating "_L1,
            QT_TRANSLATE_NOOP("Gantry::ComposeOutput", "Nothing was changed. Correct the file and try again.")},
        KnownFailure{
            "yaml: "_L1,
            QT_TRANSLATE_NOOP("Gantry::ComposeOutput", "Nothing was changed. Correct the file and try again.")},
        KnownFailure{
            "yaml.parser"_L1,
            QT_TRANSLATE_NOOP("Gantry::ComposeOutput", "Nothing was changed. Correct the file and try again.")},
        KnownFailure{
            "yaml.scanner"_L1,
            QT_TRANSLATE_NOOP("Gantry::ComposeOutput", "Nothing was changed. Correct the file and try again.")},
        // Before the next one, which Compose says of it as well.
        KnownFailure{
            "No such container"_L1,
            QT_TRANSLATE_NOOP("Gantry::ComposeOutput", "Something else removed the container meanwhile. Try again.")},
        KnownFailure{"dependency failed to start"_L1,
                     QT_TRANSLATE_NOOP("Gantry::ComposeOutput", "The log of that container tells why it failed.")},
        KnownFailure{"is unhealthy"_L1,
                     QT_TRANSLATE_NOOP("Gantry::ComposeOutput", "The log of that container tells why it failed.")},
        KnownFailure{"Cannot connect to the Docker daemon"_L1,
                     QT_TRANSLATE_NOOP("Gantry::ComposeOutput", "The engine does not answer: is it running?")},
    };
    const QString advice = adviceOn(words, known, "Gantry::ComposeOutput");
    return advice.isEmpty() ? serverAdvice(words) : advice;
}

} // namespace Gantry
