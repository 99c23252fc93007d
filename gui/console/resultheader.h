// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

#include <vector>

namespace Gantry {

/// The column header of results: each name in the font of the values, its type beside it in small grey.
class ResultHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit ResultHeader(QWidget *parent = nullptr);

    /// The width that name and type need, for each column from \a first to \a last.
    std::vector<int> fittingWidths(int first, int last) const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void columnPressed(int column, Qt::KeyboardModifiers modifiers);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int column) const override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    bool isOnHandle(int x) const;
};

} // namespace Gantry
