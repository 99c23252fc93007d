// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/failurebar.h"

#include "look/actionbutton.h"
#include "shell/actionregistry.h"
#include "shell/failurenotice.h"

namespace Gantry {

using namespace Qt::StringLiterals;

FailureBar::FailureBar(const FailureNotice *failures, const ActionRegistry *actions, QWidget *page)
    : OverlaidBanner(Kind::Error, page)
    , m_failures(failures)
{
    setObjectName(u"failureBar"_s);
    addButton(actions->action(u"failure.show"_s))->setTextOnly();
    addButton(actions->action(u"failure.retry"_s))->setTextOnly();
    addButton(actions->action(u"failure.hide"_s))->setIconOnly(true);
    connect(failures, &FailureNotice::changed, this, &FailureBar::refresh);
}

void FailureBar::refresh()
{
    if (m_failures->operation())
        say(m_failures->fact(), m_failures->consequence());
    else
        leave();
}

} // namespace Gantry
