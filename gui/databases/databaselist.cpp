// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "databases/databaselist.h"

#include "items/databasemodel.h"
#include "items/textfilter.h"
#include "look/actionbutton.h"
#include "look/banner.h"
#include "look/fonts.h"
#include "look/label.h"
#include "look/pageheader.h"
#include "look/searchfield.h"
#include "look/tableview.h"
#include "shell/listcolumns.h"
#include "shell/workbench.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Gantry {

DatabaseList::DatabaseList(Workbench *workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_model(new DatabaseModel(workbench->engine()->containers(), workbench->databaseFinder(), this))
    , m_filter(new TextFilter(this))
{
    setObjectName(u"databaseList"_s);
    m_filter->setSourceModel(m_model);
    build();
    // The filter tells of rows that went before the model has let them go.
    for (const QAbstractItemModel *rows : std::initializer_list<QAbstractItemModel *>{m_filter, m_model}) {
        connect(rows, &QAbstractItemModel::rowsInserted, this, &DatabaseList::refresh);
        connect(rows, &QAbstractItemModel::rowsRemoved, this, &DatabaseList::refresh);
    }
    connect(m_filter, &QAbstractItemModel::modelReset, this, &DatabaseList::refresh);
    connect(workbench->engine(), &Engine::stateChanged, this, &DatabaseList::refresh);
    refresh();
}

void DatabaseList::build()
{
    ActionRegistry *actions = m_workbench->actions();
    m_header = new PageHeader(tr("Databases"), this);
    m_header->addButton(actions->action(u"database.openConsole"_s), ButtonKind::Primary);

    m_waitingSpace = new QWidget(this);
    m_waiting = new Banner(Banner::Kind::Information, m_waitingSpace);
    m_waiting->setObjectName(u"waitingFiles"_s);
    auto *waitingLayout = new QVBoxLayout(m_waitingSpace);
    waitingLayout->setContentsMargins(20, 6, 12, 6);
    waitingLayout->addWidget(m_waiting);
    m_waitingSpace->hide();

    m_field = new SearchField(tr("Filter databases"), this);
    m_field->setObjectName(u"filter"_s);
    m_field->setAccessibleName(tr("Filter"));
    if (actions->contains(u"shell.filter"_s))
        m_field->setKeyHint(actions->action(u"shell.filter"_s)->shortcut());
    m_field->setMaximumWidth(Fonts::scaled(330));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(20, 6, 12, 8);
    bar->addWidget(m_field, 1);
    bar->addStretch(1);

    m_table = new TableView(this);
    m_table->setObjectName(u"databasesTable"_s);
    m_table->setAccessibleName(tr("Databases"));
    m_table->setModel(m_filter);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->sortByColumn(0, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    new ListColumns(m_table, m_workbench->state(), u"databases"_s, {24, 14, 18, 22, 12, 10});

    m_empty = new Label(this);
    m_empty->setTone(Tone::Muted);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_waitingSpace);
    layout->addLayout(bar);
    layout->addWidget(m_stack, 1);

    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setFilterText(text);
        refresh();
    });
    m_field->setList(m_table);
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT openRequested(m_model->row(m_filter->mapToSource(index).row()).id);
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, &DatabaseList::showMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &DatabaseList::selectionChanged);
}

QWidget *DatabaseList::focusTarget() const
{
    return m_stack->currentIndex() == 0 ? static_cast<QWidget *>(m_table) : m_field;
}

QStringList DatabaseList::chosen() const
{
    QStringList ids;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : rows)
        ids.append(m_model->row(m_filter->mapToSource(index).row()).id);
    return ids;
}

void DatabaseList::showWaiting(const QStringList &names)
{
    m_waitingSpace->setVisible(!names.isEmpty());
    if (names.size() == 1)
        m_waiting->setMessage(tr("“%1” needs a SQL console.").arg(names.first()),
                              tr("Open the console of a database: the file opens in it."));
    else if (!names.isEmpty())
        m_waiting->setMessage(tr("%Ln file(s) need a SQL console.", nullptr, int(names.size())),
                              tr("Open the console of a database: the files open in it."));
}

void DatabaseList::refresh()
{
    const int all = m_model->rowCount();
    const int shown = m_filter->rowCount();
    m_header->setFact(shown == all ? tr("%Ln PostgreSQL container(s)", nullptr, all)
                                   : tr("%1 of %2 shown").arg(shown).arg(all));
    const bool known = m_workbench->engine()->state() == Engine::State::Connected;
    m_empty->setText(all > 0 ? tr("Nothing matches the filter.")
                         : !known
                         ? tr("The engine is not connected: its databases appear here when it is.")
                         : tr("No container is a PostgreSQL server. Start one, for instance the service db of a "
                              "project, and it appears here with its SQL console."));
    m_stack->setCurrentIndex(shown > 0 ? 0 : 1);
    // It had the keyboard only because there was nothing to choose.
    if (m_wasEmpty && shown > 0 && m_field->hasFocus() && m_field->text().isEmpty())
        m_table->setFocus(Qt::OtherFocusReason);
    m_wasEmpty = all == 0;
    // So that one key or click leads on.
    if (shown > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_filter->index(0, 0));
}

void DatabaseList::showMenu(const QPoint &position)
{
    if (chosen().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_workbench->actions()->action(u"database.openConsole"_s));
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

} // namespace Gantry
