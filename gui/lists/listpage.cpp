// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/listpage.h"

#include "items/textfilter.h"
#include "lists/detailssplitter.h"
#include "look/actionbutton.h"
#include "look/chip.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/label.h"
#include "look/menubutton.h"
#include "look/pageheader.h"
#include "look/plaintooltip.h"
#include "look/searchfield.h"
#include "look/tableview.h"
#include "shell/listcolumns.h"
#include "shell/workbench.h"

#include <QApplication>
#include <QButtonGroup>
#include <QClipboard>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

ListPage::ListPage(Workbench *workbench, Kind kind, QAbstractItemModel *model, QWidget *parent)
    : Page(kind.id, parent)
    , m_workbench(workbench)
    , m_kind(std::move(kind))
    , m_model(model)
    , m_commands(new ObjectCommands(workbench->engine(), workbench->operations(), this))
    , m_filter(new TextFilter(this))
{
    model->setParent(this);
    m_filter->setSourceModel(model);
    registerActions();
    build();
    m_clock.setInterval(30'000);
    connect(&m_clock, &QTimer::timeout, m_table->viewport(), qOverload<>(&QWidget::update));
    // The filter tells of rows that went before the model has let them go.
    for (const QAbstractItemModel *rows : std::initializer_list<QAbstractItemModel *>{m_filter, model}) {
        connect(rows, &QAbstractItemModel::rowsInserted, this, &ListPage::refresh);
        connect(rows, &QAbstractItemModel::rowsRemoved, this, &ListPage::refresh);
    }
    connect(model, &QAbstractItemModel::dataChanged, this, [this] {
        countChips();
        updateActions();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ListPage::updateActions);
}

QString ListPage::actionId(const QString &name) const
{
    return m_kind.id + u'.' + name;
}

void ListPage::registerActions()
{
    ActionRegistry *actions = m_workbench->actions();
    const auto add = [&](const QString &name, const QString &text, const QString &shortText, const QString &icon,
                         const QKeySequence &keys, bool first) {
        QAction *action = actions->add({actionId(name), m_kind.menu, text, {}, icon, keys, first});
        action->setIconText(shortText);
        action->setShortcutContext(Qt::WidgetShortcut);
        return action;
    };
    connect(add(u"copyName"_s, m_kind.copyName, tr("Copy name"), u"copy"_s, QKeySequence::Copy, true),
            &QAction::triggered, this, [this] { copy(false); });
    if (!m_kind.copyId.isEmpty()) {
        connect(add(u"copyId"_s, m_kind.copyId, tr("Copy ID"), u"copy"_s, {}, false), &QAction::triggered, this,
                [this] { copy(true); });
    }
    connect(add(u"remove"_s, m_kind.remove, tr("Remove"), u"remove"_s, QKeySequence::Delete, false),
            &QAction::triggered, this, [this] {
                const QList<int> rows = chosenRows();
                if (!rows.isEmpty())
                    remove(rows);
            });
}

void ListPage::build()
{
    ActionRegistry *actions = m_workbench->actions();
    m_header = new PageHeader(m_kind.title, this);
    QList<QAction *> own{actions->action(actionId(u"copyName"_s))};
    if (!m_kind.copyId.isEmpty())
        own.append(actions->action(actionId(u"copyId"_s)));
    own.append(actions->action(actionId(u"remove"_s)));
    for (QAction *action : std::as_const(own))
        m_header->addButton(action);

    m_field = new SearchField(m_kind.filterPlaceholder, this);
    m_field->setObjectName(u"filter"_s);
    m_field->setAccessibleName(tr("Filter"));
    m_field->setKeyHint(actions->action(u"shell.filter"_s)->shortcut());
    m_field->setMaximumWidth(Fonts::scaled(330));
    m_bar = new QHBoxLayout;
    m_bar->setContentsMargins(20, 6, 12, 8);
    m_bar->setSpacing(6);
    m_bar->addWidget(m_field, 10);
    m_bar->addStretch(1);

    m_table = new TableView(this);
    m_table->setObjectName(m_kind.id + u"Table"_s);
    m_table->setAccessibleName(m_kind.title);
    m_table->setModel(m_filter);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->sortByColumn(0, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    m_table->addActions(own);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ListPage::showContextMenu);

    m_clearFilter = new QAction(tr("Clear the filter"), this);
    m_clearFilter->setObjectName(actionId(u"clearFilter"_s));
    connect(m_clearFilter, &QAction::triggered, this, [this] {
        m_field->clear();
        if (!m_chips.isEmpty())
            chooseChip(0);
        m_table->setFocus();
    });
    m_empty = new QWidget(this);
    m_emptyText = new Label(m_empty);
    m_emptyText->setTone(Tone::Muted);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    auto *emptyLayout = new QVBoxLayout(m_empty);
    emptyLayout->setSpacing(12);
    emptyLayout->addStretch(2);
    emptyLayout->addWidget(m_emptyText);
    emptyLayout->addWidget(new ActionButton(m_clearFilter, ButtonKind::Outlined, m_empty), 0, Qt::AlignHCenter);
    emptyLayout->addStretch(3);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(m_bar);
    layout->addWidget(m_stack, 1);

    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setFilterText(text);
        m_workbench->state()->setValue(m_kind.id + u"/filter"_s, text);
        refresh();
    });
    m_field->setList(m_table);
    m_field->setText(m_workbench->state()->value(m_kind.id + u"/filter"_s).toString());
}

QAction *ListPage::addAction(const QString &name, const QString &text, const QString &shortText, const QString &toolTip,
                             const QString &icon, bool onSelection)
{
    QAction *action
        = m_workbench->actions()->add({actionId(name), m_kind.menu, text, toolTip, icon, {}, false, shortText});
    if (onSelection)
        m_table->addAction(action);
    if (!m_more) {
        m_more = new MenuButton(this);
        m_more->setObjectName(m_kind.id + u"More"_s);
        m_more->setText(tr("More"));
        m_more->setAccessibleName(tr("More"));
        setButtonKind(m_more, ButtonKind::Ghost);
        m_more->entries()->setToolTipsVisible(true);
    }
    m_more->entries()->addAction(action);
    return action;
}

void ListPage::addHeaderButtons()
{
    m_header->addWidget(m_more);
    m_header->addSeparator();
    m_header->addButton(m_workbench->actions()->action(u"cleanup.open"_s), ButtonKind::Outlined);
}

void ListPage::addChips(const QStringList &names)
{
    auto *group = new QButtonGroup(this);
    for (int i = 0; i < names.size(); ++i) {
        auto *chip = new Chip(names.at(i), this);
        chip->setObjectName(m_kind.id + u"Chip%1"_s.arg(i));
        group->addButton(chip, i);
        m_bar->addWidget(chip);
        m_chips.append(chip);
    }
    connect(group, &QButtonGroup::idClicked, this, &ListPage::chooseChip);
    chooseChip(qBound(0, m_workbench->state()->value(m_kind.id + u"/show"_s).toInt(), int(names.size()) - 1));
}

void ListPage::chooseChip(int chip)
{
    m_chip = chip;
    m_chips.at(chip)->setChecked(true);
    m_workbench->state()->setValue(m_kind.id + u"/show"_s, chip);
    m_filter->setCondition(chip == 0 ? std::function<bool(int)>() : [this](int row) { return belongs(row, m_chip); });
    refresh();
}

void ListPage::countChips()
{
    for (int chip = 0; chip < int(m_chips.size()); ++chip) {
        int count = 0;
        for (int row = 0; row < m_model->rowCount(); ++row)
            count += chip == 0 || belongs(row, chip) ? 1 : 0;
        m_chips.at(chip)->setCount(QString::number(count));
    }
}

bool ListPage::belongs(int, int) const
{
    return true;
}

void ListPage::followSelection(const QList<int> &) { }

void ListPage::setDetails(QWidget *details)
{
    auto *layout = qobject_cast<QVBoxLayout *>(this->layout());
    auto *list = new QWidget(this);
    auto *inner = new QVBoxLayout(list);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    layout->removeItem(m_bar);
    m_bar->setParent(nullptr);
    inner->addLayout(m_bar);
    inner->addWidget(m_stack, 1);
    m_splitter = new DetailsSplitter(list, details, m_workbench->state(), m_kind.id, this);
    layout->addWidget(m_splitter, 1);
}

void ListPage::setObstacle(const QString &name, const QString &obstacle)
{
    m_workbench->actions()->setAvailable(actionId(name), obstacle.isEmpty(), obstacle);
}

QString ListPage::commonObstacle(bool needsSelection) const
{
    if (needsSelection && (!isVisible() || chosenRows().isEmpty()))
        return tr("Choose something on the page %1 first.").arg(m_kind.title);
    if (m_workbench->engine()->state() != Engine::State::Connected)
        return tr("The engine is not connected.");
    return {};
}

int ListPage::count() const
{
    return m_model->rowCount();
}

QWidget *ListPage::focusTarget()
{
    return m_stack->currentWidget() == m_table ? static_cast<QWidget *>(m_table) : m_field;
}

bool ListPage::startFiltering()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    return true;
}

QList<int> ListPage::chosenRows() const
{
    QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    std::sort(chosen.begin(), chosen.end(),
              [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    QList<int> rows;
    for (const QModelIndex &index : std::as_const(chosen))
        rows.append(m_filter->mapToSource(index).row());
    return rows;
}

void ListPage::refresh()
{
    const int all = m_model->rowCount();
    const int shown = m_filter->rowCount();
    m_header->setFact(shown == all ? fact() : tr("%1 of %2 shown").arg(shown).arg(all));
    m_clearFilter->setVisible(all > 0);
    countChips();
    m_emptyText->setText(all > 0 ? tr("Nothing matches the filter.") : m_kind.nothing);
    QWidget *page = shown > 0 ? static_cast<QWidget *>(m_table) : m_empty;
    if (m_stack->currentWidget() != page)
        m_stack->setCurrentWidget(page);
    // It had the keyboard only because there was nothing to choose.
    if (m_wasEmpty && page == m_table && m_field->hasFocus() && m_field->text().isEmpty())
        m_table->setFocus(Qt::OtherFocusReason);
    m_wasEmpty = all == 0;
    Q_EMIT countChanged();
    updateActions();
}

void ListPage::updateActions()
{
    ActionRegistry *actions = m_workbench->actions();
    const QList<int> rows = isVisible() ? chosenRows() : QList<int>();
    const bool any = !rows.isEmpty();
    const QString choose = tr("Choose something on the page %1 first.").arg(m_kind.title);
    actions->setAvailable(actionId(u"copyName"_s), any, choose);
    if (!m_kind.copyId.isEmpty())
        actions->setAvailable(actionId(u"copyId"_s), any, choose);
    QString obstacle = any ? removeObstacle(rows) : choose;
    if (obstacle.isEmpty() && m_workbench->engine()->state() != Engine::State::Connected)
        obstacle = tr("The engine is not connected.");
    actions->setAvailable(actionId(u"remove"_s), obstacle.isEmpty(), obstacle);
    if (!m_splitter) // not complete yet
        return;
    m_splitter->setUseful(any);
    followSelection(rows);
}

void ListPage::copy(bool wantIds)
{
    const QList<int> rows = chosenRows();
    QApplication::clipboard()->setText((wantIds ? ids(rows) : names(rows)).join(u'\n'));
}

void ListPage::showContextMenu(const QPoint &position)
{
    if (chosenRows().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_table->actions());
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

void ListPage::setColumnWeights(const QList<int> &weights)
{
    auto *columns = new ListColumns(m_table, m_workbench->state(), m_kind.id, weights);
    connect(&m_clock, &QTimer::timeout, columns, &ListColumns::measure);
}

void ListPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_clock.start();
}

void ListPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_clock.stop();
}

} // namespace Gantry
