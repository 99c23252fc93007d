// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commandline.h"

#include "engine/endpoint.h"

#include <QCoreApplication>
#include <QDir>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Gantry::CommandLine", text);
}

/// Options that QApplication takes out of the arguments, and that take a value: session managers pass -session.
bool isToolkitOptionWithValue(const QString &argument)
{
    static const QStringList options{u"platform"_s,      u"platformpluginpath"_s,
                                     u"platformtheme"_s, u"plugin"_s,
                                     u"qwindowtitle"_s,  u"qwindowgeometry"_s,
                                     u"qwindowicon"_s,   u"style"_s,
                                     u"stylesheet"_s,    u"session"_s,
                                     u"display"_s,       u"geometry"_s,
                                     u"fontengine"_s,    u"icon"_s,
                                     u"name"_s,          u"title"_s};
    if (!argument.startsWith(u'-') || argument == u"-")
        return false;
    return options.contains(argument.mid(argument.startsWith(u"--"_s) ? 2 : 1));
}

} // namespace

CommandLine CommandLine::parse(const QStringList &arguments, const QString &folder)
{
    CommandLine result;
    bool onlyPaths = false;
    const QDir base(folder);
    const auto fail = [&result](const QString &words) {
        if (result.error.isEmpty())
            result.error = words;
    };
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (onlyPaths || !argument.startsWith(u'-') || argument == u"-") {
            if (!argument.isEmpty())
                result.paths.append(QDir::cleanPath(base.absoluteFilePath(argument)));
        } else if (argument == u"--") {
            onlyPaths = true;
        } else if (argument == u"--help" || argument == u"-h") {
            result.help = true;
        } else if (argument == u"--version") {
            result.version = true;
        } else if (argument == u"--host") {
            if (i + 1 < arguments.size())
                result.host = arguments.at(++i);
            else
                fail(tr("--host needs an address."));
        } else if (argument.startsWith(u"--host="_s)) {
            result.host = argument.mid(7);
            if (result.host.isEmpty())
                fail(tr("--host needs an address."));
        } else if (isToolkitOptionWithValue(argument)) {
            result.namesDisplay
                = result.namesDisplay || argument.endsWith(u"-platform"_s) || argument.endsWith(u"-display"_s);
            ++i;
        } else if (argument == u"-reverse" || argument == u"--reverse" || argument == u"-widgetcount") {
            continue;
        } else {
            fail(tr("Unknown option: %1").arg(argument));
        }
    }
    if (!result.host.isEmpty() && !Endpoint::parse(result.host))
        fail(tr("\"%1\" is not an address of an engine. Use unix:///path/to/docker.sock or tcp://host:port.")
                 .arg(result.host));
    return result;
}

QString CommandLine::helpText()
{
    return tr("Usage: gantry [--host ADDRESS] [FILE|FOLDER]...\n"
              "\n"
              "Containers, Compose projects and their databases in one window.\n"
              "\n"
              "  FILE|FOLDER      Compose file, or folder with one, to open as a project;\n"
              "                   a file whose name ends in .sql opens in a SQL console\n"
              "  --host ADDRESS   engine to use, as in DOCKER_HOST: unix:///path, tcp://host:port\n"
              "  --help           show this text\n"
              "  --version        show the version\n"
              "\n"
              "If Gantry is already open, its window comes to the front and takes the arguments.\n");
}

} // namespace Gantry
