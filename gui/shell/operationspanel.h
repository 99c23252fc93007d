// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/operationmodel.h"
#include "look/surface.h"

#include <QPointer>
#include <QTimer>

class QListView;
class QPlainTextEdit;

namespace Gantry {

class ActionButton;
class Card;
class CommandLabel;
class ElidedLabel;
class Label;
class Workbench;

/// Every operation with its equivalent command, live output, result and duration; Cancel, Copy command, Retry.
class OperationsPanel : public Surface
{
    Q_OBJECT

public:
    OperationsPanel(Workbench *workbench, OperationModel *model, QWidget *parent = nullptr);

    /// Registers the actions on the chosen operation; call once, before the panel is made.
    static void registerActions(Workbench *workbench);

    /// Below it, not all parts have room.
    static int leastHeight();

    Operation *current() const { return m_current; }
    void choose(Operation *operation);
    QWidget *focusTarget() const;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(Operation *operation);
    void refresh();
    void appendOutput(const QString &text);
    void flushOutput();
    void chooseNewest();
    /// Buttons without their words where title and result need the room.
    void fitButtons();

    Workbench *m_workbench;
    OperationModel *m_model;
    QPointer<Operation> m_current;
    QListView *m_list;
    QWidget *m_detail;
    ElidedLabel *m_title;
    Card *m_commandCard = nullptr;
    CommandLabel *m_command;
    ElidedLabel *m_result;
    Label *m_error;
    QWidget *m_errorArea;
    QPlainTextEdit *m_output;
    QList<ActionButton *> m_buttons;
    int m_buttonsWidth = 0; ///< of all, with their words
    QString m_pendingOutput;
    QTimer m_flush;
    QTimer m_clock; ///< only while something runs and the panel is open
};

} // namespace Gantry
