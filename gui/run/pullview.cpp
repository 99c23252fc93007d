// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/pullview.h"

#include "look/fonts.h"
#include "look/label.h"
#include "look/tableview.h"
#include "operations/operation.h"
#include "run/pulllayermodel.h"

#include <QHeaderView>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int LayerRowHeight = 24;
/// Beyond, the list scrolls.
constexpr int MostLayersShown = 6;

} // namespace

PullView::PullView(QWidget *parent)
    : QWidget(parent)
    , m_words(new Label(this))
    , m_bar(new QProgressBar(this))
    , m_model(new PullLayerModel(this))
    , m_table(new TableView(this))
{
    m_words->setObjectName(u"pullWords"_s);
    m_words->setWordWrap(true);
    m_bar->setObjectName(u"pullBar"_s);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 100);
    m_table->setObjectName(u"pullLayers"_s);
    m_table->setAccessibleName(tr("Layers"));
    m_table->setModel(m_model);
    m_table->setRowHeight(LayerRowHeight);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_words);
    layout->addWidget(m_bar);
    layout->addWidget(m_table);
}

void PullView::setOperation(const Operation *operation)
{
    clear();
    connect(operation, &Operation::changed, this, [this, operation] { follow(*operation); });
    follow(*operation);
}

void PullView::follow(const Operation &operation)
{
    m_words->setText(operation.phase());
    m_bar->setVisible(operation.isRunning());
    // Without a range it says that something goes on.
    m_bar->setRange(0, operation.percent() < 0 ? 0 : 100);
    m_bar->setValue(std::max(0, operation.percent()));
}

void PullView::setLayers(const PullProgress &progress)
{
    m_model->setLayers(progress.layers());
    const int rows = std::min(m_model->rowCount(), MostLayersShown);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * Fonts::scaled(LayerRowHeight)
                            + 2);
    m_table->setVisible(rows > 0);
}

void PullView::clear()
{
    m_model->clear();
    m_table->hide();
    m_words->setText({});
}

} // namespace Gantry
