// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/banner.h"

namespace Gantry {

/// A banner laid over the bottom of a page: it comes and goes without moving what the user is about to click. It leaves
/// the left of the page, where the names are, free as far as there is room.
class OverlaidBanner : public Banner
{
    Q_OBJECT

public:
    OverlaidBanner(Kind kind, QWidget *page);

    /// Stands above another one of the page while that is shown.
    void setAbove(OverlaidBanner *lower);

Q_SIGNALS:
    /// It went while it had the keyboard.
    void left();

protected:
    /// Shows the message, and tells assistive programs where it is news.
    void say(const QString &fact, const QString &consequence);
    void leave();
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();

    OverlaidBanner *m_lower = nullptr;
};

} // namespace Gantry
