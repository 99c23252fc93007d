// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/containerlog.h"
#include "engine/logsearch.h"

#include <QWidget>

class QPushButton;

namespace Gantry {

class ElidedLabel;
class Engine;
class Label;
class LogView;
class SearchField;

/// The log of one container: find, follow, and the lines. It reads only while it is shown.
class LogPanel : public QWidget
{
    Q_OBJECT

public:
    explicit LogPanel(Engine *engine, QWidget *parent = nullptr);

    /// Shows another container's log; empty for none. \a tty as the inspection says. The lines of \a predecessor, whose
    /// place the container took, stay where they were shown last.
    void setContainer(const QString &id, bool tty, const QString &predecessor = {});
    void startFinding();
    LogView *view() const { return m_view; }
    const ContainerLog *log() const { return m_log; }

    /// Lines that are read first; the rest on demand.
    static constexpr int FirstLines = 10'000;

protected:
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void open(int tail);
    void openIfShown();
    void find(bool forward);
    void describe();

    Engine *m_engine;
    ContainerLog *m_log;
    LogSearch *m_search;
    QString m_id;
    QString m_kept; ///< container of which the lines stay until another one is shown
    bool m_tty = false;
    bool m_opened = false;
    bool m_all = false; ///< the user asked for every line of this container
    SearchField *m_field = nullptr;
    LogView *m_view = nullptr;
    QPushButton *m_loadAll = nullptr;
    QPushButton *m_follow = nullptr;
    Label *m_problem = nullptr; ///< why the log cannot be read
    ElidedLabel *m_foot = nullptr;
    ElidedLabel *m_result = nullptr;
};

} // namespace Gantry
