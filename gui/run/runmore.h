// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runrequest.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;
class QVBoxLayout;

namespace Gantry {

class Label;
class MountRows;
class PairRows;
class Workbench;

/// The rest of the form for a container, section by section: all that few need.
class RunMore : public QWidget
{
    Q_OBJECT

public:
    explicit RunMore(Workbench *workbench, QWidget *parent = nullptr);

    /// Writes what stands here into \a request.
    void fill(RunRequest *request) const;
    void setRequest(const RunRequest &request);
    /// Whether \a request says anything that stands here.
    static bool concerns(const RunRequest &request);
    /// Why what was typed cannot be read, translated; empty if it can.
    QString problem() const;
    /// Of a file of variables; what it says in place of what stands here.
    void importEnvFile(const QString &path);

Q_SIGNALS:
    void changed();

private:
    QGridLayout *addSection(QVBoxLayout *layout, const QString &title, const QString &name);
    QLineEdit *addField(QGridLayout *grid, const QString &caption, const QString &name, const QString &placeholder);
    QComboBox *addChoice(QGridLayout *grid, const QString &caption, const QString &name, const QStringList &choices);
    QCheckBox *addCheck(QGridLayout *grid, const QString &text, const QString &name);
    void addEnvironment(QVBoxLayout *layout);
    void addHealth(QVBoxLayout *layout);
    void chooseEnvFile();
    void followEngine();

    Workbench *m_workbench;
    PairRows *m_environment = nullptr;
    Label *m_imported = nullptr;
    MountRows *m_mounts = nullptr;
    QComboBox *m_network = nullptr;
    QLineEdit *m_aliases = nullptr;
    QLineEdit *m_hostname = nullptr;
    QCheckBox *m_publishAll = nullptr;
    QComboBox *m_restart = nullptr;
    QCheckBox *m_autoRemove = nullptr;
    QLineEdit *m_memory = nullptr;
    QLineEdit *m_cpus = nullptr;
    QLineEdit *m_sharedMemory = nullptr;
    QLineEdit *m_entrypoint = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_folder = nullptr;
    QCheckBox *m_init = nullptr;
    QCheckBox *m_detach = nullptr;
    QLineEdit *m_healthCommand = nullptr;
    QLineEdit *m_healthInterval = nullptr;
    QLineEdit *m_healthTimeout = nullptr;
    QLineEdit *m_healthStart = nullptr;
    QLineEdit *m_healthRetries = nullptr;
    QCheckBox *m_healthOff = nullptr;
    QLineEdit *m_capAdd = nullptr;
    QLineEdit *m_capDrop = nullptr;
    QCheckBox *m_privileged = nullptr;
    PairRows *m_labels = nullptr;
};

} // namespace Gantry
