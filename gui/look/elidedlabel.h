// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/label.h"

namespace Gantry {

/// A label of one line that gives way: elided (in the middle, unless told otherwise) with the whole text in its
/// tooltip and for assistive technology.
class ElidedLabel : public Label
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr);

    /// With oneLine().
    void setText(const QString &text) override;
    void setElideMode(Qt::TextElideMode mode);
    /// About how many characters of it are seen however little room there is; 6 unless set.
    void setKept(int characters);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Qt::TextElideMode m_mode = Qt::ElideMiddle;
    int m_kept = 6;
};

} // namespace Gantry
