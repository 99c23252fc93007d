// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/logpanel.h"

#include "containers/logmenu.h"
#include "containers/logsaving.h"
#include "containers/logsearchbar.h"
#include "containers/logview.h"
#include "containers/logviewaccessible.h"
#include "engine/engine.h"
#include "engine/onanswer.h"
#include "items/humanize.h"
#include "look/buttonkind.h"
#include "look/elidedlabel.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/plaintooltip.h"
#include "look/separator.h"
#include "look/symbolbutton.h"
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

constexpr int LeastView = 22; ///< a line
constexpr int MostProblemLines = 8; ///< of what the engine has to say

} // namespace

LogPanel::LogPanel(Workbench *workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_engine(workbench->engine())
    , m_log(new ContainerLog(this))
    , m_filter(new LogFilter(&m_log->buffer(), this))
    , m_matches(new LogMatches(&m_log->buffer(), this))
{
    LogViewAccessible::install();
    setObjectName(u"logPanel"_s);
    build();
    connect(m_log, &ContainerLog::linesChanged, m_filter, &LogFilter::update);
    connect(m_log, &ContainerLog::linesChanged, m_matches, &LogMatches::update);
    connect(m_log, &ContainerLog::linesChanged, this, &LogPanel::describe);
    connect(m_log, &ContainerLog::stateChanged, this, &LogPanel::describe);
    connect(m_filter, &LogFilter::changed, m_view, &LogView::updateLines);
    connect(m_filter, &LogFilter::changed, this, &LogPanel::describe);
    connect(m_matches, &LogMatches::changed, m_view, &LogView::updateMatches);
    connect(m_matches, &LogMatches::changed, this, &LogPanel::describeMatches);
    connect(m_engine, &Engine::containerEvent, this, [this](const EngineEvent &event) {
        if (event.id == m_id)
            m_log->apply(event);
    });
    connect(m_engine, &Engine::stateChanged, this, [this](Engine::State state) {
        if (state == Engine::State::Connected && m_opened)
            openAfterLoss();
    });
}

void LogPanel::build()
{
    m_bar = new LogSearchBar(this);
    m_errors = makeSymbolButton(u"error"_s, tr("Next error"), u"nextError"_s, this);
    m_errors->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_loadAll = makeSymbolButton(u"arrow-up"_s, tr("Load all"), u"loadAll"_s, this);
    m_follow = new QPushButton(tr("Follow"), this);
    m_follow->setObjectName(u"follow"_s);
    m_follow->setAccessibleName(tr("Follow"));
    setPlainToolTip(m_follow, tr("Stay at the end while new lines come (End)"));
    m_follow->setIcon(symbolIcon(u"follow"_s));
    m_follow->setCheckable(true);
    m_follow->setFocusPolicy(Qt::TabFocus);
    setButtonKind(m_follow, ButtonKind::Outlined);
    QToolButton *more = buildMenu();

    m_view = new LogView(this);
    m_view->setObjectName(u"log"_s);
    m_view->setMinimumHeight(Fonts::scaled(LeastView));
    m_view->setAccessibleName(tr("Log"));
    m_problem = new Label(this);
    m_problem->setObjectName(u"logProblem"_s);
    m_problem->setTone(Tone::Error);
    m_problem->setLook(12);
    m_problem->setWordWrap(true);
    m_problem->setMostLines(MostProblemLines);
    m_problem->setContentsMargins(20, 8, 12, 8);
    m_view->setLog(&m_log->buffer(), m_filter, m_matches);
    m_foot = new ElidedLabel({}, this);
    m_foot->setObjectName(u"logFoot"_s);
    m_foot->setTone(Tone::Muted);
    m_foot->setLook(12);
    m_foot->setElideMode(Qt::ElideRight);

    m_bar->row()->addWidget(m_errors);
    m_bar->row()->addWidget(m_loadAll);
    m_bar->row()->addWidget(m_follow);
    m_bar->row()->addWidget(more);
    m_said = new ElidedLabel({}, this);
    m_said->setObjectName(u"findResult"_s);
    m_said->setLook(12);
    m_said->setElideMode(Qt::ElideRight);
    m_said->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(20, 6, 12, 6);
    foot->addWidget(m_foot, 1);
    foot->addWidget(m_said, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    layout->addWidget(m_view, 1);
    layout->addWidget(m_problem);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    layout->addLayout(foot);

    connect(m_bar, &LogSearchBar::patternChanged, this, [this] { m_matches->setPattern(m_bar->pattern()); });
    connect(m_bar, &LogSearchBar::choiceChanged, this, [this] { m_filter->setChoice(m_bar->choice()); });
    connect(m_bar, &LogSearchBar::timesChosen, m_view, &LogView::setTimes);
    connect(m_bar, &LogSearchBar::stepped, this, &LogPanel::find);
    connect(m_errors, &QToolButton::clicked, this, [this] { goToError(true); });
    connect(m_loadAll, &QToolButton::clicked, this, [this] {
        m_beginning = {};
        open();
    });
    connect(m_follow, &QPushButton::clicked, m_view, &LogView::setFollowing);
    connect(m_view, &LogView::followingChanged, m_follow, &QPushButton::setChecked);
    connect(m_view, &LogView::findRequested, this, &LogPanel::startFinding);
    connect(m_view, &LogView::copyShortened, this,
            [this](qint64 lines) { say(tr("Only the first %1 lines were copied").arg(QLocale().toString(lines))); });
    m_follow->setChecked(m_view->isFollowing());
    describe();
}

QToolButton *LogPanel::buildMenu()
{
    QToolButton *more = makeSymbolButton(u"more"_s, tr("More for this log"), u"logMore"_s, this);
    m_menu = new LogMenu(FirstLines, more);
    more->setMenu(m_menu);
    more->setPopupMode(QToolButton::InstantPopup);
    connect(m_menu, &LogMenu::beginningChosen, this, [this](const ContainerLog::Beginning &beginning) {
        m_beginning = beginning;
        open();
    });
    connect(m_menu, &LogMenu::clearChosen, this, [this] {
        m_log->clear();
        m_beginning = {-1, m_log->clearTime()}; // also when it is shown again
        showAnew();
    });
    connect(m_menu, &LogMenu::saveChosen, this, [this](bool shownOnly) {
        LogSave::Options options;
        if (shownOnly)
            options.filter = m_filter;
        if (const LogTimes::Kind times = m_view->times(); times != LogTimes::Kind::Off)
            options.times = times == LogTimes::Kind::Utc ? Qt::UTC : Qt::LocalTime;
        saveLog(m_workbench, m_engine->containers()->container(m_id).name, &m_log->buffer(), options, this);
    });
    return more;
}

void LogPanel::showAnew()
{
    m_filter->setChoice(m_bar->choice());
    m_matches->setPattern(m_bar->pattern());
    m_view->resetLines();
}

bool LogPanel::event(QEvent *event)
{
    // A pane that is too low cuts its end off; bar and foot are never squeezed.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        setMinimumHeight(layout()->minimumSize().height());
    return QWidget::event(event);
}

void LogPanel::setContainer(const ContainerDetails &container, const QString &predecessor)
{
    const QString &id = container.id;
    m_lifeBegins = container.lastLifeBegins();
    if (id == m_id && (container.tty == m_tty || !m_opened))
        return;
    if (m_opened)
        m_kept = m_id;
    if (!id.isEmpty() && m_kept != predecessor)
        m_kept.clear();
    m_id = id;
    m_tty = container.tty;
    m_beginning = {FirstLines};
    m_opened = false;
    if (id.isEmpty())
        m_log->close();
    openIfShown();
}

void LogPanel::openIfShown()
{
    if (!m_opened && isVisible() && !m_id.isEmpty())
        open();
}

void LogPanel::openAfterLoss()
{
    // Nobody knows what was missed, a new life neither.
    m_opened = false;
    onAnswer<EngineError>(
        m_engine->client()->inspectContainer(m_id), this,
        [this](const ContainerDetails &details) {
            if (details.id == m_id)
                m_lifeBegins = details.lastLifeBegins();
            openIfShown();
        },
        [this](const EngineError &) { openIfShown(); }, [this] { openIfShown(); });
}

void LogPanel::open()
{
    m_opened = true;
    ContainerLog::Source source;
    source.container = m_id;
    source.tty = m_tty;
    source.lifeBegins = m_lifeBegins;
    const ContainerSummary container = m_engine->containers()->container(m_id);
    if (!container.isRunning())
        source.exitCode = container.exitCode;
    source.open = [this, id = m_id](const EngineClient::LogOptions &options, QObject *parent) -> LogStream * {
        return m_engine->client() ? m_engine->client()->logs(id, options, parent) : nullptr;
    };
    if (std::exchange(m_kept, {}).isEmpty()) {
        m_log->open(source, m_beginning);
        showAnew();
    } else {
        m_log->goOn(source, m_beginning);
    }
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
    const qint64 line = LogMatches::next(m_matches->lines(), m_view->currentLine(), forward);
    if (line >= 0)
        m_view->showLine(line);
    describeMatches();
}

void LogPanel::goToError(bool forward)
{
    const qint64 line = LogMatches::next(m_log->buffer().errorLines(), m_view->currentLine(), forward);
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
    const auto count = qint64(m_matches->lines().size());
    const qint64 line = m_view->currentLine();
    const QLocale locale;
    if (m_matches->pattern().isEmpty())
        say({});
    else if (count == 0)
        say(m_matches->isRunning() ? tr("searching…") : tr("Not found"));
    else if (std::binary_search(m_matches->lines().cbegin(), m_matches->lines().cend(), line))
        say(tr("%1 of %2", "a line with a match, and how many there are")
                .arg(locale.toString(m_matches->countBefore(line) + 1), locale.toString(count)));
    else
        say(tr("%n line(s) with a match", nullptr, int(count)));
}

void LogPanel::describe()
{
    const LogBuffer &buffer = m_log->buffer();
    const qint64 lines = buffer.endLine() - buffer.firstLine() - buffer.notes();
    const auto errors = qint64(buffer.errorLines().size());
    m_errors->setText(QLocale().toString(errors));
    m_errors->setEnabled(errors > 0);
    setPlainToolTip(m_errors,
                    errors > 0 ? tr("Next line that calls itself an error (F8; Shift+F8: the one before)")
                               : tr("No line calls itself an error."));
    m_menu->setLines(!buffer.isEmpty(), m_filter->isActive());
    m_loadAll->setEnabled(m_log->isPart());
    setPlainToolTip(m_loadAll,
                    m_log->isPart() ? tr("Read the log from its beginning") : tr("All lines of the log are here."));
    const bool failed = m_log->state() == ContainerLog::State::Failed;
    m_problem->setText(failed ? m_log->problem() : QString());
    m_problem->setVisible(failed);
    QStringList facts;
    const QString count = QLocale().toString(lines);
    const bool opening = m_log->state() == ContainerLog::State::Opening;
    const bool reading = !failed && (opening || m_log->isCatchingUp());
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
    if (buffer.firstLine() > 0)
        facts << tr("%1 older lines were dropped").arg(QLocale().toString(buffer.firstLine()));
    if (buffer.size() >= 1'000'000)
        facts << tr("%1 in memory").arg(Humanize::sizeText(buffer.size()));
    if (reading)
        facts << tr("reading…");
    else if (m_log->state() == ContainerLog::State::Following)
        facts << tr("live");
    m_foot->setText(facts.join(u" · "_s));
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
    if (!event->spontaneous() && m_opened) {
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
        goToError(!event->modifiers().testFlag(Qt::ShiftModifier));
    } else if (event->key() == Qt::Key_Escape && m_bar->fieldHasFocus()) {
        m_view->setFocus();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace Gantry
