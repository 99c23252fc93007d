// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cleanup/cleanuppage.h"

#include "cleanup/cleanuplists.h"
#include "cleanup/cleanupmodel.h"
#include "cleanup/cleanupplan.h"
#include "cleanup/cleanupquestion.h"
#include "cleanup/cleanupreader.h"
#include "cleanup/cleanuptree.h"
#include "engine/onanswer.h"
#include "items/humanize.h"
#include "look/accessiblerole.h"
#include "look/actionbutton.h"
#include "look/banner.h"
#include "look/fonts.h"
#include "look/label.h"
#include "look/pageheader.h"
#include "look/separator.h"
#include "shell/workbench.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const QString MeasureId = u"cleanup.measure"_s;
const QString RunId = u"cleanup.run"_s;
constexpr int FootHeight = 36;
/// What changes together is measured once; and no engine is made to measure all the time.
constexpr int SettlingMs = 1000;
constexpr int RestFactor = 4;

} // namespace

CleanupPage::CleanupPage(Workbench *workbench, QWidget *parent)
    : Page(u"cleanup"_s, parent)
    , m_workbench(workbench)
    , m_model(new CleanupModel(this))
    , m_lists(new CleanupLists(workbench->engine(), this))
    , m_header(new PageHeader(tr("Clean up"), this))
{
    registerActions();
    ActionRegistry *actions = m_workbench->actions();
    m_header->addButton(actions->action(MeasureId));
    m_header->addButton(actions->action(RunId), ButtonKind::Primary);

    QWidget *bar = buildBar();
    m_banner = new Banner(Banner::Kind::Information, this);
    m_banner->setObjectName(u"cleanupBanner"_s);
    m_banner->hide();
    // To assistive technology a list, in which the tree keeps its levels.
    auto *list = new QWidget(this);
    m_tree = new CleanupTree(m_model, workbench->state(), list);
    list->setAccessibleName(m_tree->accessibleName());
    setAccessibleRole(list, QAccessible::List);
    auto *listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->addWidget(m_tree);
    auto *bannerPlace = new QVBoxLayout;
    bannerPlace->setContentsMargins(20, 0, 12, 8);
    bannerPlace->addWidget(m_banner);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(bar);
    layout->addLayout(bannerPlace);
    layout->addWidget(list, 1);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    layout->addWidget(buildFoot());

    connect(m_model, &CleanupModel::choiceChanged, this, &CleanupPage::refresh);
    connect(workbench->engine(), &Engine::stateChanged, this, &CleanupPage::followEngine);
    connect(m_lists, &CleanupLists::changed, this, &CleanupPage::followLists);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &CleanupPage::measureQuietly);
    m_clock.setInterval(30'000);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        refresh();
        m_tree->viewport()->update();
    });
    refresh();
}

CleanupPage::~CleanupPage()
{
    m_measuring.cancel();
}

QString CleanupPage::title() const
{
    return tr("Clean up");
}

QString CleanupPage::icon() const
{
    return u"clean"_s;
}

QWidget *CleanupPage::focusTarget()
{
    return m_tree;
}

bool CleanupPage::startFiltering()
{
    m_label->setFocus(Qt::ShortcutFocusReason);
    m_label->selectAll();
    return true;
}

void CleanupPage::registerActions()
{
    ActionRegistry *actions = m_workbench->actions();
    connect(actions->add({MeasureId,
                          ActionRegistry::Menu::Tools,
                          tr("Measure what can be freed"),
                          tr("Ask the engine again what everything takes"),
                          u"restart"_s,
                          {},
                          false,
                          tr("Measure again")}),
            &QAction::triggered, this, &CleanupPage::measure);
    connect(actions->add({RunId,
                          ActionRegistry::Menu::Tools,
                          tr("Clean up what is chosen…"),
                          tr("Remove what is ticked; asks once"),
                          u"clean"_s,
                          {},
                          false,
                          tr("Clean up")}),
            &QAction::triggered, this, &CleanupPage::confirm);
    m_cancel = new QAction(tr("Cancel"), this);
    m_cancel->setObjectName(u"cleanup.cancel"_s);
    connect(m_cancel, &QAction::triggered, this, &CleanupPage::cancel);
}

QWidget *CleanupPage::buildBar()
{
    auto *bar = new QWidget(this);
    const auto caption = [bar](const QString &text) {
        auto *label = new Label(text, bar);
        label->setTone(Tone::Muted);
        return label;
    };
    m_age = new QComboBox(bar);
    m_age->setObjectName(u"cleanupAge"_s);
    m_age->setAccessibleName(tr("Older than"));
    m_age->addItem(tr("any age"), 0);
    m_age->addItem(tr("1 hour"), 1);
    m_age->addItem(tr("1 day"), 24);
    m_age->addItem(tr("1 week"), 7 * 24);
    m_age->addItem(tr("30 days"), 30 * 24);
    m_label = new QLineEdit(bar);
    m_label->setObjectName(u"cleanupLabel"_s);
    m_label->setAccessibleName(tr("Label"));
    m_label->setPlaceholderText(tr("name or name=value"));
    m_label->setClearButtonEnabled(true);
    m_label->setMaximumWidth(Fonts::scaled(300));
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(20, 6, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(caption(tr("Older than")));
    layout->addWidget(m_age);
    layout->addSpacing(12);
    layout->addWidget(caption(tr("Label")));
    layout->addWidget(m_label, 1);
    layout->addStretch(1);
    connect(m_age, &QComboBox::currentIndexChanged, this, &CleanupPage::applyFilter);
    connect(m_label, &QLineEdit::textChanged, this, &CleanupPage::applyFilter);
    return bar;
}

QWidget *CleanupPage::buildFoot()
{
    auto *foot = new QWidget(this);
    foot->setMinimumHeight(Fonts::scaled(FootHeight));
    m_summary = new Label(foot);
    m_summary->setObjectName(u"cleanupSummary"_s);
    m_summary->setWordWrap(true);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(20, 6, 12, 6);
    layout->addWidget(m_summary, 1);
    return foot;
}

void CleanupPage::applyFilter()
{
    m_model->setFilter({m_age->currentData().toInt(), PruneFilter::labelsOf(m_label->text())});
}

void CleanupPage::followEngine()
{
    if (m_workbench->engine()->state() == Engine::State::Connected) {
        const QString address = m_workbench->engine()->endpoint().address();
        // What was measured elsewhere must not be taken for this one's.
        if (address != m_address && m_model->isKnown()) {
            m_model->setFacts({});
            m_banner->hide();
        }
        if (isVisible() && !m_model->isKnown())
            measure();
    }
    refresh();
}

void CleanupPage::followLists()
{
    const Engine *engine = m_workbench->engine();
    if (!isVisible() || !m_model->isKnown() || engine->state() != Engine::State::Connected
        || engine->endpoint().address() != m_address)
        return;
    CleanupFacts facts = m_model->facts();
    const CleanupVictims before = cleanupVictims(facts, {});
    m_lists->bring(&facts);
    if (m_work == Work::None || m_work == Work::Removing)
        m_lists->forget(); // else what is being read may be older
    if (cleanupVictims(facts, {}) == before)
        return;
    m_model->setFacts(facts);
    m_stale = true;
    measureLater();
}

void CleanupPage::measureLater()
{
    if (isVisible() && m_stale && m_work == Work::None && !m_soon.isActive())
        m_soon.start(int(std::max<qint64>(SettlingMs, RestFactor * m_took)));
}

void CleanupPage::measureQuietly()
{
    if (isVisible())
        read(Work::MeasuringQuietly);
}

void CleanupPage::measure()
{
    // The one that was begun quietly may be old.
    if (m_work == Work::MeasuringQuietly)
        stopMeasuring();
    read(Work::Measuring);
}

void CleanupPage::stopMeasuring()
{
    ++m_generation;
    m_measuring.cancel();
    m_work = Work::None;
}

void CleanupPage::read(Work work)
{
    EngineClient *client = m_workbench->engine()->client();
    if (!client || m_work != Work::None)
        return;
    m_soon.stop();
    m_since.start();
    m_stale = false;
    m_lists->forget();
    const QString address = m_workbench->engine()->endpoint().address();
    m_measuring = CleanupReader::measure(client);
    const int generation = ++m_generation;
    const auto ifCurrent = [this, generation](auto then) {
        return [this, generation, then](const auto &...answer) {
            if (generation == m_generation)
                then(answer...);
        };
    };
    onAnswer<EngineError>(m_measuring, this, ifCurrent([this, address](const CleanupFacts &facts) {
                              m_address = address;
                              measured(facts);
                          }),
                          ifCurrent([this](const EngineError &error) { measuringFailed(error); }),
                          ifCurrent([this] { measuringCancelled(); }));
    setWork(work);
}

void CleanupPage::measured(const CleanupFacts &facts)
{
    m_took = m_since.elapsed();
    m_stale = false;
    setWork(Work::None);
    m_model->setFacts(facts);
    m_workbench->diskMeter()->take(facts.usage);
    followLists(); // what changed after they were read
}

void CleanupPage::measuringFailed(const EngineError &error)
{
    const bool quietly = m_work == Work::MeasuringQuietly;
    m_stale = false; // until something changes again
    setWork(Work::None);
    if (quietly && m_bannerTells)
        return; // of a clean-up, which counts more; the age of the sizes is told
    if (error.kind() == EngineError::Kind::Cancelled) {
        measuringCancelled();
        return;
    }
    m_bannerTells = false; // the next measurement takes its place
    m_banner->clearButtons();
    m_banner->setKind(Banner::Kind::Error);
    m_banner->setMessage(error.fact(), error.words() + (error.advice().isEmpty() ? QString() : u' ' + error.advice()));
    m_banner->addButton(m_workbench->actions()->action(MeasureId));
    m_banner->show();
}

void CleanupPage::measuringCancelled()
{
    m_stale = false;
    setWork(Work::None);
}

void CleanupPage::cancel()
{
    m_measuring.cancel();
}

bool CleanupPage::isBusy() const
{
    return m_work == Work::Measuring || m_work == Work::Removing;
}

void CleanupPage::confirm()
{
    if (isBusy() || m_model->chosenCount() == 0)
        return;
    // What is asked about is what goes, whatever the list says by the time of the answer.
    const QList<CleanupStep> steps = CleanupPlan::steps(m_model->facts(), m_model->filter(), m_model->chosen());
    ask(this, cleanupQuestion(*m_model), [this, steps](bool) { run(steps); });
}

void CleanupPage::run(const QList<CleanupStep> &steps)
{
    if (steps.isEmpty() || isBusy())
        return;
    if (m_work == Work::MeasuringQuietly)
        stopMeasuring();
    auto *run = new CleanupRun(m_workbench->engine(), m_workbench->operations(), steps, m_workbench->operations());
    connect(run, &CleanupRun::finished, this, &CleanupPage::ran);
    setWork(Work::Removing);
    run->start();
}

void CleanupPage::ran(const CleanupOutcome &outcome)
{
    setWork(Work::None);
    QStringList sentences{tr("%n object(s) removed.", nullptr, outcome.removed)};
    if (outcome.leftAlone > 0)
        sentences << tr("%n object(s) left alone: used again or gone meanwhile.", nullptr, outcome.leftAlone);
    if (outcome.failed > 0)
        sentences << tr("%n object(s) could not be removed; Operations says why.", nullptr, outcome.failed);
    if (outcome.cancelled)
        sentences << tr("Cancelled: the rest stays.");
    m_bannerTells = true;
    m_banner->clearButtons();
    m_banner->setKind(outcome.failed > 0 || outcome.cancelled ? Banner::Kind::Warning : Banner::Kind::Success);
    const QString freed = outcome.atLeast ? tr("Freed at least %1.", "a size") : tr("Freed %1.", "a size");
    m_banner->setMessage(freed.arg(Humanize::sizeText(outcome.freed)), sentences.join(u' '));
    m_banner->addButton(m_workbench->actions()->action(u"shell.operations"_s))->setTextOnly();
    m_banner->show();
    measure();
}

void CleanupPage::setWork(Work work)
{
    m_work = work;
    if (work == Work::Measuring && !(m_bannerTells && m_banner->isVisibleTo(this))) {
        m_banner->clearButtons();
        m_banner->setKind(Banner::Kind::Information);
        m_banner->setMessage(tr("The engine measures what everything takes."),
                             tr("Large volumes take their time. Nothing else waits for it."));
        m_banner->addButton(m_cancel)->setTextOnly();
        m_banner->show();
    } else if (work == Work::Removing) {
        m_bannerTells = false;
        m_banner->hide();
    } else if (work == Work::None && !m_bannerTells) {
        m_banner->hide();
    }
    refresh();
    measureLater();
}

void CleanupPage::updateActions()
{
    ActionRegistry *actions = m_workbench->actions();
    QString obstacle;
    if (m_workbench->engine()->state() != Engine::State::Connected)
        obstacle = tr("The engine is not connected.");
    else if (m_work == Work::Measuring)
        obstacle = tr("The engine is measuring.");
    else if (m_work == Work::Removing)
        obstacle = tr("A clean-up is running.");
    actions->setAvailable(MeasureId, obstacle.isEmpty(), obstacle);
    if (obstacle.isEmpty() && m_model->chosenCount() == 0)
        obstacle = tr("Choose something on the page %1 first.").arg(title());
    actions->setAvailable(RunId, obstacle.isEmpty(), obstacle);
}

void CleanupPage::refresh()
{
    if (m_model->isKnown()) {
        const QString when = Humanize::ago(m_model->facts().measured);
        m_header->setFact(
            m_model->count() == 0
                ? tr("nothing to free, measured %1", "a time ago").arg(when)
                : tr("%1 can be freed, measured %2", "a size; a time ago").arg(m_model->forecastOfAll().text(), when));
    } else {
        m_header->setFact(m_work == Work::Measuring ? tr("measuring…") : tr("not measured yet"));
    }
    const int chosen = m_model->chosenCount();
    m_summary->setText(chosen == 0 ? tr("Nothing is chosen.")
                                   : tr("%1: frees %2", "3 containers, 2 images; a size")
                                         .arg(cleanupCounts(*m_model), m_model->chosenForecast().text()));
    m_summary->setTone(chosen == 0 ? Tone::Muted : Tone::Normal);
    updateActions();
}

void CleanupPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_clock.start();
    m_workbench->engine()->wantNetworks();
    if (!m_model->isKnown()) {
        measure();
        return;
    }
    refresh();
    followLists();
    measureLater();
}

void CleanupPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_clock.stop();
    m_soon.stop();
}

} // namespace Gantry
