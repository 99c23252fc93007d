// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace Gantry {

/// What is looked for in a log.
struct LogPattern
{
    /// A place in a text, in UTF-16 units.
    struct Place
    {
        qsizetype start = 0;
        qsizetype length = 0;

        friend bool operator==(const Place &, const Place &) = default;
    };

    QString text;
    bool caseSensitive = false;
    bool wholeWord = false;
    bool regularExpression = false; ///< of Perl's kind (QRegularExpression)

    bool isEmpty() const { return text.isEmpty(); }
    /// "^" and "$" are the ends of a line. Invalid where the text is no regular expression; errorString() says why.
    QRegularExpression compiled() const;
    /// Where it occurs in one line, in order and none within another; at most \a most. Empty occurrences are none.
    static QList<Place> places(const QRegularExpression &compiled, const QString &line, int most);

    /// Texts of which each stands in all that the pattern finds, for each of its alternatives: as far as they are
    /// easily told. Empty where one of these has none.
    QList<QStringList> needles() const;

    friend bool operator==(const LogPattern &, const LogPattern &) = default;
};

} // namespace Gantry
