// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringDecoder>

namespace Gantry {

/// Turns the bytes that a Compose run prints into plain text: UTF-8 over the borders of chunks, without escape
/// sequences and control characters, lines ended by a line feed.
class ComposeOutput
{
public:
    QString feed(const QByteArray &bytes);

private:
    enum class Place { Text, Escape, Sequence, String, StringEscape };

    QStringDecoder m_decoder{QStringDecoder::Utf8};
    Place m_place = Place::Text;
    bool m_carriageReturn = false;
};

/// What a line of Compose's plain output says is happening, translated: "Starting tp1-db-1". Empty for lines that
/// report no progress.
QString composePhase(const QString &line);

/// What of a failed run's output tells why: its last lines without progress, at most twelve.
QString composeWords(const QString &output);

/// What a user can do about a failure that Compose described in these words, translated; empty when unknown.
QString composeAdvice(const QString &words);

} // namespace Gantry
