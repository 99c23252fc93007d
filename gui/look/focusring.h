// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractScrollArea;

namespace Gantry {

/// The focus of a scroll area that shows nothing of it itself, for want of a frame, a caret and a current row. It lies
/// over the area, which owns it.
class FocusRing : public QWidget
{
    Q_OBJECT

public:
    explicit FocusRing(QAbstractScrollArea *area);

    /// Whether \a widget is one that may need a ring.
    static bool suits(const QWidget *widget);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();

    QAbstractScrollArea *m_area;
    bool m_mouse = false; ///< the user has gone over to it
};

} // namespace Gantry
