// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/operation.h"

#include <QPointer>
#include <QWidget>

class QProgressBar;
class QToolButton;

namespace Gantry {

class CopyButton;
class ElidedLabel;
class SymbolLabel;

/// One operation in the strip at the bottom of the window: symbol, command, how it goes, copy or cancel.
class OperationEntry : public QWidget
{
    Q_OBJECT

public:
    explicit OperationEntry(QWidget *parent = nullptr);

    Operation *operation() const { return m_operation; }
    /// How wide it is with its command in full and the least of the result.
    int widthForCommand() const;

    void setOperation(Operation *operation);
    /// Takes over what changed in the operation.
    void refresh();

    static QString symbol(const Operation &operation);
    /// What there is to say of how it goes, and while it runs for how long: to be asked for each second.
    static QString words(const QString &result, const Operation &operation);

Q_SIGNALS:
    /// The user clicked the entry itself.
    void chosen(Gantry::Operation *operation);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QPointer<Operation> m_operation;
    SymbolLabel *m_symbol;
    ElidedLabel *m_command;
    QProgressBar *m_progress;
    ElidedLabel *m_result;
    CopyButton *m_copy;
    QToolButton *m_cancel;
};

} // namespace Gantry
