// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/apiversion.h"

#include <QRegularExpression>

namespace Gantry {

using namespace Qt::StringLiterals;

std::optional<ApiVersion> ApiVersion::parse(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{1,6})\\.(\\d{1,6})$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return ApiVersion{match.captured(1).toInt(), match.captured(2).toInt()};
}

QString ApiVersion::toString() const
{
    return QString::number(major) + u'.' + QString::number(minor);
}

} // namespace Gantry
