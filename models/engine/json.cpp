// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/json.h"

namespace Gantry::Json {

QDateTime time(const QJsonValue &value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
    return time.isValid() && time.date().year() > 1 ? time : QDateTime();
}

} // namespace Gantry::Json
