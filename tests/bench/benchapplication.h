// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QPointer>
#include <QWidget>

#include <functional>

namespace Gantry {

/// An application that tells when a widget has been painted: not when its paint event came, but when the event of the
/// display that asked for the frame has ended and the frame has been handed over.
class BenchApplication : public QApplication
{
public:
    using QApplication::QApplication;

    static BenchApplication *self() { return static_cast<BenchApplication *>(instance()); }

    /// Calls \a frameEnded after each frame in which the widget was painted; null for none.
    void watch(QWidget *widget, std::function<void()> frameEnded);
    bool notify(QObject *receiver, QEvent *event) override;

private:
    QPointer<QWidget> m_watched;
    std::function<void()> m_frameEnded;
    int m_depth = 0;
    bool m_painted = false;
};

} // namespace Gantry
