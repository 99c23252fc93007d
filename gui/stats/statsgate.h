// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Gantry {

class StatsReader;

/// Lets containers be sampled only while their window is on screen: neither hidden nor minimised nor, where the desktop
/// tells, on another workspace.
class StatsGate : public QObject
{
    Q_OBJECT

public:
    StatsGate(StatsReader *reader, QWidget *window);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void judge();

    StatsReader *m_reader;
    QWidget *m_window;
};

} // namespace Gantry
