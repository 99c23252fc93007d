// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commandpalette.h"

#include "look/fonts.h"
#include "look/label.h"
#include "look/paint.h"
#include "look/searchfield.h"
#include "look/tokens.h"
#include "shell/palettedelegate.h"
#include "shell/palettemodel.h"
#include "shell/palettesources.h"
#include "shell/workbench.h"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 640;
constexpr int VisibleRows = 11;
constexpr int Top = 48;

} // namespace

CommandPalette::CommandPalette(const Workbench *workbench, QWidget *window)
    : QFrame(window)
    , m_workbench(workbench)
    , m_model(new PaletteModel(this))
    , m_field(new SearchField(tr("Go to or run anything"), this))
    , m_list(new QListView(this))
    , m_nothing(new Label(tr("Nothing has that name."), this))
{
    setObjectName(u"commandPalette"_s);
    setAccessibleName(tr("Go to or run anything"));
    m_field->setObjectName(u"paletteField"_s);
    m_field->setAccessibleName(tr("Go to or run anything"));
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("Matches"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_nothing->setTone(Tone::Muted);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_field);
    layout->addWidget(m_nothing);
    layout->addWidget(m_list);
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(32);
    shadow->setOffset(0, 8);
    shadow->setColor(QColor(0, 0, 0, 70));
    setGraphicsEffect(shadow);

    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    hide();
}

void CommandPalette::open()
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_model->setItems(items());
    m_field->clear();
    search({});
    show();
    raise();
    place();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

QList<PaletteItem> CommandPalette::items() const
{
    QList<PaletteItem> result;
    QSet<QString> own;
    for (const ActionRegistry *registry : m_own) {
        result += ActionSource(registry).items();
        const QList<QAction *> actions = registry->actions();
        for (const QAction *action : actions)
            own.insert(ActionRegistry::plainText(action->text()));
    }
    for (const auto &source : m_workbench->paletteSources()) {
        QList<PaletteItem> items = source->items();
        items.removeIf([&own](const PaletteItem &item) { return item.isAction && own.contains(item.title); });
        result += items;
    }
    return result;
}

void CommandPalette::dismiss()
{
    if (!isVisible())
        return;
    const QPointer<QWidget> before = std::exchange(m_before, nullptr);
    const bool hadFocus = m_field->hasFocus();
    hide();
    if (before && hadFocus)
        before->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::search(const QString &text)
{
    m_model->setPattern(text);
    const bool any = m_model->rowCount() > 0;
    if (any)
        m_list->setCurrentIndex(m_model->index(0, 0));
    m_nothing->setVisible(!any);
    m_list->setVisible(any);
    place();
}

void CommandPalette::move(int steps)
{
    const int rows = m_model->rowCount();
    if (rows == 0)
        return;
    const int row = std::clamp(m_list->currentIndex().row() + steps, 0, rows - 1);
    m_list->setCurrentIndex(m_model->index(row, 0));
}

void CommandPalette::runCurrent()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const PaletteItem item = m_model->item(index.row());
    if (!item.enabled)
        return;
    dismiss();
    if (item.run)
        item.run();
}

void CommandPalette::place()
{
    const QWidget *window = parentWidget();
    const int width = std::min(Fonts::scaled(Width), window->width() - 32);
    const int rowHeight = PaletteDelegate::rowHeight();
    const int available = (window->height() - Top - 80) / rowHeight;
    const int rows = std::clamp(m_model->rowCount(), 1, std::max(1, std::min(VisibleRows, available)));
    m_list->setFixedHeight(rows * rowHeight);
    m_nothing->setFixedHeight(rowHeight);
    setGeometry((window->width() - width) / 2, Top, width, layout()->sizeHint().height());
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return QFrame::eventFilter(watched, event);
    }
    if (event->type() == QEvent::FocusOut) {
        // A menu or another program may take the keyboard for a moment; another widget of the window ends it.
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            dismiss();
        return false;
    }
    if (event->type() == QEvent::ShortcutOverride) {
        // While the palette is open its keys are its own, also those that are shortcuts of the window.
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_PageDown:
        move(VisibleRows - 1);
        return true;
    case Qt::Key_PageUp:
        move(1 - VisibleRows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Escape:
        dismiss();
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true;
    default:
        return false;
    }
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Tokens::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawRounded(&painter, rect(), 10, tokens.base, tokens.lineStrong);
}

} // namespace Gantry
