// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A pasted `docker run …` line in UTF-8.
#include "operations/shellline.h"
#include "require.h"
#include "run/runline.h"
#include "run/shellwords.h"

#include <QJsonDocument>

using namespace Gantry;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const ShellWords split = ShellWords::split(text);
    if (split.problem.isEmpty()) {
        const QStringList words = split.texts();
        const ShellWords again = ShellWords::split(shellLine(words));
        require(again.problem.isEmpty() && again.texts() == words, "words that are quoted are read again");
        for (const ShellWord &word : again.words)
            require(!word.expands && !word.isOperator, "what is quoted is a word that stands for itself");
    }

    const RunLine line = RunLine::parse(text);
    if (!line.problem.isEmpty()) {
        require(line.request == RunRequest() && line.notices.isEmpty(), "of what is no line nothing counts");
        return 0;
    }
    require(!line.request.image.isEmpty(), "a line names an image");
    QJsonDocument(line.request.toJson()).toJson(QJsonDocument::Compact);
    const QStringList command = line.request.toCommand({u"docker"_s}, false);
    require(ShellWords::split(shellLine(command)).texts() == command, "a shell reads the command that is shown");
    // What the form refuses need not be sayable in a line.
    if (!line.request.problem().isEmpty())
        return 0;
    const RunLine again = RunLine::parse(shellLine(line.request.toCommand({u"docker"_s}, true)));
    require(again.problem.isEmpty(), "what is written is a line");
    require(again.notices.isEmpty() || line.request.image.contains(u'\n'), "what is written is taken over whole");
    require(again.request == line.request, "what is written is read as the same request");
    return 0;
}
