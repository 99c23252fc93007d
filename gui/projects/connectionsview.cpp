// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "projects/connectionsview.h"

#include "items/connectionmodel.h"
#include "items/textfilter.h"
#include "look/fonts.h"
#include "look/label.h"
#include "look/oneline.h"
#include "look/plaintooltip.h"
#include "look/separator.h"
#include "look/tableview.h"
#include "shell/workbench.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int quietMs = 150; ///< of events that come together, until it is read anew
constexpr int widestColumn = 300;
constexpr qsizetype longestChoice = 60;

} // namespace

ConnectionsView::ConnectionsView(Workbench *workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_reader(new ConnectionsReader(workbench->engine(), this))
    , m_test(new ReachTest(workbench->engine(), workbench->operations(), this))
    , m_model(new ConnectionModel(this))
    , m_sorted(new TextFilter(this))
    , m_table(new TableView(this))
    , m_passwords(new QCheckBox(tr("Show passwords"), this))
    , m_problem(new Label(this))
    , m_empty(new Label(tr("Addresses are known when the project has containers. Up makes them."), this))
{
    setObjectName(u"connections"_s);
    buildTable();
    m_passwords->setObjectName(u"connectionsPasswords"_s);
    m_problem->setObjectName(u"connectionsProblem"_s);
    m_problem->setTone(Tone::Error);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_empty->setObjectName(u"connectionsEmpty"_s);
    m_empty->setTone(Tone::Muted);
    m_empty->setWordWrap(true);

    auto *above = new QVBoxLayout;
    above->setContentsMargins(20, 12, 12, 8);
    above->setSpacing(8);
    above->addWidget(m_passwords, 0, Qt::AlignLeft);
    above->addWidget(m_problem);
    above->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(above);
    layout->addWidget(m_table, 1);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    layout->addWidget(buildQuestion());

    m_soon.setSingleShot(true);
    m_soon.setInterval(quietMs);
    connect(&m_soon, &QTimer::timeout, this, &ConnectionsView::read);
    connect(m_passwords, &QCheckBox::toggled, m_model, &ConnectionModel::setPasswordsShown);
    connect(m_reader, &ConnectionsReader::changed, this, &ConnectionsView::refresh);
    connect(m_test, &ReachTest::changed, this, &ConnectionsView::refreshTry);
    connect(workbench->engine(), &Engine::stateChanged, this, &ConnectionsView::readLater);
    refresh();
}

void ConnectionsView::buildTable()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->sort(ConnectionModel::ServiceColumn);
    m_table->setModel(m_sorted);
    m_table->setObjectName(u"connectionsTable"_s);
    m_table->setAccessibleName(tr("Connections"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(ConnectionModel::UrlColumn, QHeaderView::Stretch);
    connect(m_table, &TableView::linkActivated, this, &ConnectionsView::copy);
    connect(m_table, &QAbstractItemView::activated, this, &ConnectionsView::copy);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ConnectionsView::openMenu);
    auto *copyKey = new QShortcut(QKeySequence::Copy, m_table);
    copyKey->setContext(Qt::WidgetShortcut);
    connect(copyKey, &QShortcut::activated, this, [this] { copy(m_table->currentIndex()); });
}

QWidget *ConnectionsView::buildQuestion()
{
    auto *box = new QWidget(this);
    m_from = new QComboBox(box);
    m_from->setObjectName(u"reachFrom"_s);
    m_from->setAccessibleName(tr("From service"));
    m_to = new QComboBox(box);
    m_to->setObjectName(u"reachTo"_s);
    m_to->setAccessibleName(tr("To address"));
    for (QComboBox *choice : {m_from, m_to}) {
        choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        connect(choice, &QComboBox::currentIndexChanged, this, &ConnectionsView::refreshTry);
    }
    m_try = new QPushButton(tr("Try"), box);
    m_try->setObjectName(u"reachTry"_s);
    connect(m_try, &QPushButton::clicked, this, &ConnectionsView::ask);
    m_said = new Label(box);
    m_said->setObjectName(u"connectionsSaid"_s);
    m_said->setAccessibleName(tr("Answer"));
    m_said->setWordWrap(true);

    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    //: Followed by a service, then by "reach" and an address: Can [api] reach [db:5432]?
    row->addWidget(new Label(tr("Can"), box));
    row->addWidget(m_from);
    //: Between a service and an address: Can [api] reach [db:5432]?
    row->addWidget(new Label(tr("reach"), box));
    row->addWidget(m_to);
    row->addWidget(m_try);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(20, 12, 12, 12);
    layout->setSpacing(8);
    layout->addLayout(row);
    layout->addWidget(m_said);
    return box;
}

void ConnectionsView::setProject(const Project &project)
{
    if (project.name != m_project.name) {
        m_passwords->setChecked(false);
        m_table->clearSelection();
        say({}, Tone::Normal);
    }
    m_project = project;
    readLater();
}

void ConnectionsView::readLater()
{
    m_stale = true;
    if (isVisible())
        m_soon.start();
}

void ConnectionsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        read();
}

void ConnectionsView::read()
{
    m_soon.stop();
    m_stale = false;
    m_reader->read(m_project);
}

void ConnectionsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitColumns();
}

void ConnectionsView::refresh()
{
    m_model->setAddresses(m_reader->addresses());
    m_problem->setText(m_reader->problem());
    m_problem->setVisible(!m_reader->problem().isEmpty());
    m_empty->setVisible(m_model->rowCount() == 0 && m_reader->problem().isEmpty());
    m_passwords->setVisible(m_model->hasPasswords());
    fitColumns();
    refreshChoices();
}

void ConnectionsView::fitColumns()
{
    QHeaderView *header = m_table->horizontalHeader();
    const QAbstractItemView *view = m_table;
    for (int column = 0; column < ConnectionModel::ColumnCount; ++column) {
        if (column == ConnectionModel::UrlColumn)
            continue;
        const int wanted = std::max(view->sizeHintForColumn(column), header->sectionSizeHint(column));
        header->resizeSection(column, std::min(wanted, Fonts::scaled(widestColumn)));
    }
}

void ConnectionsView::refreshChoices()
{
    const auto fill = [](QComboBox *choice, const QList<std::pair<QString, QVariant>> &entries) {
        const QString before = choice->currentText();
        const QSignalBlocker blocker(choice);
        choice->clear();
        for (const auto &[text, value] : entries)
            choice->addItem(oneLine(text, longestChoice), value);
        choice->setCurrentIndex(std::max(0, choice->findText(before)));
    };
    QList<std::pair<QString, QVariant>> from;
    QList<std::pair<QString, QVariant>> to;
    for (const ProjectService &service : std::as_const(m_project.services)) {
        if (service.state == ContainerState::Running && !service.leadContainer.isEmpty())
            from.append({service.name, service.leadContainer});
    }
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        const auto address = m_sorted->index(row, 0).data(ConnectionModel::AddressRole).value<ServiceAddress>();
        if (address.from == ServiceAddress::From::Network && address.protocol == "tcp"_L1 && !address.host.isEmpty())
            to.append({address.address(), QVariant::fromValue(address)});
    }
    fill(m_from, from);
    // A question that one would ask: of a database, by another service.
    if (m_to->count() == 0) {
        std::stable_partition(to.begin(), to.end(), [](const auto &each) {
            return each.second.template value<ServiceAddress>().scheme == "postgresql"_L1;
        });
    }
    fill(m_to, to);
    refreshTry();
}

void ConnectionsView::refreshTry()
{
    const bool possible = m_from->currentIndex() >= 0 && m_to->currentIndex() >= 0;
    // The button that was pressed keeps the focus.
    m_try->setEnabled(possible || m_test->isAsking());
    m_try->setText(m_test->isAsking() ? tr("Cancel") : tr("Try"));
    m_try->setAccessibleName(m_test->isAsking() ? tr("Cancel the try") : m_try->text());
    setPlainToolTip(m_try,
                    m_test->isAsking()               ? QString()
                        : m_from->currentIndex() < 0 ? tr("No service of the project runs.")
                        : m_to->currentIndex() < 0   ? tr("No service of the project has a port.")
                                                     : tr("Tries it from inside the container."));
    if (sender() != m_test)
        return;
    if (m_test->isAsking())
        say(tr("Trying…"), Tone::Muted);
    else
        say(m_test->sentence(), m_test->reach() == Reach::Reached ? Tone::Success : Tone::Error);
}

void ConnectionsView::ask()
{
    if (m_test->isAsking()) {
        m_test->cancel();
        return;
    }
    const auto to = m_to->currentData().value<ServiceAddress>();
    ReachTest::Question question;
    question.fromContainer = m_from->currentData().toString();
    question.fromName = m_from->currentText();
    question.host = to.host;
    question.port = to.port;
    question.helperImage = m_workbench->engine()->containers()->container(to.container).imageId;
    m_test->ask(question);
}

void ConnectionsView::copy(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QString text = index.data(ConnectionModel::CopyTextRole).toString();
    const auto address = index.data(ConnectionModel::AddressRole).value<ServiceAddress>();
    const QString url = address.url(ServiceAddress::Password::Masked);
    copyText(text, url.isEmpty() ? text : url);
}

void ConnectionsView::copyText(const QString &text, const QString &shown)
{
    if (text.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(text);
    say(tr("Copied %1").arg(shown), Tone::Muted);
}

void ConnectionsView::openMenu(const QPoint &position)
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return;
    const auto address = index.data(ConnectionModel::AddressRole).value<ServiceAddress>();
    const QString url = address.url(ServiceAddress::Password::Shown);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copyAddress = menu->addAction(tr("Copy address"));
    copyAddress->setEnabled(!address.host.isEmpty());
    connect(copyAddress, &QAction::triggered, this,
            [this, address] { copyText(address.address(), address.address()); });
    QAction *copyUrl = menu->addAction(tr("Copy URL"));
    copyUrl->setEnabled(!url.isEmpty());
    connect(copyUrl, &QAction::triggered, this,
            [this, url, address] { copyText(url, address.url(ServiceAddress::Password::Masked)); });
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

void ConnectionsView::say(const QString &sentence, Tone tone)
{
    m_said->setTone(tone);
    m_said->setText(sentence);
    m_said->setAccessibleName(sentence.isEmpty() ? tr("Answer") : sentence);
}

} // namespace Gantry
