// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/project.h"
#include "items/servicemodel.h"

#include <QSet>
#include <QWidget>

#include <optional>

class QStackedLayout;
class QStackedWidget;

namespace Gantry {

class Banner;
class ConnectionsView;
class CopyButton;
class DownMenu;
class ElidedLabel;
class EmptyState;
class Label;
class PageHeader;
class PanelPlace;
class ProjectFilesView;
class ProjectLogs;
class ProjectStatsView;
class ServiceColumns;
class ServiceDelegate;
class TabBar;
class TableView;
class TextFilter;
class UpMenu;
class Workbench;

/// One project: its state and actions, what stands in its way, its services, its files.
class ProjectView : public QWidget
{
    Q_OBJECT

public:
    enum Tab { ServicesTab, FilesTab, LogsTab, ConnectionsTab, StatsTab };
    Q_ENUM(Tab)

    explicit ProjectView(Workbench *workbench, QWidget *parent = nullptr);

    /// Shows another project; empty for none.
    void setProject(const QString &name);
    const QString &project() const { return m_name; }
    /// Leaves out what is worth less than a service's row where there is little height.
    void setLow(bool low);
    /// Title, tabs and two services.
    int lowestHeight() const;
    /// Says that the project is gone, and offers nothing to do, until another is set.
    void setGone();
    /// Whether the user opened the project from a path.
    bool isOpened() const { return !m_openedPath.isEmpty(); }
    const QString &openedPath() const { return m_openedPath; }
    /// Selects a service's row; none where it is empty.
    void selectService(const QString &service);
    QString selectedService() const;
    TableView *services() const { return m_table; }
    /// With the keyboard in them.
    void showLogs();
    /// Whether the log is what the user looks at, so that Ctrl+F means it.
    bool startFinding();
    /// Why what is looked at cannot have a window of its own; empty where it can.
    QString detachObstacle() const;
    /// Gives it one, at \a position if the platform lets a program decide that.
    void detach(const std::optional<QPoint> &position = {});
    /// The windows of the last run whose projects are known by now.
    void restoreWindows();
    /// Containers that offer an SQL console.
    void setDatabases(const QSet<QString> &containers);

Q_SIGNALS:
    /// The user moved to another row of the services table.
    void serviceSelected(const QString &service);
    void serviceMenuRequested(const QPoint &globalPosition);
    void consoleRequested(const QString &containerId);
    void causeRequested(const QString &containerId);
    void openFileRequested();
    /// detachObstacle() may be another.
    void detachableChanged();

private:
    void buildHeader();
    void buildServices();
    void buildTabs(QWidget *services);
    void openWindow(ProjectLogs *logs, const QString &project, const std::optional<QPoint> &position = {});
    /// Where the logs have a window of their own, their place says so.
    void followWindow();
    void refresh();
    void refreshHeader(const Project &project);
    void refreshBanner(const Project &project);
    void refreshServices();
    void onLink(const QModelIndex &index);
    void onPort(const ServiceRow &row);

    Workbench *m_workbench;
    QString m_name;
    QString m_openedPath;
    QSet<QString> m_databases;
    QWidget *m_content; ///< all of a project that is there
    EmptyState *m_gone;
    QStackedLayout *m_either;
    PageHeader *m_header;
    ElidedLabel *m_path = nullptr;
    CopyButton *m_copyPath = nullptr;
    ElidedLabel *m_profiles = nullptr;
    ElidedLabel *m_version = nullptr;
    UpMenu *m_upMenu = nullptr;
    DownMenu *m_downMenu = nullptr;
    TabBar *m_tabs;
    Banner *m_banner;
    QStackedWidget *m_pages;
    ServiceModel *m_model;
    TextFilter *m_sorted;
    TableView *m_table;
    ServiceDelegate *m_delegate = nullptr;
    ServiceColumns *m_columns = nullptr;
    QWidget *m_hints = nullptr; ///< below the services
    Label *m_profilesHint = nullptr;
    Label *m_downHint = nullptr;
    ProjectFilesView *m_files;
    PanelPlace *m_logPlace = nullptr;
    ProjectLogs *m_logs;
    ConnectionsView *m_connections = nullptr; ///< once it was shown, as the next
    ProjectStatsView *m_stats = nullptr;
    bool m_selecting = false;
};

} // namespace Gantry
