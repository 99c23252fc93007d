// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Gantry {

/// What the user wrote behind `gantry`: [--help] [--version] [--host ADDRESS] [FILE|FOLDER]…
struct CommandLine
{
    QString host; ///< value of --host, empty if it was not given
    QStringList paths; ///< absolute
    bool help = false;
    bool version = false;
    bool namesDisplay = false; ///< a toolkit option chooses the display or the platform
    QString error; ///< translated; what cannot be understood

    /// \a arguments without the program's name; relative paths are taken from \a folder. Toolkit options such as
    /// -platform or -session are left to Qt.
    static CommandLine parse(const QStringList &arguments, const QString &folder);
    /// Usage and options, translated, in lines of at most 80 characters.
    static QString helpText();
};

} // namespace Gantry
