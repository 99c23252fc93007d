// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace Gantry {

class Banner;
class DatabaseModel;
class Label;
class PageHeader;
class SearchField;
class TableView;
class TextFilter;
class Workbench;

/// The table "Databases": every PostgreSQL container, with the way into its console.
class DatabaseList : public QWidget
{
    Q_OBJECT

public:
    explicit DatabaseList(Workbench *workbench, QWidget *parent = nullptr);

    DatabaseModel *model() const { return m_model; }
    /// The table, or the filter where there is nothing to choose.
    QWidget *focusTarget() const;
    SearchField *filterField() const { return m_field; }
    /// Container ids of the chosen rows.
    QStringList chosen() const;
    /// Says above the list that these files open in the next console.
    void showWaiting(const QStringList &names);

Q_SIGNALS:
    void openRequested(const QString &containerId);
    void selectionChanged();

private:
    void build();
    void refresh();
    void showMenu(const QPoint &position);

    Workbench *m_workbench;
    DatabaseModel *m_model;
    TextFilter *m_filter;
    PageHeader *m_header = nullptr;
    QWidget *m_waitingSpace = nullptr;
    Banner *m_waiting = nullptr;
    SearchField *m_field = nullptr;
    TableView *m_table = nullptr;
    QStackedWidget *m_stack = nullptr;
    Label *m_empty = nullptr;
    bool m_wasEmpty = true;
};

} // namespace Gantry
