// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/operationsstrip.h"

#include "look/buttonkind.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/keyhint.h"
#include "look/elidedlabel.h"
#include "look/separator.h"
#include "shell/operationentry.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaximumEntries = 4;
constexpr int EntryWidth = 300;
constexpr int AroundEntries = 230;

} // namespace

OperationsStrip::OperationsStrip(OperationModel *model, QAction *toggle, QWidget *parent)
    : Surface(Kind::Chrome, parent)
    , m_model(model)
    , m_toggle(toggle)
    , m_button(new QPushButton(this))
    , m_nothing(new ElidedLabel(tr("Nothing has run yet. Every action is listed here with its shell command."), this))
{
    setObjectName(u"operationsStrip"_s);
    setLines(Qt::TopEdge);
    setFixedHeight(Fonts::scaled(37));
    m_button->setObjectName(u"operationsToggle"_s);
    setButtonKind(m_button, ButtonKind::Ghost, true);
    m_button->setText(tr("Operations"));
    m_button->setAccessibleName(tr("Show operations"));
    m_button->setFocusPolicy(Qt::TabFocus);
    m_nothing->setLook(12);
    m_nothing->setTone(Tone::Muted);
    m_nothing->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(9, 1, 16, 0);
    layout->setSpacing(12);
    layout->addWidget(m_button);
    layout->addSpacing(4);
    layout->addWidget(m_nothing, 1);
    for (int i = 0; i < MaximumEntries; ++i) {
        auto *separator = new Separator(Qt::Vertical, this);
        auto *entry = new OperationEntry(this);
        layout->addWidget(separator);
        layout->addWidget(entry);
        separator->hide();
        entry->hide();
        m_separators.append(separator);
        m_entries.append(entry);
        connect(entry, &OperationEntry::chosen, this, &OperationsStrip::chosen);
    }
    layout->addStretch(1);
    layout->addWidget(new KeyHint(toggle->shortcut(), this));

    connect(m_button, &QPushButton::clicked, toggle, &QAction::trigger);
    const auto turn
        = [this] { m_button->setIcon(symbolIcon(m_toggle->isChecked() ? u"chevron-down"_s : u"chevron-right"_s)); };
    connect(toggle, &QAction::toggled, this, turn);
    turn();
    m_clock.setInterval(500);
    connect(&m_clock, &QTimer::timeout, this, &OperationsStrip::refresh);
    connect(model, &QAbstractItemModel::rowsInserted, this, &OperationsStrip::refresh);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &OperationsStrip::refresh);
    connect(model, &QAbstractItemModel::dataChanged, this, &OperationsStrip::refresh);
    refresh();
}

int OperationsStrip::capacity() const
{
    return std::clamp((width() - Fonts::scaled(AroundEntries)) / Fonts::scaled(EntryWidth), 1, MaximumEntries);
}

void OperationsStrip::refresh()
{
    const int shown = std::min(m_model->rowCount(), capacity());
    bool running = false;
    for (int i = 0; i < MaximumEntries; ++i) {
        OperationEntry *entry = m_entries.at(i);
        entry->setVisible(i < shown);
        m_separators.at(i)->setVisible(i > 0 && i < shown);
        if (i >= shown)
            continue;
        Operation *operation = m_model->operation(m_model->index(i));
        entry->setOperation(operation);
        running = running || operation->isRunning();
    }
    m_nothing->setVisible(shown == 0);
    if (running != m_clock.isActive())
        running ? m_clock.start() : m_clock.stop();
}

void OperationsStrip::resizeEvent(QResizeEvent *event)
{
    Surface::resizeEvent(event);
    refresh();
}

} // namespace Gantry
