// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/operationentry.h"

#include "items/cellroles.h"
#include "items/humanize.h"
#include "items/operationmodel.h"
#include "look/copybutton.h"
#include "look/elidedlabel.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/label.h"
#include "look/plaintooltip.h"
#include "look/symbollabel.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int LongestOfFailed = 360; ///< command, in pixels

Tone toneOf(const Operation &operation)
{
    switch (operation.state()) {
    case Operation::State::Succeeded:
        return Tone::Success;
    case Operation::State::Failed:
        return Tone::Error;
    case Operation::State::Cancelled:
        return Tone::Faint;
    default:
        return Tone::Accent;
    }
}

void leaveAtLeast(ElidedLabel *label, int characters)
{
    label->setMinimumWidth(std::min(label->sizeHint().width(), label->fontMetrics().averageCharWidth() * characters));
}

} // namespace

OperationEntry::OperationEntry(QWidget *parent)
    : QWidget(parent)
    , m_symbol(new SymbolLabel(u"check"_s, Tone::Success, this))
    , m_command(new ElidedLabel({}, this))
    , m_progress(new QProgressBar(this))
    , m_result(new ElidedLabel({}, this))
    , m_copy(new CopyButton(tr("Copy command"), this))
    , m_cancel(new QToolButton(this))
{
    setObjectName(u"operationEntry"_s);
    m_command->setLook(12, QFont::Normal, Label::Face::Mono);
    m_command->setTone(Tone::Muted);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 100);
    m_progress->setFixedWidth(Fonts::scaled(90));
    m_progress->setAccessibleName(tr("Progress"));
    m_result->setLook(12);
    m_result->setElideMode(Qt::ElideRight);
    m_copy->setObjectName(u"stripCopy"_s);
    m_cancel->setObjectName(u"stripCancel"_s);
    m_cancel->setAccessibleName(tr("Cancel"));
    m_cancel->setToolTip(tr("Cancel"));
    m_cancel->setIcon(symbolIcon(u"close"_s));
    m_cancel->setAutoRaise(true);
    m_cancel->setFocusPolicy(Qt::TabFocus);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_symbol);
    layout->addWidget(m_command);
    layout->addWidget(m_progress);
    layout->addWidget(m_result, 1);
    layout->addWidget(m_copy);
    layout->addWidget(m_cancel);
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        if (m_operation)
            m_operation->cancel();
    });
}

QString OperationEntry::symbol(const Operation &operation)
{
    switch (operation.state()) {
    case Operation::State::Succeeded:
        return u"check"_s;
    case Operation::State::Failed:
        return u"error"_s;
    case Operation::State::Cancelled:
        return u"close"_s;
    default:
        return u"restart"_s;
    }
}

QString OperationEntry::words(const QString &result, const Operation &operation)
{
    const qint64 seconds = operation.elapsed() / 1000;
    if (!operation.isRunning() || seconds < 1)
        return result;
    const QString time = seconds < 60 ? tr("%1 s", "seconds").arg(seconds) : Humanize::duration(operation.elapsed());
    return result + u" · "_s + time;
}

void OperationEntry::setOperation(Operation *operation)
{
    m_operation = operation;
    refresh();
}

int OperationEntry::widthForCommand() const
{
    const int command = std::min(m_command->sizeHint().width(), m_command->maximumWidth());
    return minimumSizeHint().width() + command - std::min(command, m_command->minimumWidth());
}

void OperationEntry::refresh()
{
    if (!m_operation)
        return;
    const Operation &operation = *m_operation;
    m_symbol->setSymbol(symbol(operation), toneOf(operation));
    m_command->setText(operation.shortCommandLine());
    m_copy->setCopiedText(operation.commandLine());
    const bool failed = operation.state() == Operation::State::Failed;
    const QString result = OperationModel::outcomeText(operation);
    m_result->setText(words(result, operation));
    // When the entry has to give way, the result does first; but why something failed is not to be missed.
    m_command->setMaximumWidth(failed ? Fonts::scaled(LongestOfFailed) : QWIDGETSIZE_MAX);
    leaveAtLeast(m_command, 18);
    leaveAtLeast(m_result, failed ? 30 : 12);
    m_result->setTone(failed ? Tone::Error : Tone::Muted);
    m_progress->setVisible(operation.isRunning() && operation.percent() >= 0);
    m_progress->setValue(qMax(0, operation.percent()));
    m_copy->setVisible(!operation.isRunning());
    m_cancel->setVisible(operation.isRunning());
    m_cancel->setEnabled(operation.canCancel() && operation.state() == Operation::State::Running);
    setAccessibleName(tr("%1, %2", "title of an operation and how it goes").arg(operation.title(), result));
    QString tip = operation.title() + u'\n' + operation.commandLine();
    if (!operation.error().isEmpty())
        tip += u'\n' + operation.error();
    setPlainToolTip(this, tip);
}

void OperationEntry::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()) && m_operation)
        Q_EMIT chosen(m_operation);
}

} // namespace Gantry
