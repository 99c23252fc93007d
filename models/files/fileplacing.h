// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QList>

namespace Gantry {

/// A folder in which files become whole before they get their names beside it. What blocks is for the thread pool.
class FilePlacing
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::FilePlacing)

public:
    /// Which of \a names are in \a folder already.
    static QList<QByteArray> existing(const QByteArray &folder, const QList<QByteArray> &names);

    /// Makes a hidden folder in \a folder, whose path without links path() is then; blocks. Answers the system's words
    /// where it cannot, else nothing.
    QString make(const QByteArray &folder);
    const QByteArray &path() const { return m_path; }
    /// Moves \a names from there into the folder; blocks. What is there already makes place where \a overwrite says so:
    /// a file for a file, while folders become one. Answers why not, a translated sentence, else nothing.
    QString place(const QList<QByteArray> &names, bool overwrite) const;
    /// Removes what is left; blocks.
    void remove() const;

private:
    static QString move(int from, int to, const QByteArray &name, const QByteArray &shown, bool overwrite);
    static QString merge(int from, int to, const QByteArray &name, const QByteArray &shown);

    QByteArray m_folder;
    QByteArray m_path;
};

} // namespace Gantry
