// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"
#include "diagnosis/runmemory.h"
#include "engine/container.h"
#include "look/scrolledcolumn.h"

#include <QTimer>

class QVBoxLayout;

namespace Gantry {

class ActionButton;
class Card;
class CheckList;
class ContainerActions;
class ElidedLabel;
class FittedText;
class Label;
class StopReader;
class SymbolLabel;
class Workbench;

/// Why a container stopped, restarts or is unhealthy: the cause, what helps and where, the lines of the log that tell
/// of it, and what was checked. It looks only while it is shown.
class DiagnosisView : public ScrolledColumn
{
    Q_OBJECT

public:
    DiagnosisView(Workbench *workbench, ContainerActions *actions, QWidget *parent = nullptr);

    /// Looks for the cause, anew for each call.
    void setContainer(const ContainerDetails &container);
    /// The time that is told in relative words; invalid where none is.
    QDateTime shownTime() const;
    /// Words it anew.
    void updateTimes();
    const Diagnosis &diagnosis() const { return m_diagnosis; }

Q_SIGNALS:
    void fullLogRequested();
    /// A container like this one is to be made, after what was wrong has been changed.
    void runAgainRequested(const Gantry::ContainerDetails &container);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build(ContainerActions *actions);
    void buildHead(QVBoxLayout *layout);
    void buildFix(QVBoxLayout *layout, ContainerActions *actions);
    void buildLines(QVBoxLayout *layout);
    void look();
    void showDiagnosis(const Diagnosis &diagnosis);
    void showChange();
    void showLines();
    void showChanges();
    ServiceKey service() const;
    void updateBuild();
    QString buildFolder() const;

    Workbench *m_workbench;
    StopReader *m_reader;
    ContainerDetails m_container;
    Diagnosis m_diagnosis;
    bool m_stale = false;
    QTimer m_settled; ///< it runs for so long that it is no quick end's restart
    QTimer m_slow;
    Label *m_waiting = nullptr;
    QWidget *m_content = nullptr;
    SymbolLabel *m_symbol = nullptr;
    FittedText *m_cause = nullptr;
    Label *m_words = nullptr;
    Card *m_fixCard = nullptr;
    ElidedLabel *m_path = nullptr;
    Label *m_fixTitle = nullptr;
    Label *m_fix = nullptr;
    Label *m_place = nullptr;
    Card *m_changeBox = nullptr;
    FittedText *m_change = nullptr;
    ActionButton *m_open = nullptr;
    ActionButton *m_build = nullptr;
    ActionButton *m_again = nullptr;
    Label *m_linesFact = nullptr;
    FittedText *m_lines = nullptr;
    CheckList *m_checks = nullptr;
    CheckList *m_changes = nullptr;
};

} // namespace Gantry
