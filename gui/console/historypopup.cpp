// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/historypopup.h"

#include "items/historymodel.h"
#include "look/fonts.h"
#include "look/label.h"
#include "look/searchfield.h"
#include "look/treeview.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Gantry {

HistoryPopup::HistoryPopup(SqlHistory *history, const QString &database, QWidget *parent)
    : QDialog(parent)
    , m_database(database)
    , m_model(new HistoryModel(history, this))
    , m_search(new SearchField(tr("Search the history"), this))
    , m_onlyHere(new QCheckBox(tr("Only this database"), this))
    , m_list(new TreeView(this))
    , m_empty(new Label(tr("Nothing was run that matches."), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(tr("SQL history"));
    setObjectName(u"sqlHistory"_s);
    m_search->setAccessibleName(tr("Search the history"));
    m_search->setObjectName(u"historySearch"_s);
    m_onlyHere->setObjectName(u"historyOnlyHere"_s);
    m_list->setAccessibleName(tr("SQL history"));
    m_list->setObjectName(u"historyList"_s);
    m_list->setModel(m_model);
    m_list->setHeaderHidden(true);
    m_list->setGroups(false);
    m_list->setUniformRowHeights(true);
    m_list->setRowHeights(28, 28);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_empty->setTone(Tone::Faint);
    m_empty->setContentsMargins(20, 8, 12, 8);
    m_empty->hide();

    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 12, 12, 0);
    head->setSpacing(12);
    head->addWidget(m_search, 1);
    head->addWidget(m_onlyHere);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 8);
    layout->addLayout(head);
    layout->addWidget(m_empty);
    layout->addWidget(m_list, 1);
    resize(Fonts::scaled(720), Fonts::scaled(440));

    connect(m_search, &QLineEdit::textChanged, this, &HistoryPopup::search);
    connect(m_onlyHere, &QCheckBox::toggled, this, &HistoryPopup::search);
    connect(m_list, &QAbstractItemView::activated, this, &HistoryPopup::choose);
    connect(m_model, &HistoryModel::searched, this, [this] {
        m_list->setCurrentIndex(m_model->index(0, 0));
        m_empty->setVisible(m_model->rowCount() == 0);
    });
    m_search->installEventFilter(this);
    m_search->setFocus();
    search();
}

void HistoryPopup::search()
{
    m_model->search(m_search->text(), m_onlyHere->isChecked() ? m_database : QString());
}

void HistoryPopup::choose()
{
    const QString statement = m_model->statement(m_list->currentIndex().row());
    if (statement.isEmpty())
        return;
    Q_EMIT chosen(statement);
    accept();
}

bool HistoryPopup::eventFilter(QObject *watched, QEvent *event)
{
    // The list is moved through while the cursor stays in the field.
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int row = m_list->currentIndex().row();
        switch (key->key()) {
        case Qt::Key_Up:
            m_list->setCurrentIndex(m_model->index(std::max(0, row - 1), 0));
            return true;
        case Qt::Key_Down:
            m_list->setCurrentIndex(m_model->index(std::min(m_model->rowCount() - 1, row + 1), 0));
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose();
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace Gantry
