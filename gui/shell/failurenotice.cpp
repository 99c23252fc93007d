// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/failurenotice.h"

#include "engine/middleleftout.h"
#include "shell/enginewords.h"
#include "shell/workbench.h"

#include <QAction>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestWords = 240;

/// Whether both work on the same thing, so that the success of one makes good the failure of the other.
bool sameSubject(const Operation &a, const Operation &b)
{
    if (a.subjects().isEmpty() || b.subjects().isEmpty())
        return a.title() == b.title();
    return std::any_of(a.subjects().cbegin(), a.subjects().cend(),
                       [&b](const QString &subject) { return b.subjects().contains(subject); });
}

} // namespace

FailureNotice::FailureNotice(Workbench *workbench, QObject *parent)
    : QObject(parent)
    , m_workbench(workbench)
{
    registerActions();
    const OperationLog *log = workbench->operations();
    connect(log, &OperationLog::finished, this, &FailureNotice::onFinished);
    connect(log, &OperationLog::aboutToRemove, this, &FailureNotice::forget);
    connect(log, &OperationLog::busyChanged, this, &FailureNotice::updateActions);
    // It may be told how to be retried only after it has failed.
    connect(log, &OperationLog::changed, this, [this](const Operation *changedOne) {
        if (changedOne != operation())
            return;
        tell();
    });
    connect(workbench->actions()->action(u"shell.operations"_s), &QAction::toggled, this, [this](bool open) {
        if (open)
            clear();
    });
    updateActions();
}

void FailureNotice::registerActions()
{
    ActionRegistry *actions = m_workbench->actions();
    using Menu = ActionRegistry::Menu;
    connect(actions->add({.id = u"failure.show"_s,
                          .menu = Menu::Tools,
                          .text = tr("Show what failed"),
                          .toolTip = tr("Show in Operations the action that failed"),
                          .icon = u"error"_s,
                          .buttonText = tr("Show")}),
            &QAction::triggered, this, [this] {
                if (Operation *failed = operation())
                    Q_EMIT showRequested(failed);
            });
    connect(actions->add({.id = u"failure.retry"_s,
                          .menu = Menu::Tools,
                          .text = tr("Retry what failed"),
                          .toolTip = tr("Run the action that failed again"),
                          .icon = u"restart"_s,
                          .buttonText = tr("Retry")}),
            &QAction::triggered, this, [this] {
                if (Operation *failed = operation())
                    failed->retry();
            });
    connect(actions->add({.id = u"failure.hide"_s,
                          .menu = Menu::Tools,
                          .text = tr("Hide what failed"),
                          .toolTip = tr("Hide the notice of what failed; it stays in Operations"),
                          .icon = u"close"_s,
                          .buttonText = tr("Hide notice")}),
            &QAction::triggered, this, &FailureNotice::clear);
}

QString FailureNotice::fact() const
{
    const Operation *failed = operation();
    if (!failed)
        return {};
    // A fact that stands alone tells why, not what.
    return failed->failure().words.isEmpty() ? tr("%1 failed.", "title of an operation").arg(failed->title())
                                             : failed->failure().fact;
}

QString FailureNotice::consequence() const
{
    if (m_failed.isEmpty())
        return {};
    const Failure &failure = operation()->failure();
    QString words = (failure.words.isEmpty() ? failure.fact : failure.words).simplified();
    words = middleLeftOut(words, LongestWords);
    return failure.advice.isEmpty() ? words : EngineWords::paragraph({words, failure.advice});
}

void FailureNotice::clear()
{
    m_failed.clear();
    tell();
}

void FailureNotice::onFinished(Operation *operation)
{
    const bool failed = operation->state() == Operation::State::Failed;
    if (!failed && operation->state() != Operation::State::Succeeded)
        return;
    m_failed.removeIf([operation](const Operation *before) { return sameSubject(*before, *operation); });
    if (failed && !operation->hasTeller() && !m_workbench->actions()->action(u"shell.operations"_s)->isChecked())
        m_failed.append(operation);
    tell();
}

void FailureNotice::forget(Operation *operation)
{
    if (m_failed.removeAll(operation) > 0)
        tell();
}

void FailureNotice::tell()
{
    // First: a button loses the focus when its action becomes unavailable.
    Q_EMIT changed();
    updateActions();
}

void FailureNotice::updateActions()
{
    ActionRegistry *actions = m_workbench->actions();
    const Operation *failed = operation();
    const OperationLog *log = m_workbench->operations();
    const bool again = failed
        && std::any_of(failed->subjects().cbegin(), failed->subjects().cend(),
                       [log](const QString &subject) { return log->isBusy(subject); });
    const QString none = tr("Nothing has failed that you have not seen.");
    actions->setAvailable(u"failure.show"_s, failed, none);
    actions->setAvailable(u"failure.hide"_s, failed, none);
    actions->setAvailable(u"failure.retry"_s, failed && failed->canRetry() && !again,
                          !failed     ? none
                              : again ? tr("Something still runs on it.")
                                      : tr("It cannot be run again from here."));
}

} // namespace Gantry
