// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logpanel.h"

#include "engine/engine.h"
#include "items/humanize.h"
#include "logs/logmenu.h"
#include "logs/logsaving.h"
#include "logs/logsearchbar.h"
#include "logs/logview.h"
#include "logs/logviewaccessible.h"
#include "look/accessiblerole.h"
#include "look/actionbutton.h"
#include "look/buttonkind.h"
#include "look/elidedlabel.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/plaintooltip.h"
#include "look/separator.h"
#include "look/symbolbutton.h"
#include "shell/panelmove.h"
#include "shell/workbench.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const QString WrappedKey = u"logs/wrapped"_s;
const QString RawKey = u"logs/raw"_s;
constexpr int LeastView = 22; ///< a line
/// Below, what surrounds the lines takes less.
constexpr int LowPanel = 240;
constexpr int FootPad = 6, LowFootPad = 2;
constexpr int MostProblemLines = 8; ///< of what the engine has to say

} // namespace

LogPanel::LogPanel(Workbench *workbench, ReadLog *log, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_engine(workbench->engine())
    , m_log(log)
    , m_filter(new LogFilter(&m_log->buffer(), this))
    , m_matches(new LogMatches(&m_log->buffer(), LogMatches::Count::All, this))
{
    LogViewAccessible::install();
    build();
    connectParts();
}

void LogPanel::build()
{
    m_bar = new LogSearchBar(this);
    m_errors = makeSymbolButton(u"error"_s, tr("Next error"), u"nextError"_s, this);
    m_warnings = makeSymbolButton(u"warning"_s, tr("Next warning"), u"nextWarning"_s, this);
    for (QToolButton *button : {m_errors, m_warnings})
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_loadAll = makeSymbolButton(u"arrow-up"_s, tr("Load all"), u"loadAll"_s, this);
    m_wrap = makeSymbolButton(u"wrap"_s, tr("Wrap long lines (W)"), u"wrapLines"_s, this);
    m_wrap->setCheckable(true);
    m_save = makeSymbolButton(u"save"_s, tr("Save the shown lines…"), u"saveShown"_s, this);
    m_follow = new QPushButton(tr("Follow"), this);
    m_follow->setObjectName(u"follow"_s);
    m_follow->setAccessibleName(tr("Follow"));
    setAccessibleRole(m_follow, QAccessible::Button);
    m_follow->setIcon(symbolIcon(u"follow"_s));
    m_follow->setCheckable(true);
    m_follow->setFocusPolicy(Qt::TabFocus);
    setButtonKind(m_follow, ButtonKind::Outlined);
    m_detach = new ActionButton(DetachedWindows::action(m_workbench->actions()), ButtonKind::Ghost, this);
    m_detach->setIconOnly(true);
    QToolButton *more = buildMenu();
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_errors, m_warnings, m_loadAll, m_wrap, m_save, m_follow, m_detach, more})
        m_bar->row()->addWidget(widget);
    for (QToolButton *button : {m_warnings, m_wrap, m_save})
        button->hide(); // as long as the bar is narrow
    buildView();

    m_footRow = new QHBoxLayout;
    m_footRow->setContentsMargins(20, FootPad, 12, FootPad);
    m_footRow->addWidget(m_foot, 1);
    m_footRow->addWidget(m_said, 1);
    m_head = new QVBoxLayout;
    m_head->setContentsMargins(20, 2, 12, 6);
    m_head->setSpacing(4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addLayout(m_head);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    layout->addWidget(m_view, 1);
    layout->addWidget(m_problem);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    layout->addLayout(m_footRow);
}

void LogPanel::buildView()
{
    m_view = new LogView(this);
    m_view->setObjectName(u"log"_s);
    m_view->setMinimumHeight(Fonts::scaled(LeastView));
    m_view->setAccessibleName(tr("Log"));
    m_view->setLog(&m_log->buffer(), m_filter, m_matches);
    m_problem = new Label(this);
    m_problem->setObjectName(u"logProblem"_s);
    m_problem->setTone(Tone::Error);
    m_problem->setLook(12);
    m_problem->setWordWrap(true);
    m_problem->setMostLines(MostProblemLines);
    m_problem->setContentsMargins(20, 8, 12, 8);
    m_foot = new ElidedLabel({}, this);
    m_foot->setObjectName(u"logFoot"_s);
    m_foot->setTone(Tone::Muted);
    m_foot->setLook(12);
    m_foot->setElideMode(Qt::ElideRight);
    m_said = new ElidedLabel({}, this);
    m_said->setObjectName(u"findResult"_s);
    m_said->setLook(12);
    m_said->setElideMode(Qt::ElideRight);
    m_said->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

void LogPanel::connectParts()
{
    connect(m_log, &ReadLog::begunAnew, this, &LogPanel::showAnew);
    connect(m_log, &ReadLog::linesChanged, m_filter, &LogFilter::update);
    connect(m_log, &ReadLog::linesChanged, m_matches, &LogMatches::update);
    connect(m_log, &ReadLog::linesChanged, this, &LogPanel::describe);
    connect(m_log, &ReadLog::stateChanged, this, &LogPanel::describe);
    connect(m_filter, &LogFilter::changed, m_view, &LogView::updateLines);
    connect(m_filter, &LogFilter::changed, this, &LogPanel::describe);
    connect(m_matches, &LogMatches::changed, m_view, &LogView::updateMatches);
    connect(m_matches, &LogMatches::changed, this, &LogPanel::describeMatches);
    connect(m_bar, &LogSearchBar::patternChanged, this, [this] { m_matches->setPattern(m_bar->pattern()); });
    connect(m_bar, &LogSearchBar::choiceChanged, this, &LogPanel::choiceChanged);
    connect(m_bar, &LogSearchBar::timesChosen, m_view, &LogView::setTimes);
    connect(m_bar, &LogSearchBar::stepped, this, &LogPanel::find);
    connect(m_bar, &LogSearchBar::widened, this, [this](bool wide) {
        m_isWide = wide;
        for (QToolButton *button : {m_warnings, m_wrap, m_save})
            button->setVisible(wide);
        describe();
    });
    connect(m_errors, &QToolButton::clicked, this, [this] { goTo(m_log->buffer().errorLines(), true); });
    connect(m_warnings, &QToolButton::clicked, this, [this] { goTo(m_log->buffer().warningLines(), true); });
    connect(m_loadAll, &QToolButton::clicked, this, [this] {
        setBeginning({});
        open();
    });
    connect(m_wrap, &QToolButton::toggled, m_view, &LogView::setWrapped);
    connect(m_save, &QToolButton::clicked, this, [this] { save(m_filter->isActive()); });
    connect(m_follow, &QPushButton::clicked, m_view, &LogView::setFollowing);
    connect(m_view, &LogView::followingChanged, m_follow, &QPushButton::setChecked);
    connect(m_view, &LogView::findRequested, this, &LogPanel::startFinding);
    connect(m_view, &LogView::causeRequested, this,
            [this](qint64 line) { Q_EMIT m_workbench->showContainerCauseRequested(containerOf(line)); });
    connect(m_view, &LogView::wrappedChanged, m_menu, &LogMenu::setWrapped);
    connect(m_view, &LogView::wrappedChanged, m_wrap, &QToolButton::setChecked);
    connect(m_view, &LogView::rawChanged, m_menu, &LogMenu::setRaw);
    connect(m_menu, &LogMenu::wrapChosen, m_view, &LogView::setWrapped);
    connect(m_menu, &LogMenu::rawChosen, m_view, &LogView::setRaw);
    connect(m_view, &LogView::wrappedChanged, this,
            [this](bool wrapped) { m_workbench->state()->setValue(WrappedKey, wrapped); });
    connect(m_view, &LogView::rawChanged, this, [this](bool raw) { m_workbench->state()->setValue(RawKey, raw); });
    connect(m_view, &LogView::copyShortened, this,
            [this](qint64 lines) { say(tr("Only the first %1 lines were copied").arg(QLocale().toString(lines))); });
    m_follow->setChecked(m_view->isFollowing());
}

void LogPanel::recallChoices()
{
    const UiState *state = m_workbench->state();
    m_view->setWrapped(state->value(WrappedKey, m_view->isWrapped()).toBool());
    m_view->setRaw(state->value(RawKey, m_view->isRaw()).toBool());
}

QToolButton *LogPanel::buildMenu()
{
    QToolButton *more = makeSymbolButton(u"more"_s, tr("More for this log"), u"logMore"_s, this);
    m_menu = new LogMenu(more);
    m_menu->setBeginning(m_beginning);
    more->setMenu(m_menu);
    more->setPopupMode(QToolButton::InstantPopup);
    connect(m_menu, &LogMenu::beginningChosen, this, [this](const ReadLog::Beginning &beginning) {
        setBeginning(beginning);
        open();
    });
    connect(m_menu, &LogMenu::clearChosen, this, [this] {
        m_log->clear();
        setBeginning({-1, m_log->clearTime()}); // also when it is shown again
    });
    connect(m_menu, &LogMenu::saveChosen, this, &LogPanel::save);
    return more;
}

void LogPanel::setBeginning(const ReadLog::Beginning &beginning)
{
    m_beginning = beginning;
    m_menu->setBeginning(beginning);
}

void LogPanel::save(bool shownOnly)
{
    LogSave::Options options;
    if (shownOnly)
        options.filter = m_filter;
    if (const LogTimes::Kind times = m_view->times(); times != LogTimes::Kind::Off)
        options.times = times == LogTimes::Kind::Utc ? Qt::UTC : Qt::LocalTime;
    options.names = sourceNames();
    saveLog(m_workbench, name(), commands(), &m_log->buffer(), options, this);
}

void LogPanel::showAnew()
{
    choiceChanged();
    m_matches->setPattern(m_bar->pattern());
    m_view->resetLines();
}

void LogPanel::choiceChanged()
{
    LogFilter::Choice choice = m_bar->choice();
    choice.hidden = hiddenSources();
    m_filter->setChoice(choice);
}

bool LogPanel::event(QEvent *event)
{
    // A pane that is too low cuts its end off; bar and foot are never squeezed.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        setMinimumHeight(layout()->minimumSize().height());
    return QWidget::event(event);
}

void LogPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool low = height() < Fonts::scaled(LowPanel);
    m_bar->setLow(low);
    m_footRow->setContentsMargins(20, low ? LowFootPad : FootPad, 12, low ? LowFootPad : FootPad);
}

void LogPanel::openIfShown()
{
    if (!m_opened && isVisible() && hasLog())
        open();
}

void LogPanel::open()
{
    m_opened = true;
    recallChoices();
    read();
    describe();
}

void LogPanel::startFinding()
{
    m_bar->startFinding();
}

void LogPanel::find(bool forward)
{
    if (m_bar->pattern().isEmpty()) {
        startFinding();
        return;
    }
    const LogView::LineMatch match = m_view->lineMatch();
    const qsizetype next = match.number + (forward ? 1 : -1);
    if (match.count > 0 && next >= 0 && next < match.count) {
        m_view->showLine(m_view->currentLine());
        m_view->showMatch(next);
    } else {
        goTo(m_matches->lines(), forward);
        m_view->showMatch(forward ? 0 : m_view->lineMatch().count - 1);
    }
    describeMatches();
}

void LogPanel::goTo(const LineNumbers &lines, bool forward)
{
    const qint64 line = m_filter->next(lines, m_view->currentLine(), forward);
    if (line >= 0)
        m_view->showLine(line);
    describeMatches();
}

void LogPanel::say(const QString &sentence, bool isProblem)
{
    m_said->setTone(isProblem ? Tone::Error : Tone::Muted);
    m_said->setText(sentence);
}

void LogPanel::describeMatches()
{
    if (const QString problem = m_matches->problem(); !problem.isEmpty()) {
        say(tr("Not a regular expression: %1").arg(problem), true);
        return;
    }
    const qint64 count = m_matches->count();
    const qint64 line = m_view->currentLine();
    const QLocale locale;
    if (m_matches->pattern().isEmpty())
        say({});
    else if (count == 0)
        say(m_matches->isRunning() ? tr("searching…") : tr("Not found"));
    else if (m_matches->has(line))
        say(tr("%1 of %2", "a match, and how many there are")
                .arg(
                    locale.toString(m_matches->countBefore(line) + 1 + std::max<qint64>(0, m_view->lineMatch().number)),
                    locale.toString(count)));
    else if (const auto lines = int(m_matches->lines().size()); lines < count)
        say(tr("%1 in %2", "matches; lines with them")
                .arg(tr("%Ln match(es)", nullptr, int(count)), tr("%Ln line(s)", nullptr, lines)));
    else
        say(tr("%Ln match(es)", nullptr, int(count)));
}

void LogPanel::describeSerious(QToolButton *button, qsizetype count, const QString &words, const QString &some,
                               const QString &none)
{
    button->setText(m_isWide ? words : QLocale().toString(count));
    button->setEnabled(count > 0);
    setPlainToolTip(button, count > 0 ? some : none);
}

void LogPanel::describe()
{
    const LogBuffer &buffer = m_log->buffer();
    const auto errors = qsizetype(buffer.errorLines().size());
    const auto warnings = qsizetype(buffer.warningLines().size());
    describeSerious(m_errors, errors, tr("%Ln error(s)", nullptr, int(errors)),
                    tr("Next line that calls itself an error (F8; Shift+F8: the one before)"),
                    tr("No line calls itself an error."));
    describeSerious(m_warnings, warnings, tr("%Ln warning(s)", nullptr, int(warnings)),
                    tr("Next line that calls itself a warning"), tr("No line calls itself a warning."));
    m_menu->setLines(!buffer.isEmpty(), m_filter->isActive());
    m_save->setEnabled(!buffer.isEmpty());
    m_loadAll->setVisible(m_isWide || m_log->isPart()); // it is in the menu, too
    m_loadAll->setEnabled(m_log->isPart());
    setPlainToolTip(m_loadAll,
                    m_log->isPart() ? tr("Read the log from its beginning") : tr("All lines of the log are here."));
    const bool failed = m_log->state() != ReadLog::State::Closed && !m_log->problem().isEmpty();
    m_problem->setText(failed ? m_log->problem() : QString());
    m_problem->setVisible(failed);
    m_foot->setText(facts().join(u" · "_s));
    const QList<QStringList> lines = commands();
    const QString stay = tr("Stay at the end while new lines come (End)");
    setPlainToolTip(m_follow, lines.size() == 1 ? stay + u'\n' + lines.first().join(u' ') + u" -f"_s : stay);
}

QStringList LogPanel::facts() const
{
    const LogBuffer &buffer = m_log->buffer();
    const qint64 lines = buffer.lines();
    QStringList facts;
    const QString count = QLocale().toString(lines);
    const bool opening = m_log->state() == ReadLog::State::Opening;
    const bool failed = m_log->state() == ReadLog::State::Failed;
    if ((!opening && !failed) || lines > 0) {
        facts << (m_log->isTail()  ? tr("the last %1 lines").arg(count)
                      : lines == 1 ? tr("1 line")
                                   : tr("%1 lines").arg(count));
        if (m_log->clearTime().isValid())
            facts << tr("cleared at %1").arg(QLocale().toString(m_log->clearTime().toLocalTime().time()));
        else if (const QDateTime &since = m_log->beginning().since; since.isValid())
            facts << tr("since %1").arg(QLocale().toString(since.toLocalTime(), QLocale::ShortFormat));
    }
    if (m_filter->isActive())
        facts << tr("%1 shown", "lines").arg(QLocale().toString(m_filter->rows()));
    if (buffer.droppedLines() > 0)
        facts << tr("%1 older lines were dropped").arg(QLocale().toString(buffer.droppedLines()));
    if (!buffer.problem().isEmpty())
        facts << tr("older lines cannot be kept on the disk: %1").arg(buffer.problem());
    if (buffer.size() >= 1'000'000)
        facts << tr("%1 in memory").arg(Humanize::sizeText(buffer.size()));
    if (buffer.spilled() > 0)
        facts << tr("%1 on the disk").arg(Humanize::sizeText(buffer.spilled()));
    if (!failed && (opening || m_log->isCatchingUp()))
        facts << tr("reading…");
    else if (m_log->state() == ReadLog::State::Following)
        facts << tr("live");
    return facts;
}

void LogPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    openIfShown();
}

void LogPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    // A minimised window goes on reading, another tab or page does not.
    if (!event->spontaneous() && m_opened && !PanelMove::isMoving(this)) {
        m_log->close();
        m_opened = false;
    }
}

void LogPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::FindNext)) {
        find(true);
    } else if (event->matches(QKeySequence::FindPrevious)) {
        find(false);
    } else if (event->key() == Qt::Key_F8) {
        goTo(m_log->buffer().errorLines(), !event->modifiers().testFlag(Qt::ShiftModifier));
    } else if (event->key() == Qt::Key_Escape && m_bar->fieldHasFocus()) {
        m_view->setFocus();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace Gantry
