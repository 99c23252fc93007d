// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace Gantry {

class StatsReader;

/// Lets containers be sampled only while their window is on screen: neither hidden nor minimised nor, where the desktop
/// tells, on another workspace; and the lists' ones every second only while somebody uses its mouse or keyboard.
class StatsGate : public QObject
{
    Q_OBJECT

public:
    StatsGate(StatsReader *reader, QWidget *window);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void judge();
    void attend();

    StatsReader *m_reader;
    QWidget *m_window;
    QTimer *m_left; ///< since anybody was there
};

} // namespace Gantry
