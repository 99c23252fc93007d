// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/card.h"

namespace Gantry {

/// A measure now, of how much, and its last minutes as a line.
class UsageCard : public Card
{
    Q_OBJECT

public:
    explicit UsageCard(const QString &title, QWidget *parent = nullptr);

    /// \a line from 0 to 1, oldest first; NaN where nothing is known.
    void setUse(const QString &value, const QString &detail, const QList<qreal> &line);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_title;
    QString m_value;
    QString m_detail;
    QList<qreal> m_line;
};

} // namespace Gantry
