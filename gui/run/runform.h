// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/image.h"
#include "look/foldingform.h"
#include "run/portconflicts.h"
#include "run/runrequest.h"

#include <QTimer>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QStringListModel;

namespace Gantry {

class Label;
class RunMore;
class Workbench;

/// What a new container is to be: few fields, and behind "More" all others. Says of the image whether it is here, and
/// of the ports which are taken.
class RunForm : public FoldingForm
{
    Q_OBJECT

public:
    explicit RunForm(Workbench *workbench, QWidget *parent = nullptr);

    RunRequest request() const;
    /// Replaces all that was typed.
    void setRequest(const RunRequest &request);
    void importEnvFile(const QString &path);
    /// What stands in the way, translated; empty if nothing does.
    QString problem() const;
    QLineEdit *image() const { return m_image; }

Q_SIGNALS:
    void changed();

private:
    void build();
    void onImageEdited();
    void askImage();
    void showImage(const ImageDetails &image);
    void showNoImage(const QString &words, bool wrong);
    void suggestPorts(const ImageDetails &image);
    void checkPorts();
    void showConflicts(const QList<PortConflict> &conflicts);
    void moveConflicts();
    quint16 freePort(quint16 from, const QList<RunPort> &ports) const;

    Workbench *m_workbench;
    QStringListModel *m_images;
    QLineEdit *m_image = nullptr;
    Label *m_imageHint = nullptr;
    QLineEdit *m_command = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_ports = nullptr;
    Label *m_portHint = nullptr;
    QPushButton *m_movePorts = nullptr;
    QCheckBox *m_terminal = nullptr;
    QCheckBox *m_interactive = nullptr; ///< within More
    RunMore *m_more = nullptr;
    QTimer m_askImage;
    QTimer m_checkPorts;
    QString m_asked; ///< the image whose details are shown
    bool m_portsAreSuggested = true; ///< nobody typed any
    QList<PortConflict> m_conflicts;
    int m_generation = 0;
};

} // namespace Gantry
