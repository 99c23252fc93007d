// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gantryversion.h"
#include "shell/application.h"
#include "shell/commandline.h"
#include "shell/endrequest.h"
#include "shell/singleinstance.h"

#include <QApplication>
#include <QDir>

#include <cstdio>
#include <cstdlib>

using namespace Gantry;

namespace {

/// Help, version and mistakes are answered without a display.
int answerInTerminal(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    Application::translate(QCoreApplication::instance());
    // Again, now that the texts can be translated.
    const CommandLine commandLine = CommandLine::parse(application.arguments().mid(1), QDir::currentPath());
    if (!commandLine.error.isEmpty()) {
        std::fprintf(stderr, "gantry: %s\n\n%s", qUtf8Printable(commandLine.error),
                     qUtf8Printable(CommandLine::helpText()));
        return 2;
    }
    if (commandLine.help)
        std::fputs(qUtf8Printable(CommandLine::helpText()), stdout);
    else
        std::printf("gantry %s\n", qUtf8Printable(gantryVersion()));
    return 0;
}

/// Whether a display is named; whether it answers shows when it is used.
bool hasDisplay(const CommandLine &commandLine)
{
    const auto isSet = [](const char *name) { return !qEnvironmentVariableIsEmpty(name); };
    return commandLine.namesDisplay || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("WAYLAND_SOCKET")
        || isSet("QT_QPA_PLATFORM");
}

int sayNoDisplay(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    Application::translate(QCoreApplication::instance());
    std::fprintf(stderr, "gantry: %s\n",
                 qUtf8Printable(QCoreApplication::translate(
                     "Gantry::CommandLine", "There is no display: start Gantry from a desktop session.")));
    return 1;
}

/// Where a display is named but does not answer, Qt ends the program by a fatal message that speaks of reinstalling.
void sayWhyNotStarted(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type != QtFatalMsg) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(message));
        return;
    }
    std::fprintf(stderr, "gantry: %s\n",
                 qUtf8Printable(QCoreApplication::translate(
                     "Gantry::CommandLine",
                     "The display does not answer: start Gantry from a desktop session, as the user it belongs to.")));
    std::_Exit(1);
}

} // namespace

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const CommandLine commandLine = CommandLine::parse(arguments, QDir::currentPath());
    if (commandLine.help || commandLine.version || !commandLine.error.isEmpty())
        return answerInTerminal(argc, argv);
    if (!hasDisplay(commandLine))
        return sayNoDisplay(argc, argv);

    Application::prepare();
    qInstallMessageHandler(sayWhyNotStarted);
    const QApplication qt(argc, argv);
    qInstallMessageHandler(nullptr);
    Application::translate(QCoreApplication::instance());
    const StartRequest request{commandLine.host, commandLine.paths, qgetenv("XDG_ACTIVATION_TOKEN")};
    std::unique_ptr<Application> application;
    SingleInstance instance;
    QObject::connect(&instance, &SingleInstance::first, &instance, [&] {
        application = std::make_unique<Application>();
        application->start(request);
    });
    QObject::connect(&instance, &SingleInstance::handedOver, &instance, &QCoreApplication::quit);
    QObject::connect(&instance, &SingleInstance::requested, &instance, [&](const StartRequest &other) {
        if (application)
            application->take(other);
    });
    const EndRequest endRequest;
    QObject::connect(&endRequest, &EndRequest::arrived, &instance, [&] {
        if (application)
            application->quit();
        else
            QCoreApplication::quit();
    });
    instance.begin(request);
    return QApplication::exec();
}
