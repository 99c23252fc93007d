// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/operationspanel.h"

#include "items/humanize.h"
#include "look/actionbutton.h"
#include "look/card.h"
#include "look/currentrow.h"
#include "look/elidedlabel.h"
#include "look/fonts.h"
#include "look/label.h"
#include "look/oneline.h"
#include "shell/commandlabel.h"
#include "shell/operationdelegate.h"
#include "shell/operationentry.h"
#include "shell/workbench.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QListView>
#include <QPlainTextEdit>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaximumLines = 20'000;
constexpr int TitleWidth = 300;
constexpr int BesideTitle = 44; ///< margins and gaps
/// Title, two lines of a command and three of its output.
constexpr int LeastHeight = 200;
/// Below, a command gets two lines.
constexpr int LowHeight = 260;
constexpr int LeastOutputLines = 3;

/// Holds a text that is seen in full: as high as it needs, and scrolled where there is less room.
class TextArea : public QScrollArea
{
public:
    TextArea(QLabel *text, QWidget *parent)
        : QScrollArea(parent)
        , m_text(text)
    {
        setFrameShape(QFrame::NoFrame);
        setFocusPolicy(Qt::NoFocus);
        setWidgetResizable(true);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Maximum);
        setWidget(text);
    }

    QSize sizeHint() const override { return {1, m_text->heightForWidth(width())}; }
    QSize minimumSizeHint() const override
    {
        return {1, std::min(sizeHint().height(), 2 * m_text->fontMetrics().lineSpacing())};
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QScrollArea::resizeEvent(event);
        if (event->oldSize().width() != event->size().width())
            updateGeometry();
    }

private:
    QLabel *m_text;
};

} // namespace

void OperationsPanel::registerActions(Workbench *workbench)
{
    ActionRegistry *actions = workbench->actions();
    using Menu = ActionRegistry::Menu;
    actions->add({u"operations.cancel"_s,
                  Menu::Tools,
                  tr("Cancel operation"),
                  tr("Cancel the chosen operation"),
                  u"close"_s,
                  {},
                  true,
                  tr("Cancel")});
    actions->add({u"operations.copy"_s,
                  Menu::Tools,
                  tr("Copy the operation's command"),
                  tr("Copy the shell command of the chosen operation"),
                  u"copy"_s,
                  {},
                  false,
                  tr("Copy command")});
    actions->add({u"operations.retry"_s,
                  Menu::Tools,
                  tr("Retry operation"),
                  tr("Run the chosen operation again"),
                  u"restart"_s,
                  {},
                  false,
                  tr("Retry")});
    actions->add({u"operations.clear"_s,
                  Menu::Tools,
                  tr("Clear ended operations"),
                  tr("Remove the ended operations from the list"),
                  u"remove"_s,
                  {},
                  false,
                  tr("Clear ended")});
}

OperationsPanel::OperationsPanel(Workbench *workbench, OperationModel *model, QWidget *parent)
    : Surface(Kind::Base, parent)
    , m_workbench(workbench)
    , m_model(model)
    , m_list(new QListView(this))
    , m_detail(new QWidget(this))
    , m_title(new ElidedLabel({}, m_detail))
    , m_command(new CommandLabel(m_detail))
    , m_result(new ElidedLabel({}, m_detail))
    , m_error(new Label(m_detail))
    , m_errorArea(new TextArea(m_error, m_detail))
    , m_output(new QPlainTextEdit(m_detail))
{
    setObjectName(u"operationsPanel"_s);
    setMinimumHeight(leastHeight());
    m_list->setObjectName(u"operations"_s);
    m_list->setAccessibleName(tr("Operations"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(model);
    m_list->setItemDelegate(new OperationDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumWidth(Fonts::scaled(260));

    m_title->setObjectName(u"operationTitle"_s);
    m_title->setLook(15, QFont::DemiBold);
    m_result->setObjectName(u"operationResult"_s);
    m_result->setTone(Tone::Muted);
    m_error->setObjectName(u"operationError"_s);
    m_error->setTone(Tone::Error);
    m_error->setWordWrap(true);
    m_error->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_command->setObjectName(u"operationCommand"_s);
    m_output->setObjectName(u"operationOutput"_s);
    m_output->setAccessibleName(tr("Output"));
    m_output->setReadOnly(true);
    m_output->setFrameShape(QFrame::NoFrame);
    m_output->setFont(Fonts::mono(12));
    m_output->setMaximumBlockCount(MaximumLines);
    m_output->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_output->setWordWrapMode(QTextOption::WrapAnywhere);
    m_output->setTabChangesFocus(true);
    m_output->setUndoRedoEnabled(false);
    m_output->hide();

    m_commandCard = new Card(Card::Kind::Sunken, m_detail);
    auto *commandLayout = new QHBoxLayout(m_commandCard);
    commandLayout->setContentsMargins(12, 6, 12, 6);
    commandLayout->addWidget(m_command);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    ActionRegistry *actions = workbench->actions();
    for (const QString &id : {u"operations.cancel"_s, u"operations.copy"_s, u"operations.retry"_s})
        m_buttons.append(new ActionButton(actions->action(id), ButtonKind::Outlined, m_detail));
    m_buttons.append(new ActionButton(actions->action(u"operations.clear"_s), ButtonKind::Ghost, m_detail));
    for (ActionButton *button : std::as_const(m_buttons)) {
        buttons->addWidget(button);
        m_buttonsWidth += button->sizeHint().width() + buttons->spacing();
    }
    auto *titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(m_title);
    titles->addWidget(m_result);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_result->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    head->addLayout(titles, 1);
    head->addLayout(buttons);
    auto *lines = new QVBoxLayout(m_detail);
    lines->setContentsMargins(20, 12, 12, 12);
    lines->setSpacing(8);
    lines->addLayout(head);
    lines->addWidget(m_commandCard);
    lines->addWidget(m_errorArea);
    lines->addWidget(m_output, 1);
    lines->addStretch(0); // while there is no output

    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(u"operationsSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({400, 600});
    workbench->state()->track(splitter, u"operations/splitter"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);

    m_flush.setSingleShot(true);
    m_flush.setInterval(50);
    connect(&m_flush, &QTimer::timeout, this, &OperationsPanel::flushOutput);
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        m_list->viewport()->update();
        refresh();
    });
    letCurrentFollowSelection(m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { show(m_model->operation(index)); });
    connect(model, &QAbstractItemModel::rowsInserted, this, &OperationsPanel::chooseNewest);
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this] {
        if (!m_current)
            show(m_model->operation(m_list->currentIndex()));
        refresh();
    });
    connect(model, &QAbstractItemModel::dataChanged, this, &OperationsPanel::refresh);
    connect(actions->action(u"operations.cancel"_s), &QAction::triggered, this, [this] {
        if (m_current)
            m_current->cancel();
    });
    connect(actions->action(u"operations.copy"_s), &QAction::triggered, this, [this] {
        if (m_current)
            QApplication::clipboard()->setText(m_current->commandLine());
    });
    connect(actions->action(u"operations.retry"_s), &QAction::triggered, this, [this] {
        if (!m_current)
            return;
        const int before = m_model->rowCount();
        m_current->retry();
        if (m_model->rowCount() > before)
            m_list->setCurrentIndex(m_model->index(0)); // what is tried again, not what failed
    });
    connect(actions->action(u"operations.clear"_s), &QAction::triggered, workbench->operations(),
            &OperationLog::clearEnded);
    if (model->rowCount() > 0)
        m_list->setCurrentIndex(model->index(0));
    m_detail->installEventFilter(this);
    refresh();
}

int OperationsPanel::leastHeight()
{
    return Fonts::scaled(LeastHeight);
}

bool OperationsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_detail && event->type() == QEvent::Resize) {
        fitButtons();
        m_command->setMostLines(m_detail->height() < Fonts::scaled(LowHeight) ? 2 : CommandLabel::MostLines);
    }
    return Surface::eventFilter(watched, event);
}

void OperationsPanel::fitButtons()
{
    // The sentence below the title is ours, and is read whole.
    const int sentence = m_result->sizeHint().width() + Fonts::scaled(BesideTitle);
    const bool iconOnly = m_detail->width() - m_buttonsWidth < std::max(Fonts::scaled(TitleWidth), sentence);
    for (ActionButton *button : std::as_const(m_buttons))
        button->setIconOnly(iconOnly);
}

QWidget *OperationsPanel::focusTarget() const
{
    return m_list;
}

void OperationsPanel::choose(Operation *operation)
{
    const int row = m_model->rowOf(operation);
    if (row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

void OperationsPanel::showEvent(QShowEvent *event)
{
    Surface::showEvent(event);
    refresh();
}

void OperationsPanel::hideEvent(QHideEvent *event)
{
    Surface::hideEvent(event);
    m_clock.stop();
}

void OperationsPanel::chooseNewest()
{
    // What was just started is shown, unless the user is reading another one.
    if (!m_current || !m_list->hasFocus())
        m_list->setCurrentIndex(m_model->index(0));
    refresh();
}

void OperationsPanel::show(Operation *operation)
{
    if (operation == m_current)
        return;
    if (m_current)
        m_current->disconnect(this);
    m_current = operation;
    m_pendingOutput.clear();
    m_output->setPlainText(operation ? visible(operation->output()) : QString());
    m_output->moveCursor(QTextCursor::End);
    m_output->setVisible(operation && !operation->output().isEmpty());
    if (operation)
        connect(operation, &Operation::outputAppended, this, &OperationsPanel::appendOutput);
    refresh();
}

void OperationsPanel::refresh()
{
    ActionRegistry *actions = m_workbench->actions();
    const Operation *operation = m_current;
    const QString none = tr("No operation is chosen.");
    actions->setAvailable(u"operations.copy"_s, operation, none);
    actions->setAvailable(u"operations.cancel"_s,
                          operation && operation->canCancel() && operation->state() == Operation::State::Running,
                          !operation                                               ? none
                              : !operation->isRunning()                            ? tr("It has ended.")
                              : operation->state() == Operation::State::Cancelling ? tr("It is being cancelled.")
                                                                                   : tr("It cannot be cancelled."));
    actions->setAvailable(u"operations.retry"_s, operation && operation->canRetry(),
                          !operation                   ? none
                              : operation->isRunning() ? tr("It still runs.")
                                                       : tr("It cannot be run again from here."));
    const qsizetype running = m_workbench->operations()->running().size();
    actions->setAvailable(u"operations.clear"_s, m_model->rowCount() > running, tr("No operation has ended."));
    m_detail->setEnabled(operation);
    m_title->setText(operation ? operation->title() : tr("Nothing has run yet"));
    m_command->setText(operation ? operation->commandLine() : QString());
    m_commandCard->setVisible(operation);
    m_error->setText(operation ? operation->error() : QString());
    m_errorArea->setVisible(!m_error->text().isEmpty());
    // An error comes first.
    const int lines = LeastOutputLines * m_output->fontMetrics().lineSpacing();
    m_output->setMinimumHeight(m_error->text().isEmpty() ? lines + 2 * int(m_output->document()->documentMargin()) : 1);
    m_errorArea->updateGeometry();
    m_result->setText(operation ? tr("%1, started at %2", "how an operation goes, and a time")
                                      .arg(OperationEntry::words(OperationModel::resultText(*operation), *operation),
                                           QLocale().toString(operation->started().time(), QLocale::LongFormat))
                                : tr("Every action is listed here with its shell command."));
    fitButtons();
    const bool ticks = running > 0 && isVisible();
    if (ticks != m_clock.isActive())
        ticks ? m_clock.start() : m_clock.stop();
}

void OperationsPanel::appendOutput(const QString &text)
{
    m_pendingOutput += text;
    if (!m_flush.isActive())
        m_flush.start();
}

void OperationsPanel::flushOutput()
{
    if (m_pendingOutput.isEmpty())
        return;
    m_output->show();
    QScrollBar *bar = m_output->verticalScrollBar();
    const bool follow = bar->value() >= bar->maximum() - 2;
    QTextCursor cursor(m_output->document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(visible(std::exchange(m_pendingOutput, {})));
    if (follow)
        bar->setValue(bar->maximum());
}

} // namespace Gantry
