// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <deque>
#include <utility>

namespace Gantry {

/// One layer of an image that is pulled.
struct PullLayer
{
    enum class Stage { Waiting, Downloading, Downloaded, Extracting, Done };

    QString id = {}; ///< as the engine cuts it
    Stage stage = Stage::Waiting;
    QString status = {}; ///< the engine's words
    qint64 current = 0; ///< bytes of the stage
    qint64 total = 0; ///< 0 where the engine tells none
    qint64 size = 0; ///< bytes to download, once known

    /// 0 to 1: the download counts for more than the extraction.
    double share() const;
};

/// Follows the messages of POST /images/create (API 1.41): layers, how far they are, and how fast.
class PullProgress
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::PullProgress)

public:
    /// Takes one message at \a milliseconds of any clock; answers whether anything changed that is shown.
    bool take(const QJsonObject &message, qint64 milliseconds);

    const QList<PullLayer> &layers() const { return m_layers; }
    /// What concerns no layer: "Status: Downloaded newer image for alpine:latest".
    const QString &status() const { return m_status; }
    /// The registry's or the engine's words for a failure; empty where there was none.
    const QString &error() const { return m_error; }
    /// 0 to 100, -1 while no layer is known.
    int percent() const;
    /// Bytes a second of the last seconds; 0 when nothing is downloaded.
    qint64 speed() const;
    qint64 downloaded() const;
    /// Of the layers whose size is known.
    qint64 toDownload() const;
    /// One line, translated: "3 of 8 layers, 12 MB of 40 MB, 4.1 MB/s".
    QString words() const;

private:
    PullLayer &layer(const QString &id);

    QList<PullLayer> m_layers;
    QString m_status;
    QString m_error;
    std::deque<std::pair<qint64, qint64>> m_samples; ///< time and bytes downloaded until then
};

} // namespace Gantry
