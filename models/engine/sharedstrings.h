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
    void share(QString &string) { string = *m_strings.insert(string); }

    void share(QMap<QString, QString> &map)
    {
        QMap<QString, QString> shared;
        for (auto it = map.cbegin(); it != map.cend(); ++it)
            shared.insert(shared.cend(), *m_strings.insert(it.key()), *m_strings.insert(it.value()));
        map = shared;
    }

private:
    QSet<QString> m_strings;
};

} // namespace Gantry
