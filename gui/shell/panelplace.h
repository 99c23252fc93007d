// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QStackedWidget>

class QPushButton;

namespace Gantry {

class DetachedWindow;
class Label;

/// Where a panel is in the main window: the panel, or while it has a window of its own, where to find it.
class PanelPlace : public QStackedWidget
{
    Q_OBJECT

public:
    explicit PanelPlace(QWidget *parent = nullptr);

    /// What was there before is deleted, unless it was taken.
    void setPanel(QWidget *panel);
    /// Says that \a window has what would be shown here; null for the panel that is here.
    void showWindow(DetachedWindow *window);
    bool isElsewhere() const { return currentIndex() == 0; }
    /// Where the keyboard goes while it is elsewhere.
    QWidget *noteTarget() const;

private:
    void build();

    QWidget *m_note;
    Label *m_sentence = nullptr;
    QPushButton *m_show = nullptr;
    QPointer<QWidget> m_panel;
    QPointer<DetachedWindow> m_window;
};

} // namespace Gantry
