// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/pullprogress.h"

#include "engine/json.h"
#include "items/humanize.h"

#include <QRegularExpression>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr double DownloadShare = 0.8;
constexpr qint64 SpeedWindowMs = 3000;
/// Of a hostile registry.
constexpr qsizetype MostLayers = 1000;

/// Docker's words and Podman's.
PullLayer::Stage stageOf(const QString &status, PullLayer::Stage before)
{
    using Stage = PullLayer::Stage;
    if (status.startsWith("Downloading"_L1))
        return Stage::Downloading;
    if (status.startsWith("Verifying"_L1) || status.startsWith("Download complete"_L1))
        return Stage::Downloaded;
    if (status.startsWith("Extracting"_L1))
        return Stage::Extracting;
    if (status.startsWith("Pull complete"_L1) || status.startsWith("Already exists"_L1))
        return Stage::Done;
    return before;
}

} // namespace

double PullLayer::share() const
{
    const double part = total > 0 ? std::clamp(double(current) / double(total), 0.0, 1.0) : 0;
    switch (stage) {
    case Stage::Waiting:
        return 0;
    case Stage::Downloading:
        return DownloadShare * part;
    case Stage::Downloaded:
        return DownloadShare;
    case Stage::Extracting:
        return DownloadShare + (1 - DownloadShare) * part;
    case Stage::Done:
        break;
    }
    return 1;
}

bool PullProgress::take(const QJsonObject &message, qint64 milliseconds)
{
    if (const QString error = message["error"_L1].toString(); !error.isEmpty()) {
        m_error = error;
        if (const QString detail = message["errorDetail"_L1]["message"_L1].toString(); !detail.isEmpty())
            m_error = detail;
        return true;
    }
    const QString status = message["status"_L1].toString();
    const QString id = message["id"_L1].toString();
    // "Pulling from library/alpine" has the tag for an id.
    static const QRegularExpression digits(u"\\A[0-9a-f]{12,64}\\z"_s);
    if (!digits.match(id).hasMatch() || status.startsWith("Pulling from"_L1)) {
        const bool changed = !status.isEmpty() && status != m_status;
        if (changed)
            m_status = status;
        return changed;
    }
    if (m_layers.size() >= MostLayers)
        return false;
    PullLayer &one = layer(id);
    const PullLayer before = one;
    one.status = status;
    one.stage = stageOf(status, one.stage);
    const QJsonObject detail = message["progressDetail"_L1].toObject();
    one.current = Json::integer(detail["current"_L1]);
    one.total = std::max<qint64>(0, Json::integer(detail["total"_L1]));
    if (one.stage == PullLayer::Stage::Downloading && one.total > 0)
        one.size = one.total;

    m_samples.emplace_back(milliseconds, downloaded());
    while (m_samples.size() > 2 && milliseconds - m_samples.front().first > SpeedWindowMs)
        m_samples.pop_front();
    return one.stage != before.stage || one.current != before.current || one.status != before.status;
}

PullLayer &PullProgress::layer(const QString &id)
{
    const auto it
        = std::find_if(m_layers.begin(), m_layers.end(), [&id](const PullLayer &each) { return each.id == id; });
    if (it != m_layers.end())
        return *it;
    m_layers.append(PullLayer{.id = id});
    return m_layers.last();
}

int PullProgress::percent() const
{
    if (m_layers.isEmpty())
        return -1;
    double sum = 0;
    for (const PullLayer &each : m_layers)
        sum += each.share();
    return int(100 * sum / double(m_layers.size()));
}

qint64 PullProgress::speed() const
{
    const bool downloads = std::any_of(m_layers.begin(), m_layers.end(), [](const PullLayer &each) {
        return each.stage == PullLayer::Stage::Downloading;
    });
    if (!downloads || m_samples.size() < 2)
        return 0;
    const qint64 time = m_samples.back().first - m_samples.front().first;
    const qint64 bytes = m_samples.back().second - m_samples.front().second;
    return time > 0 ? std::max<qint64>(0, bytes * 1000 / time) : 0;
}

qint64 PullProgress::downloaded() const
{
    qint64 sum = 0;
    for (const PullLayer &each : m_layers)
        sum += each.stage == PullLayer::Stage::Downloading ? each.current
            : each.stage == PullLayer::Stage::Waiting      ? 0
                                                           : each.size;
    return sum;
}

qint64 PullProgress::toDownload() const
{
    qint64 sum = 0;
    for (const PullLayer &each : m_layers)
        sum += each.size;
    return sum;
}

QString PullProgress::words() const
{
    if (m_layers.isEmpty())
        return m_status;
    const auto done = std::count_if(m_layers.begin(), m_layers.end(),
                                    [](const PullLayer &each) { return each.stage == PullLayer::Stage::Done; });
    QString words = PullProgress::tr("%1 of %2 layers").arg(done).arg(m_layers.size());
    if (toDownload() > 0)
        words += u", "_s
            + PullProgress::tr("%1 of %2").arg(Humanize::sizeText(downloaded()), Humanize::sizeText(toDownload()));
    if (const qint64 bytes = speed(); bytes > 0)
        words += u", "_s + PullProgress::tr("%1/s").arg(Humanize::sizeText(bytes));
    return words;
}

} // namespace Gantry
