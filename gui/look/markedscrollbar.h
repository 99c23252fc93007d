// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QScrollBar>

namespace Gantry {

/// An upright scroll bar with ticks at places of what it scrolls.
class MarkedScrollBar : public QScrollBar
{
    Q_OBJECT

public:
    struct Marks
    {
        QList<double> places; ///< from 0 (the beginning) to 1
        QColor color;

        friend bool operator==(const Marks &, const Marks &) = default;
    };

    explicit MarkedScrollBar(QWidget *parent = nullptr);

    /// Later ones lie over those before.
    void setMarks(const QList<Marks> &marks);
    const QList<Marks> &marks() const { return m_marks; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Marks> m_marks;
};

} // namespace Gantry
