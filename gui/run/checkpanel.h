// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/publishedport.h"
#include "run/httpcheck.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace Gantry {

class Label;
class Operation;
class OperationLog;

/// Calls a container's published port as a browser would and shows what answered: status, time, type, body. Each call
/// is an operation.
class CheckPanel : public QWidget
{
    Q_OBJECT

public:
    /// \a log is not owned.
    explicit CheckPanel(OperationLog *log, QWidget *parent = nullptr);
    ~CheckPanel() override;

    /// The ports of a running container; none hides the panel. \a key names the container for the path that is
    /// remembered while the window is open: its name, so that it lasts beyond a recreation.
    void setPorts(const QString &key, const QList<PublishedPort> &ports, const Endpoint &engine);

private:
    void showPort();
    void check();
    void stop();
    void endOperation(const HttpAnswer &answer);
    void show(const HttpAnswer &answer);
    void clear();
    QString pathKey() const;
    /// What a user calls, without the values of secrets.
    QString shownUrl() const;
    QUrl url() const;

    OperationLog *m_log;
    QPointer<Operation> m_operation; ///< while it is called
    QString m_key;
    QList<PublishedPort> m_ports;
    Endpoint m_engine;
    QHash<QString, QString> m_paths; ///< by container and port
    HttpCheck *m_check;
    QComboBox *m_port = nullptr;
    QLineEdit *m_path = nullptr;
    QPushButton *m_button = nullptr;
    Label *m_result = nullptr;
    Label *m_detail = nullptr;
    QPlainTextEdit *m_body = nullptr;
};

} // namespace Gantry
