// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace Gantry {

class Label;
class ProcessModel;
class TableView;
class TextFilter;
class Workbench;

/// The processes of a container that runs, asked for anew while they are on screen.
class ProcessesView : public QWidget
{
    Q_OBJECT

public:
    explicit ProcessesView(Workbench *workbench, QWidget *parent = nullptr);

    void setContainer(const QString &id, bool runs);
    TableView *table() const { return m_table; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void ask();
    void fitColumns();
    void say(const QString &sentence);

    Workbench *m_workbench;
    QString m_id;
    bool m_runs = false;
    bool m_plain = false; ///< the engine refused the columns that are wanted
    int m_generation = 0;
    QTimer m_again;
    ProcessModel *m_model;
    TextFilter *m_sorted;
    TableView *m_table;
    Label *m_title;
    Label *m_notice;
};

} // namespace Gantry
