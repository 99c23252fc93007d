// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/resultpane.h"

#include "console/resultfooter.h"
#include "console/resultview.h"
#include "console/valueview.h"
#include "engine/onanswer.h"
#include "items/humanize.h"
#include "look/elidedlabel.h"
#include "look/fonts.h"
#include "look/oneline.h"
#include "look/separator.h"
#include "postgres/clipboardtext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <algorithm>

namespace Gantry {

namespace {

constexpr int StatisticsPause = 60;
/// Of a grid that has them, however low the pane is.
constexpr int FewestRows = 2;
/// By which it is known whether a result is too wide; what is being read is not turned about later.
constexpr int EnoughRows = 100;

/// Tells when it has another room to share out.
class ResizedSplitter : public QSplitter
{
public:
    ResizedSplitter(std::function<void()> resized, QWidget *parent)
        : QSplitter(Qt::Vertical, parent)
        , m_resized(std::move(resized))
    {
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QSplitter::resizeEvent(event);
        m_resized();
    }

private:
    std::function<void()> m_resized;
};

/// As far in as the title above the grid.
class Remarks : public QPlainTextEdit
{
public:
    explicit Remarks(QWidget *parent)
        : QPlainTextEdit(parent)
    {
        setReadOnly(true);
        setUndoRedoEnabled(false);
        setFrameShape(QFrame::NoFrame);
        setFont(Fonts::mono(12));
        setTabChangesFocus(true);
        setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        document()->setDocumentMargin(8);
        setViewportMargins(10, 0, 4, 0);
        setMinimumSize(1, 1);
    }
};

} // namespace

ResultPane::ResultPane(std::shared_ptr<QueryResult> result, QWidget *parent)
    : QWidget(parent)
    , m_result(std::move(result))
    , m_title(new ElidedLabel({}, this))
    , m_view(new ResultView(this))
    , m_value(new ValueView(this))
    , m_split(new QSplitter(Qt::Horizontal, this))
    , m_parts(new ResizedSplitter([this] { divide(); }, this))
    , m_remarks(new Remarks(this))
    , m_footer(new ResultFooter(this))
{
    build();
    connect(m_result.get(), &QueryResult::rowsAppended, this, [this] {
        const GridContent *content = m_view->content();
        m_view->setRowCount(content->rowsOf(m_result->rowCount()));
        chooseDisplay();
        updateTexts();
    });
    connect(m_result.get(), &QueryResult::columnsChanged, m_view, &ResultView::updateColumns);
    connect(m_result.get(), &QueryResult::cancelling, this, &ResultPane::updateTexts);
    connect(m_result.get(), &QueryResult::finished, this, [this] {
        m_clock.stop();
        chooseDisplay();
        m_choosing = false;
        updateTexts();
    });
    connect(m_view, &ResultView::copyRequested, this,
            [this](bool headers) { copy(headers ? CopyKind::WithHeaders : CopyKind::Cells); });
    connect(m_view, &ResultView::menuRequested, this, &ResultPane::menuRequested);
    connect(m_view, &ResultView::valueRequested, this, &ResultPane::showValue);
    connect(m_view, &ResultView::currentChanged, this, [this] {
        if (m_value->isVisible())
            showValue();
    });
    connect(m_view, &ResultView::selectionChanged, &m_statisticsPause, qOverload<>(&QTimer::start));
    connect(m_value, &ValueView::closeRequested, this, &ResultPane::hideValue);

    m_statisticsPause.setSingleShot(true);
    m_statisticsPause.setInterval(StatisticsPause);
    connect(&m_statisticsPause, &QTimer::timeout, this, &ResultPane::startStatistics);
    m_clock.setInterval(100);
    connect(&m_clock, &QTimer::timeout, this, &ResultPane::updateTexts);
    if (m_result->state() == QueryResult::State::Running)
        m_clock.start();
    showContent();
    updateTexts();
}

ResultPane::~ResultPane()
{
    if (m_statisticsCancelled)
        *m_statisticsCancelled = true;
}

void ResultPane::build()
{
    m_title->setLook(13, QFont::DemiBold);
    m_title->setContentsMargins(18, 0, 16, 0);
    m_title->setFixedHeight(Fonts::scaled(34));
    m_title->setObjectName(QStringLiteral("resultTitle"));
    m_title->setElideMode(Qt::ElideRight);
    m_remarks->setObjectName(QStringLiteral("resultRemarks"));
    m_remarks->setAccessibleName(tr("Remarks"));
    m_view->setMinimumSize(1, 1);
    m_value->hide();
    m_split->addWidget(m_view);
    m_split->addWidget(m_value);
    m_split->setChildrenCollapsible(false);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    m_parts->addWidget(m_split);
    m_parts->addWidget(m_remarks);
    m_parts->setChildrenCollapsible(false);
    m_parts->setObjectName(QStringLiteral("resultParts"));
    connect(m_parts, &QSplitter::splitterMoved, this, [this] { m_userDivided = true; });
    setFocusProxy(m_view);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(m_parts, 1);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    layout->addWidget(m_footer);
}

void ResultPane::updateTexts()
{
    m_title->setText(m_result->title());
    showFrame();
    const QString remarks = visible(m_result->footers().join(QLatin1Char('\n')));
    if (m_remarks->toPlainText() != remarks)
        m_remarks->setPlainText(remarks);
    m_remarks->setVisible(!remarks.isEmpty());
    m_footer->showResult(*m_result);
    divide();
}

void ResultPane::showFrame()
{
    // The editor says the title as well, and the tab how many there are: rows come first where there is room for few.
    const int rows = m_view->heightOfRows(FewestRows, width());
    const int footer = m_footer->sizeHint().height();
    m_title->setVisible(!m_result->title().isEmpty() && height() > 3 * (rows + m_title->height() + footer) / 2);
    m_footer->setVisible(height() > rows + footer);
}

void ResultPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showFrame();
}

void ResultPane::divide()
{
    const int room = m_parts->height() - m_parts->handleWidth();
    if (m_result->footers().isEmpty() || m_userDivided || room <= 0)
        return;
    // Its document counts lines, wrapped ones as well.
    const QTextDocument *document = m_remarks->document();
    const int lines = int(document->size().height()) * m_remarks->fontMetrics().lineSpacing();
    const int remarks = lines + 2 * int(document->documentMargin()) + 2;
    // Not the view's own width: on the way to the screen it comes to it later.
    const int width = m_value->isVisible() ? m_view->width() : m_parts->width();
    const int all = m_view->heightOfRows(m_view->rowCount(), width);
    const int few = m_view->heightOfRows(std::min<qint64>(FewestRows, m_view->rowCount()), width);
    const int grid = std::clamp(std::max(room - remarks, std::min(all, std::max(room / 2, few))), 1, room - 1);
    m_parts->setSizes({grid, room - grid});
}

void ResultPane::showContent()
{
    std::shared_ptr<GridContent> content;
    if (m_expanded)
        content = std::make_shared<ExpandedContent>(m_result->store());
    else
        content = std::make_shared<PlainContent>(m_result->store());
    const qint64 rows = content->rowsOf(m_result->rowCount());
    m_view->setContent(std::move(content), rows);
}

void ResultPane::expandWhenTooWide()
{
    m_choosing = true;
    chooseDisplay();
}

void ResultPane::chooseDisplay()
{
    if (!m_choosing || m_result->rowCount() == 0)
        return;
    // A pane behind others has no size of its own yet.
    if (!m_view->fits(std::max(parentWidget() ? parentWidget()->width() : 0, width())))
        setExpanded(true);
    if (m_result->rowCount() >= EnoughRows || hasSelection() || m_view->current().isValid())
        m_choosing = false;
}

void ResultPane::setExpanded(bool expanded)
{
    m_choosing = false;
    if (m_expanded == expanded)
        return;
    m_expanded = expanded;
    hideValue();
    showContent();
}

bool ResultPane::hasSelection() const
{
    return !m_view->selection().isEmpty();
}

void ResultPane::showNote(const QString &note)
{
    // What was selected before and has no figures does not take the note away.
    if (m_view->selection().cells() < 2)
        m_statisticsPause.stop();
    m_footer->showNote(note);
}

void ResultPane::toggleValue()
{
    if (m_value->isVisible())
        hideValue();
    else
        showValue();
}

void ResultPane::showValue()
{
    const ResultView::Cell current = m_view->current();
    if (!current.isValid())
        return;
    CellSelection cell;
    cell.set({current.row, current.row, current.column, current.column});
    const QList<ClipboardText::Range> ranges = m_view->content()->storeRanges(cell);
    if (ranges.isEmpty())
        return;
    m_value->showValue(m_result->store(), ranges.first().firstRow, ranges.first().firstColumn);
    m_value->setVisible(true);
}

void ResultPane::hideValue()
{
    if (!m_value->isVisible())
        return;
    m_value->setVisible(false);
    m_value->clear();
    m_view->setFocus();
}

void ResultPane::startStatistics()
{
    if (m_statisticsCancelled)
        *m_statisticsCancelled = true;
    const CellSelection &selection = m_view->selection();
    if (selection.cells() < 2) {
        m_footer->showStatistics({});
        return;
    }
    if (selection.cells() > 100'000)
        m_footer->showNote(tr("%L1 cells, adding up…").arg(selection.cells()));
    m_statisticsCancelled = std::make_shared<std::atomic<bool>>(false);
    onAnswer(QtConcurrent::run(
                 [store = m_result->store(), ranges = m_view->content()->storeRanges(selection),
                  cancelled = m_statisticsCancelled] { return SelectionStatistics::of(*store, ranges, *cancelled); }),
             this, [this, cancelled = m_statisticsCancelled](const SelectionStatistics &statistics) {
                 if (!*cancelled)
                     m_footer->showStatistics(statistics);
             });
}

void ResultPane::copyCells()
{
    copy(CopyKind::Cells);
}

void ResultPane::copyWithHeaders()
{
    copy(CopyKind::WithHeaders);
}

void ResultPane::copyRows()
{
    copy(CopyKind::Rows);
}

void ResultPane::copy(CopyKind kind)
{
    CellSelection selection = m_view->selection();
    if (selection.isEmpty()) {
        if (!m_view->current().isValid())
            return;
        const ResultView::Cell current = m_view->current();
        selection.set({current.row, current.row, current.column, current.column});
    }
    if (kind == CopyKind::Rows) {
        CellSelection rows;
        for (const auto &run : selection.rowRuns())
            rows.begin({run.first, run.second, 0, m_view->columnCount() - 1});
        selection = rows;
    }
    const QList<ClipboardText::Range> ranges = m_view->content()->storeRanges(selection);
    const auto store = m_result->store();
    qint64 cells = 0;
    for (const ClipboardText::Range &range : ranges)
        cells += (range.lastRow - range.firstRow + 1) * (range.lastColumn - range.firstColumn + 1);
    const double share = double(cells) / double(std::max<qint64>(1, store->rowCount() * store->columnCount()));
    const auto estimate = qint64(share * double(store->textBytes())) + cells;
    if (estimate > ClipboardText::Largest) {
        m_footer->showNote(tr("The selection has about %1, too much for the clipboard. Export it instead.")
                               .arg(Humanize::sizeText(estimate)));
        return;
    }
    onAnswer(QtConcurrent::run([store, ranges, kind] {
                 return kind == CopyKind::WithHeaders ? ClipboardText::withHeaders(*store, ranges)
                                                      : ClipboardText::cells(*store, ranges);
             }),
             this, [this, cells](const QString &text) {
                 QGuiApplication::clipboard()->setText(text);
                 if (cells > 1)
                     m_footer->showNote(tr("%L1 cells copied").arg(cells));
             });
}

} // namespace Gantry
