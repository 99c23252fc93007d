// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connections/connectionsreader.h"
#include "connections/reachtest.h"
#include "items/cellroles.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QPushButton;

namespace Gantry {

class ConnectionModel;
class Label;
class TableView;
class TextFilter;
class Workbench;

/// Where the services of a project are reached, ready to be copied, and whether one reaches another: tried from inside.
/// Reads only while it is shown.
class ConnectionsView : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionsView(Workbench *workbench, QWidget *parent = nullptr);

    /// Another project, or the same one changed.
    void setProject(const Project &project);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildTable();
    QWidget *buildQuestion();
    void readLater();
    void read();
    void refresh();
    void fitColumns();
    void refreshChoices();
    void refreshTry();
    void copy(const QModelIndex &index);
    void copyText(const QString &text, const QString &shown);
    void ask();
    void openMenu(const QPoint &position);
    void say(const QString &sentence, Tone tone);

    Workbench *m_workbench;
    Project m_project;
    ConnectionsReader *m_reader;
    ReachTest *m_test;
    ConnectionModel *m_model;
    TextFilter *m_sorted;
    TableView *m_table;
    QCheckBox *m_passwords;
    Label *m_problem;
    Label *m_empty;
    QComboBox *m_from = nullptr;
    QComboBox *m_to = nullptr;
    QPushButton *m_try = nullptr;
    Label *m_said = nullptr;
    QTimer m_soon;
    bool m_stale = true; ///< the project changed since it was read
};

} // namespace Gantry
