// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/banner.h"

namespace Gantry {

class ActionRegistry;
class FailureNotice;

/// What failed while Operations was closed, laid over the bottom of the page: it comes and goes without moving what the
/// user is about to click. It leaves the left of the page, where the names are, free as far as there is room.
class FailureBar : public Banner
{
    Q_OBJECT

public:
    /// None is owned; all outlive the bar.
    FailureBar(const FailureNotice *failures, const ActionRegistry *actions, QWidget *page);

Q_SIGNALS:
    /// It went while it had the keyboard.
    void left();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void place();

    const FailureNotice *m_failures;
};

} // namespace Gantry
