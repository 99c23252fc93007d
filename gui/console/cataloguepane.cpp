// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/cataloguepane.h"

#include "items/cataloguemodel.h"
#include "look/celldelegate.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/label.h"
#include "look/searchfield.h"
#include "look/treeview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Gantry {

CataloguePane::CataloguePane(Catalogue *catalogue, QWidget *parent)
    : QWidget(parent)
    , m_model(new CatalogueModel(catalogue, this))
    , m_proxy(new QSortFilterProxyModel(this))
    , m_search(new SearchField(tr("Filter objects"), this))
    , m_tree(new TreeView(this))
    , m_empty(new Label(
          tr("No object that has been read matches. Columns are searched once their table has been opened."), this))
{
    setObjectName(u"cataloguePane"_s);
    m_search->setObjectName(u"catalogueFilter"_s);
    m_search->setAccessibleName(tr("Filter objects"));
    auto *refreshButton = new QToolButton(this);
    refreshButton->setIcon(symbolIcon(u"restart"_s));
    refreshButton->setAccessibleName(tr("Refresh objects"));
    refreshButton->setToolTip(tr("Refresh objects"));
    refreshButton->setObjectName(u"catalogueRefresh"_s);

    m_proxy->setSourceModel(m_model);
    m_proxy->setRecursiveFilteringEnabled(true);
    m_proxy->setAutoAcceptChildRows(true);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_tree->setModel(m_proxy);
    m_tree->setHeaderHidden(true);
    m_tree->header()->setStretchLastSection(true);
    m_tree->setRowHeights(28, 28);
    m_tree->setUniformRowHeights(true);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setObjectName(u"catalogue"_s);
    m_tree->setAccessibleName(tr("Database objects"));

    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 8, 8);
    head->setSpacing(6);
    head->addWidget(m_search, 1);
    head->addWidget(refreshButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    m_empty->setObjectName(u"catalogueEmpty"_s);
    m_empty->setTone(Tone::Muted);
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(14, 4, 12, 8);
    m_empty->hide();
    layout->addWidget(m_empty);
    layout->addWidget(m_tree, 1);
    setMinimumWidth(Fonts::scaled(160));

    connect(refreshButton, &QToolButton::clicked, this, &CataloguePane::refresh);
    connect(m_search, &QLineEdit::textChanged, this, &CataloguePane::filter);
    m_search->setList(m_tree);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &CataloguePane::showMenu);
    connect(m_tree, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        const QString name = m_model->sqlName(source(index));
        if (!name.isEmpty())
            Q_EMIT insertRequested(name);
        else
            m_tree->setExpanded(index, !m_tree->isExpanded(index));
    });
    connect(m_model, &CatalogueModel::loaded, this, [this] {
        // The schema that the user works in, with its tables, unless something is open already.
        for (int row = 0; row < m_proxy->rowCount(); ++row) {
            if (m_tree->isExpanded(m_proxy->index(row, 0)))
                return;
        }
        const QModelIndexList found
            = m_proxy->match(m_proxy->index(0, 0), Qt::DisplayRole, u"public"_s, 1, Qt::MatchExactly);
        if (!found.isEmpty())
            m_tree->expand(found.first());
    });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_proxy, signal, this, &CataloguePane::tellWhatMatches);
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &CataloguePane::tellWhatMatches);
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &above, int first, int last) {
        for (int row = first; row <= last; ++row) {
            const QModelIndex index = m_proxy->index(row, 0, above);
            if (m_model->kind(source(index)) == CatalogueNode::Kind::Group && m_tree->isExpanded(above)
                && source(index).row() == 0)
                m_tree->expand(index);
        }
    });
}

QModelIndex CataloguePane::source(const QModelIndex &index) const
{
    return m_proxy->mapToSource(index);
}

void CataloguePane::refresh()
{
    m_model->refresh();
}

void CataloguePane::clear()
{
    m_model->clear();
}

void CataloguePane::startFiltering()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void CataloguePane::filter(const QString &text)
{
    const QString words = text.trimmed();
    if (!words.isEmpty() && !m_filtered)
        rememberExpanded({});
    if (!words.isEmpty())
        m_model->fetchSchemas();
    const bool cleared = std::exchange(m_filtered, !words.isEmpty()) && words.isEmpty();
    m_proxy->setFilterFixedString(words);
    if (!words.isEmpty())
        m_tree->expandRecursively({}, 1);
    if (cleared) {
        m_tree->collapseAll();
        for (const QPersistentModelIndex &index : std::exchange(m_expanded, {}))
            m_tree->expand(m_proxy->mapFromSource(index));
    }
    tellWhatMatches();
}

void CataloguePane::tellWhatMatches()
{
    m_empty->setVisible(m_filtered && m_proxy->rowCount() == 0);
}

void CataloguePane::rememberExpanded(const QModelIndex &above)
{
    for (int row = 0; row < m_proxy->rowCount(above); ++row) {
        const QModelIndex index = m_proxy->index(row, 0, above);
        if (!m_tree->isExpanded(index))
            continue;
        m_expanded.append(source(index));
        rememberExpanded(index);
    }
}

void CataloguePane::showMenu(const QPoint &position)
{
    const QModelIndex index = source(m_tree->indexAt(position));
    const QString name = index.isValid() ? m_model->sqlName(index) : QString();
    const QString statement = m_model->selectStatement(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!statement.isEmpty())
        menu->addAction(tr("Select first 100 rows"), this, [this, statement] { Q_EMIT runRequested(statement); });
    if (!name.isEmpty()) {
        menu->addAction(tr("Insert name"), this, [this, name] { Q_EMIT insertRequested(name); });
        menu->addAction(tr("Copy name"), this, [name] { QGuiApplication::clipboard()->setText(name); });
        menu->addSeparator();
    }
    menu->addAction(tr("Refresh objects"), this, &CataloguePane::refresh);
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

} // namespace Gantry
