// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/processesview.h"

#include "engine/onanswer.h"
#include "items/processmodel.h"
#include "items/textfilter.h"
#include "look/fonts.h"
#include "look/label.h"
#include "look/tableview.h"
#include "shell/workbench.h"

#include <QHeaderView>
#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int AskEachMs = 2000;
constexpr int FewestProcesses = 6;
constexpr int ProcessRow = 28;
/// What is worth its room; the last one is a program's whole line.
QString psOptions()
{
    return u"-eo pid,user,pcpu,rss,time,args"_s;
}

int usualWidth(const QString &title)
{
    if (title == "PID"_L1 || title == "USER"_L1 || title == "UID"_L1)
        return 68;
    // The first beside the arrow of the order.
    return title == "%CPU"_L1 || title == "TIME"_L1 || title == "RSS"_L1 ? 84 : 72;
}
/// Below, the program's line needs the room of the time that it took.
constexpr int NarrowTable = 480;

} // namespace

ProcessesView::ProcessesView(Workbench *workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_model(new ProcessModel(this))
    , m_sorted(new TextFilter(this))
    , m_table(new TableView(this))
    , m_title(new Label(this))
    , m_notice(new Label(this))
{
    setObjectName(u"processesView"_s);
    m_title->setText(tr("Processes"));
    m_title->setLook(13, QFont::DemiBold);
    m_title->setTone(Tone::Muted);
    m_title->setContentsMargins(20, 0, 20, 0);
    m_notice->setObjectName(u"processesNotice"_s);
    m_notice->setTone(Tone::Muted);
    m_notice->setWordWrap(true);
    m_notice->setContentsMargins(20, 0, 20, 0);
    m_sorted->setSourceModel(m_model);
    m_table->setModel(m_sorted);
    m_table->setObjectName(u"processes"_s);
    m_table->setAccessibleName(tr("Processes"));
    m_table->setRowHeight(ProcessRow);
    m_table->setSortingEnabled(true);
    m_table->setMinimumHeight(Fonts::scaled(ProcessRow * FewestProcesses));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        if (m_model->columnCount() == 0)
            return;
        fitColumns();
        // What works most stands first.
        const int share = qMax(m_model->columnOf(u"%CPU"_s), m_model->columnOf(u"C"_s));
        m_table->sortByColumn(qMax(0, share), share < 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
    });
    m_table->horizontalHeader()->setMinimumSectionSize(Fonts::scaled(40));
    m_table->horizontalHeader()->setStretchLastSection(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_notice);
    layout->addWidget(m_table, 1);
    m_again.setSingleShot(true);
    m_again.setInterval(AskEachMs);
    connect(&m_again, &QTimer::timeout, this, &ProcessesView::ask);
    connect(workbench->engine(), &Engine::stateChanged, this, &ProcessesView::ask);
}

void ProcessesView::setContainer(const QString &id, bool runs)
{
    if (m_id == id && m_runs == runs)
        return;
    if (m_id != id)
        m_model->clear();
    m_id = id;
    m_runs = runs;
    ask();
}

void ProcessesView::fitColumns()
{
    for (int column = 0; column + 1 < m_model->columnCount(); ++column) {
        const QString title = m_model->headerData(column, Qt::Horizontal).toString();
        m_table->setColumnWidth(column, Fonts::scaled(usualWidth(title)));
        m_table->setColumnHidden(column, title == "TIME"_L1 && width() < Fonts::scaled(NarrowTable));
    }
}

void ProcessesView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int time = m_model->columnOf(u"TIME"_s);
    if (time >= 0)
        m_table->setColumnHidden(time, width() < Fonts::scaled(NarrowTable));
}

void ProcessesView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

void ProcessesView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    ++m_generation;
    m_again.stop();
}

void ProcessesView::ask()
{
    m_again.stop();
    const int generation = ++m_generation;
    if (!isVisible() || m_id.isEmpty())
        return;
    if (!m_runs) {
        m_model->clear();
        say(tr("It does not run: there are no processes."));
        return;
    }
    EngineClient *client = m_workbench->engine()->client();
    if (!client) {
        say(tr("The engine is not connected."));
        return;
    }
    if (window()->isMinimized()) {
        m_again.start();
        return;
    }
    onAnswer<EngineError>(
        client->containerProcesses(m_id, m_plain ? QString() : psOptions()), this,
        [this, generation](const ContainerProcesses &processes) {
            if (generation != m_generation)
                return;
            m_model->setProcesses(processes);
            say({});
            m_again.start();
        },
        [this, generation](const EngineError &error) {
            if (generation != m_generation)
                return;
            if (!m_plain && error.kind() == EngineError::Kind::Refused && !error.isNotFound()) {
                m_plain = true;
                ask();
                return;
            }
            say(error.sentence());
            m_again.start();
        });
}

void ProcessesView::say(const QString &sentence)
{
    m_notice->setText(sentence);
    m_notice->setVisible(!sentence.isEmpty());
    m_table->setVisible(sentence.isEmpty());
}

} // namespace Gantry
