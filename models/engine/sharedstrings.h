// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QSet>
#include <QString>

namespace Gantry {

/// Gives equal strings one memory: a list of a thousand containers names the same few images, networks and labels again
/// and again. Needed only while a list is read; the strings live on without it.
class SharedStrings
{
public:
    void share(QString &string) { string = shared(string); }

    void share(QMap<QString, QString> &map)
    {
        QMap<QString, QString> result;
        for (auto it = map.cbegin(); it != map.cend(); ++it)
            result.insert(result.cend(), shared(it.key()), shared(it.value()));
        map = result;
    }

private:
    /// A copy, for the next one may move what the set holds.
    QString shared(const QString &string) { return *m_strings.insert(string); }

    QSet<QString> m_strings;
};

} // namespace Gantry
