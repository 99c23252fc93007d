// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

namespace Gantry {

/// The place of a view that most starts never show: it is made when it is first shown, and costs nothing before.
class LatePlace : public QWidget
{
    Q_OBJECT

public:
    using Make = std::function<QWidget *(QWidget *parent)>;

    LatePlace(Make make, QWidget *parent);

protected:
    void showEvent(QShowEvent *event) override;

private:
    Make m_make;
};

} // namespace Gantry
