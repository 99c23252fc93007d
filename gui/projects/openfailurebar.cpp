// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "projects/openfailurebar.h"

#include "compose/projectstore.h"
#include "look/actionbutton.h"
#include "look/icons.h"
#include "look/plaintooltip.h"
#include "projects/projectspage.h"

#include <QAction>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// More are not read, and would cover the page.
constexpr qsizetype mostShown = 8;
constexpr int mostLines = 2 * mostShown + 1;

} // namespace

OpenFailureBar::OpenFailureBar(const ProjectStore *store, QWidget *page)
    : OverlaidBanner(Kind::Error, page)
{
    setObjectName(u"openFailureBar"_s);
    setMostLines(mostLines);
    auto *dismiss = new QAction(tr("Dismiss"), this);
    dismiss->setObjectName(u"openFailureDismiss"_s);
    dismiss->setIcon(symbolIcon(u"close"_s));
    dismiss->setToolTip(plainToolTip(tr("Dismiss this notice (Escape)")));
    // Only while the bar is shown.
    dismiss->setShortcut(Qt::Key_Escape);
    addAction(dismiss);
    addButton(dismiss)->setIconOnly(true);
    connect(dismiss, &QAction::triggered, this, [this] {
        m_problems.clear();
        leave();
    });
    connect(store, &ProjectStore::openFailed, this, &OpenFailureBar::add);
}

void OpenFailureBar::add(const QStringList &problems)
{
    for (const QString &problem : problems) {
        m_problems.removeAll(problem);
        m_problems.append(problem);
    }
    QStringList lines = m_problems.mid(std::max<qsizetype>(0, m_problems.size() - mostShown));
    if (lines.size() < m_problems.size())
        lines.prepend(u"…"_s);
    say(ProjectsPage::tr("%n file(s) or folder(s) could not be opened.", nullptr, int(m_problems.size())),
        lines.join(u'\n'));
}

} // namespace Gantry
