// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPushButton>

#include <functional>

namespace Gantry {

struct Tokens;

/// A filter that is on or off: a name and a count. With a swatch it is a square chip that shows the colour of what it
/// switches (a service of merged logs).
class Chip : public QPushButton
{
    Q_OBJECT

public:
    using Swatch = std::function<QColor(const Tokens &)>;

    explicit Chip(const QString &name, QWidget *parent = nullptr);

    /// Text shown after the name; also the accessible description.
    void setCount(const QString &count);
    void setSwatch(Swatch swatch);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont nameFont() const;

    QString m_count;
    Swatch m_swatch;
};

} // namespace Gantry
