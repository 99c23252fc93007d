// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/causerule.h"

#include <QCoreApplication>

#include <array>

namespace Gantry {

namespace {

// A group "path2" fills {path} as "path" does: a name can be given only once. What each rule was tried on is in
// tests/unit/causes.
constexpr std::array rules{
    CauseRule{"out-of-memory", 0, "oom", nullptr, QT_TRANSLATE_NOOP("Gantry::CauseRules", "It ran out of memory"),
              QT_TRANSLATE_NOOP(
                  "Gantry::CauseRules",
                  "The kernel killed a process of it, because it wanted more memory than it may use ({limit})."),
              QT_TRANSLATE_NOOP("Gantry::CauseRules", "Give it more memory, or let the program use less."),
              QT_TRANSLATE_NOOP(
                  "Gantry::CauseRules",
                  "mem_limit (or deploy.resources.limits.memory) in the Compose file, or --memory of docker run")},
    CauseRule{"finished", 0, "0", nullptr, QT_TRANSLATE_NOOP("Gantry::CauseRules", "Its command finished"),
              QT_TRANSLATE_NOOP("Gantry::CauseRules",
                                "{command} ended by itself with code 0, so it reported no error. A container runs for "
                                "as long as its command does."),
              QT_TRANSLATE_NOOP("Gantry::CauseRules",
                                "Nothing needs repair. What should stay needs a command that does not end; a shell "
                                "needs a terminal to wait for input."),
              QT_TRANSLATE_NOOP("Gantry::CauseRules", "CMD in the Dockerfile, or command in the Compose file")},
    CauseRule{
        "asked-to-stop", 0, "143", nullptr, QT_TRANSLATE_NOOP("Gantry::CauseRules", "It was asked to stop"),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "It got the signal SIGTERM, as by Stop, and ended with code 143."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "Start it again when it is needed."), nullptr},
    CauseRule{"interrupted", 0, "130", nullptr, QT_TRANSLATE_NOOP("Gantry::CauseRules", "It was ended with Ctrl+C"),
              QT_TRANSLATE_NOOP("Gantry::CauseRules",
                                "It got the signal SIGINT, as by Ctrl+C in its terminal, and ended with code 130."),
              QT_TRANSLATE_NOOP("Gantry::CauseRules", "Start it again when it is needed."), nullptr},
    CauseRule{"killed", 0, "137", nullptr, QT_TRANSLATE_NOOP("Gantry::CauseRules", "It was killed"),
              QT_TRANSLATE_NOOP("Gantry::CauseRules",
                                "It got the signal SIGKILL: by Kill, by Stop after it did not end in time, or by the "
                                "system when the machine had no memory left. Its own memory limit was not the reason."),
              QT_TRANSLATE_NOOP("Gantry::CauseRules",
                                "Start it again. If nobody killed it, see how much memory the machine has left; if "
                                "Stop takes long, let the program end on SIGTERM."),
              QT_TRANSLATE_NOOP(
                  "Gantry::CauseRules",
                  "The program, or init: true in the Compose file (docker run --init), which passes signals on")},
    CauseRule{"crashed", 0, "132 134 135 136 139", nullptr,
              QT_TRANSLATE_NOOP("Gantry::CauseRules", "Its program crashed"),
              QT_TRANSLATE_NOOP(
                  "Gantry::CauseRules",
                  "{command} was ended by a signal that means a fault within the program or a library ({signal})."),
              QT_TRANSLATE_NOOP("Gantry::CauseRules",
                                "Try the image's newest version; check that it is made for this machine's processor."),
              QT_TRANSLATE_NOOP("Gantry::CauseRules", "FROM in the Dockerfile, or image in the Compose file")},
    CauseRule{
        "port-taken", CauseRule::Engine, nullptr,
        R"re((?:Bind for |listen tcp[46]? |bind host port (?:for )?)(?<address>\S*?):(?<port>\d+)\b.*(?:port is already allocated|address already in use))re",
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "Port {port} is taken already"),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "It wants to publish port {port} of this machine. {holder}"),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "Stop what uses the port, or publish another port."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "ports in the Compose file (the number at the left), or -p of docker run")},
    CauseRule{
        "command-not-found", CauseRule::Engine, nullptr,
        R"re(exec: "(?<program>[^"]*)": executable file not found in \$PATH|executable file `(?<program2>[^`]*)` not found in \$PATH)re",
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "The image has no program “{program}”"),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "The container's command begins with “{program}”, and no folder of the image's PATH has a "
                          "program of this name."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "Correct the name, or install the program in the image."),
        QT_TRANSLATE_NOOP(
            "Gantry::CauseRules",
            "CMD or ENTRYPOINT in the Dockerfile, command in the Compose file, or the end of docker run")},
    CauseRule{"command-no-such-file", CauseRule::Engine, nullptr,
              R"re(exec: "(?<program>[^"]*)": stat .*: no such file or directory)re",
              QT_TRANSLATE_NOOP("Gantry::CauseRules", "There is no file {program} in the image"),
              QT_TRANSLATE_NOOP("Gantry::CauseRules",
                                "The container's command begins with {program}, and the image has no such file."),
              QT_TRANSLATE_NOOP("Gantry::CauseRules", "Correct the path, or copy the file into the image."),
              QT_TRANSLATE_NOOP("Gantry::CauseRules",
                                "COPY, CMD or ENTRYPOINT in the Dockerfile, or command in the Compose file")},
    // The engine's words are those of a file that is not executable: by its name alone a folder can be told.
    CauseRule{
        "command-is-folder", CauseRule::Engine, nullptr,
        R"re(exec: "(?<program>[^"]*)": is a directory|exec: "(?<program2>/[^"]*/|/(?:bin|boot|dev|etc|home|lib|lib32|lib64|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var|(?:usr|usr/local)/(?:bin|lib|sbin|share|src)|var/(?:cache|lib|log|run|spool|tmp))?)": permission denied)re",
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "{program} is a folder"),
        QT_TRANSLATE_NOOP(
            "Gantry::CauseRules",
            "The container's command begins with {program}, which is a folder of the image: only a program "
            "can be run."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "Name the program in it, or leave the command out: then the image's own is run."),
        QT_TRANSLATE_NOOP(
            "Gantry::CauseRules",
            "CMD or ENTRYPOINT in the Dockerfile, command in the Compose file, or the end of docker run")},
    CauseRule{
        "command-not-executable", CauseRule::Engine, nullptr, R"re(exec: "(?<program>[^"]*)": permission denied)re",
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "{program} may not be executed"),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "The container's command begins with {program}, which is there, but is a folder or not "
                          "marked as a program."),
        QT_TRANSLATE_NOOP(
            "Gantry::CauseRules",
            "Name a program if it is a folder; else mark it as executable: chmod +x, before it is copied or mounted."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "The file itself, or RUN chmod +x in the Dockerfile")},
    CauseRule{"mount-wrong-type", CauseRule::Engine, nullptr,
              R"re(error mounting "(?<source>[^"]*)" to rootfs at "(?<target>[^"]*)".*not a directory)re",
              QT_TRANSLATE_NOOP("Gantry::CauseRules", "A file and a folder are mixed up in a mount"),
              QT_TRANSLATE_NOOP(
                  "Gantry::CauseRules",
                  "{source} of this machine should be mounted at {target}, but one of them is a file and the other a "
                  "folder. Where a path of this machine is missing, the engine makes a folder of its name."),
              QT_TRANSLATE_NOOP("Gantry::CauseRules",
                                "Correct the path at the left; remove the empty folder if the engine made one."),
              QT_TRANSLATE_NOOP("Gantry::CauseRules", "volumes in the Compose file, or -v of docker run")},
    CauseRule{"network-gone", CauseRule::Engine, nullptr, R"re(network (?<network>\S+) not found)re",
              QT_TRANSLATE_NOOP("Gantry::CauseRules", "Its network is no more"),
              QT_TRANSLATE_NOOP("Gantry::CauseRules",
                                "The container was made for the network {network}, which was removed since."),
              QT_TRANSLATE_NOOP("Gantry::CauseRules", "Make the container anew: Down and Up for a project."),
              QT_TRANSLATE_NOOP("Gantry::CauseRules", "The container itself; networks in the Compose file")},
    CauseRule{
        "user-unknown", CauseRule::Engine, nullptr, R"re(unable to find user (?<user>.*): no matching entries)re",
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "The image has no user “{user}”"),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "The container should run as “{user}”, which the image's /etc/passwd does not name."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "Correct the name, or make the user in the image."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "USER or RUN useradd in the Dockerfile, or user in the Compose file")},
    CauseRule{"uvicorn-attribute", CauseRule::Log, nullptr,
              R"re(Error loading ASGI app\. Attribute "(?<attribute>[^"]*)" not found in module "(?<module>[^"]*)")re",
              QT_TRANSLATE_NOOP("Gantry::CauseRules", "uvicorn found no variable “{attribute}” in {module}.py"),
              QT_TRANSLATE_NOOP("Gantry::CauseRules",
                                "The start command asks for {module}:{attribute}, which means the variable "
                                "“{attribute}” in the file {module}.py, and that file has none of this name."),
              QT_TRANSLATE_NOOP("Gantry::CauseRules",
                                "Name the variable “{attribute}” again, or start uvicorn with the name that it has "
                                "now. Then build and start."),
              QT_TRANSLATE_NOOP("Gantry::CauseRules", "{module}.py, or CMD in the Dockerfile")},
    CauseRule{
        "uvicorn-module", CauseRule::Log, nullptr,
        R"re(Error loading ASGI app\. Could not import module "(?<module>[^"]*)")re",
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "uvicorn found no file {module}.py"),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "The start command asks for the module {module}, which means the file {module}.py in the "
                          "working folder ({folder}), and there is none."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "Correct the name, or copy the file into that folder of the image. Then build and start."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "COPY, WORKDIR or CMD in the Dockerfile")},
    CauseRule{
        "port-in-use-inside", CauseRule::Log, nullptr,
        R"re(address \('(?<address>[^']*)', (?<port>\d+)[^)]*\): address already in use|EADDRINUSE.*?:(?<port2>\d+))re",
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "Port {port} is used twice within the container"),
        QT_TRANSLATE_NOOP(
            "Gantry::CauseRules",
            "The program wants to listen at port {port}, and another process of the same container does so already."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "Start the server only once, or give one of them another port."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "CMD in the Dockerfile, or command in the Compose file")},
    CauseRule{
        "database-localhost", CauseRule::Log | CauseRule::Probe, nullptr,
        R"re(connection to server at "(?<host>127\.0\.0\.1|localhost|::1)".*port (?<port>\d+) failed: Connection refused)re",
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "It looks for the database in itself"),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "It tried to reach a database at {host}:{port}. Within a container that address means the "
                          "container itself, and nothing listens there."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "Use the name of the database's service as host, for instance “db”."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "The variable with the database's host or URL: environment in the Compose file, or .env")},
    CauseRule{
        "database-not-ready", CauseRule::Log | CauseRule::Probe, nullptr,
        R"re(connection to server at "(?<host>[^"]*)".*port (?<port>\d+) failed: (?:Connection refused|FATAL:  the database system is \w+))re",
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "The database at {host}:{port} was not ready"),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "It connected before the database accepted connections, and did not try again."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "Let it wait until the database is healthy, or try again in the program."),
        QT_TRANSLATE_NOOP(
            "Gantry::CauseRules",
            "depends_on with condition: service_healthy in the Compose file, and a healthcheck of the database")},
    CauseRule{"host-unknown", CauseRule::Log | CauseRule::Probe, nullptr,
              R"re(could not translate host name "(?<host>[^"]*)" to address)re",
              QT_TRANSLATE_NOOP("Gantry::CauseRules", "No container answers to the name “{host}”"),
              QT_TRANSLATE_NOOP("Gantry::CauseRules",
                                "It looked for the host “{host}” and found none: names of services are known only "
                                "within their network, and only while they run."),
              QT_TRANSLATE_NOOP("Gantry::CauseRules",
                                "Start the service “{host}”, write its name right, and put both into one network."),
              QT_TRANSLATE_NOOP("Gantry::CauseRules",
                                "The variable with the host's name, and services and networks in the Compose file")},
    CauseRule{
        "authentication-failed", CauseRule::Log | CauseRule::Probe, nullptr,
        R"re(password authentication failed for user "(?<user>[^"]*)")re",
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "The database refused the password of “{user}”"),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "User or password are not those of the database. A database keeps the password that it was "
                          "first started with, also when the variable changes later."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "Use the password of the first start, or change it in the database; a new volume begins anew "
                          "and loses the data."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "The password's variable: environment in the Compose file, or .env")},
    CauseRule{"database-missing", CauseRule::Log | CauseRule::Probe, nullptr,
              R"re(FATAL:  database "(?<database>[^"]*)" does not exist)re",
              QT_TRANSLATE_NOOP("Gantry::CauseRules", "There is no database “{database}”"),
              QT_TRANSLATE_NOOP("Gantry::CauseRules",
                                "The server answered and accepted the user, but has no database of this name."),
              QT_TRANSLATE_NOOP("Gantry::CauseRules", "Create it, or correct the name."),
              QT_TRANSLATE_NOOP("Gantry::CauseRules",
                                "The variable with the database's name: environment in the Compose file, or .env")},
    CauseRule{
        "variable-missing-python", CauseRule::Log, nullptr,
        R"re(File "(?:<frozen os>|[^"]*/os\.py)", line \d+, in __getitem__\n(?:[ \t].*\n)*KeyError: '(?<variable>[^']*)')re",
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "The variable {variable} is not set"),
        QT_TRANSLATE_NOOP(
            "Gantry::CauseRules",
            "The program reads the environment variable {variable}, and the container has none of this name."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "Set it."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "environment in the Compose file, .env, or -e of docker run")},
    CauseRule{
        "variable-missing-shell", CauseRule::Log, nullptr,
        R"re((?:^|[/\s])(?:ba|da|a|k|z)?sh: (?:line \d+: |\d+: )?(?<variable>[A-Za-z_]\w*): (?:parameter not set|unbound variable|parameter null or not set|must be set))re",
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "The variable {variable} is not set"),
        QT_TRANSLATE_NOOP(
            "Gantry::CauseRules",
            "The start script reads the environment variable {variable}, and the container has none of this name."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "Set it."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "environment in the Compose file, .env, or -e of docker run")},
    CauseRule{
        "variable-missing", CauseRule::Log, nullptr,
        R"re(\b(?<variable>[A-Z][A-Z0-9]*_[A-Z0-9_]+)"?:? (?:environment variable )?(?:is not set|must be set|is required|is missing|is not defined))re",
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "The variable {variable} is not set"),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "The program wants the environment variable {variable}, and the container has none of this "
                          "name, or an empty one."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "Set it."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "environment in the Compose file, .env, or -e of docker run")},
    CauseRule{
        "disk-full", CauseRule::Log | CauseRule::Engine, nullptr,
        R"re(No space left on device|no space left on device)re",
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "A disk is full"),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "It wanted to write and found no space left: on the engine's disk, in a volume, or in a "
                          "tmpfs of limited size."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "Remove images, containers and volumes that are not used, or give the tmpfs more room."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "The engine's disk, or tmpfs in the Compose file")},
    CauseRule{
        "memory-in-program", CauseRule::Log, nullptr,
        R"re(^(?<error>MemoryError|java\.lang\.OutOfMemoryError.*|.*JavaScript heap out of memory.*)$)re",
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "The program found no memory left"),
        QT_TRANSLATE_NOOP(
            "Gantry::CauseRules",
            "It asked for more memory than it was given, and ended by itself: the engine did not kill it."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "Raise the limit that the program runs with, or let it use less."),
        QT_TRANSLATE_NOOP(
            "Gantry::CauseRules",
            "The limit of the program (ulimit, -Xmx, --max-old-space-size), or mem_limit in the Compose file")},
    CauseRule{
        "python-module", CauseRule::Log, nullptr, R"re(ModuleNotFoundError: No module named '(?<module>[^']*)')re",
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "Python found no module “{module}”"),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "The program imports “{module}”, which is not installed in the image."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "Install it in the image, or correct the name. Then build and start."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "requirements.txt or RUN pip install in the Dockerfile")},
    CauseRule{
        "exec-format", CauseRule::Log | CauseRule::Engine, nullptr,
        R"re(exec (?<program>\S+): exec format error|exec user process caused: exec format error|exec format error)re",
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "The program is not made for this machine"),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "The system does not know how to run it: it is made for another processor, or is a script "
                          "without its first line (#!/bin/sh)."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "Take the image for this processor, or write the first line into the script."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "platform in the Compose file or FROM --platform in the Dockerfile, or the script")},
    CauseRule{
        "interpreter-missing", CauseRule::Log, nullptr, R"re(^exec (?<program>\S+): no such file or directory)re",
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "{program} cannot be run"),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "The file is there, but not what should run it: the program in its first line is missing in "
                          "the image, or that line ends as on Windows (CRLF), or a library's loader is missing."),
        QT_TRANSLATE_NOOP(
            "Gantry::CauseRules",
            "Correct the first line, save the file with Unix line ends, or take an image that has the interpreter."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "The script {program}, or FROM in the Dockerfile")},
    CauseRule{
        "permission-denied", CauseRule::Log, nullptr,
        R"re(PermissionError: .*?'(?<path>[^']*)'|\bsh: (?:line \d+: |\d+: )?(?:can't create |cannot create )?(?<path2>/[^:]*): Permission denied|(?<![^\s:'"])(?<path3>/[^\s:'"]+)['"]?: Permission denied|[Pp]ermission denied:? ['"]?(?<path4>/[^\s'"]+))re",
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "It may not use {path}"),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "The container runs as {user}, who has no right to what it wanted to do with {path}."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "Give that user the file or folder (chown, chmod), or run the container as another user."),
        QT_TRANSLATE_NOOP(
            "Gantry::CauseRules",
            "USER or RUN chown in the Dockerfile, user in the Compose file, or the folder that is mounted")},
    CauseRule{
        "file-missing", CauseRule::Log, nullptr,
        R"re((?:FileNotFoundError: .*No such file or directory: '(?<path>[^']*)'|can't open (?:file )?'(?<path2>[^']*)': .*No such file or directory|(?<![^\s:'"])(?<path3>/[^\s:'"]+)['"]?: No such file or directory))re",
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "There is no file {path}"),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "The program wants {path}, and the container has no such file."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "Copy the file into the image or mount it, or correct the path."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "COPY in the Dockerfile, volumes or command in the Compose file")},
    CauseRule{"program-missing-shell", CauseRule::Log | CauseRule::Probe, nullptr,
              R"re((?:^|[/\s])(?:ba|da|a|k|z)?sh: (?:line \d+: |\d+: )?(?<program>[^:\n]+): (?:command )?not found)re",
              QT_TRANSLATE_NOOP("Gantry::CauseRules", "There is no program “{program}”"),
              QT_TRANSLATE_NOOP(
                  "Gantry::CauseRules",
                  "A shell of the container was to run “{program}”, and the image has no program of this name."),
              QT_TRANSLATE_NOOP("Gantry::CauseRules", "Correct the name, or install the program in the image."),
              QT_TRANSLATE_NOOP("Gantry::CauseRules", "RUN in the Dockerfile, or the script")},
    CauseRule{
        "python-syntax", CauseRule::Log, nullptr,
        R"re(File "(?<file>[^"]*)", line (?<line>\d+)\n(?:[ \t].*\n)*(?<error>(?:SyntaxError|IndentationError|TabError): .*)$)re",
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "Python does not understand {file}, line {line}"),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "{error}"),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "Correct the line, or the one before it. Then build and start."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "{file}, line {line}")},
    CauseRule{
        "python-traceback", CauseRule::Log, nullptr,
        R"re(Traceback \(most recent call last\):\n(?:[ \t].*\n)*[ \t]+File "(?<file>(?![^"]*(?:-packages/|/lib/python|<frozen))[^"]*)", line (?<line>\d+).*\n(?:[ \t].*\n)*(?<error>[A-Za-z_][\w.]*(?:: .*)?)$)re",
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "The program failed at {file}, line {line}"),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "{error}"),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "Correct what the last line of the traceback says. Then build and start."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "{file}, line {line}")},
    CauseRule{"python-traceback-library", CauseRule::Log, nullptr,
              R"re(Traceback \(most recent call last\):\n(?:[ \t].*\n)+(?<error>[A-Za-z_][\w.]*(?:: .*)?)$)re",
              QT_TRANSLATE_NOOP("Gantry::CauseRules", "The Python program failed"),
              QT_TRANSLATE_NOOP("Gantry::CauseRules", "{error}"),
              QT_TRANSLATE_NOOP("Gantry::CauseRules", "Correct what the last line of the traceback says."),
              QT_TRANSLATE_NOOP("Gantry::CauseRules", "The program, or what it was given")},
    CauseRule{
        "probe-timeout", CauseRule::Probe, nullptr, R"re(Health check exceeded timeout \((?<time>[^)]*)\))re",
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "Its health check takes too long"),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "The check did not end within {time}, {streak} times in a row. The program runs, but answers "
                          "slowly or not at all."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "Find out what the program waits for, or give the check more time."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "healthcheck: timeout in the Compose file, or HEALTHCHECK --timeout in the Dockerfile")},
    CauseRule{
        "probe-refused", CauseRule::Probe, nullptr, R"re(^(?<error>.*[Cc]onnection refused.*)$)re",
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "Its health check is refused"),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "The program runs, but nothing listens where the check asks, {streak} times in a row."),
        QT_TRANSLATE_NOOP(
            "Gantry::CauseRules",
            "Compare the port and address of the check with what the program listens at; it may need longer to start."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "healthcheck in the Compose file (test, start_period), or HEALTHCHECK in the Dockerfile")},
    CauseRule{
        "probe-http", CauseRule::Probe, nullptr,
        R"re((?:HTTP Error |HTTP/1\.[01] |returned error: )(?<status>[45]\d\d))re",
        QT_TRANSLATE_NOOP("Gantry::CauseRules", "Its health check is answered with {status}"),
        QT_TRANSLATE_NOOP(
            "Gantry::CauseRules",
            "The program listens and answers the check, but with the error {status}, {streak} times in a row."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "Compare the check's path with those that the program serves; its log says what went wrong."),
        QT_TRANSLATE_NOOP("Gantry::CauseRules",
                          "healthcheck: test in the Compose file, HEALTHCHECK in the Dockerfile, or the program")},
};

} // namespace

std::span<const CauseRule> CauseRule::all()
{
    return rules;
}

} // namespace Gantry
