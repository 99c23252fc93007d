// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/resultview.h"

#include "console/resultaccessible.h"
#include "console/resultcolumnsmodel.h"
#include "console/resultheader.h"
#include "look/fonts.h"

#include <QAccessible>
#include <QEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <numeric>

namespace Gantry {

namespace {
constexpr int FrameMilliseconds = 16;
/// The widths of columns are chosen by so many rows, and by fewer where there are many columns.
constexpr qint64 RowsForWidths = 200;
constexpr qint64 CellsForWidths = 20000;

/// As wide as a column becomes while others need the room.
int widestByItself()
{
    return Fonts::scaled(360);
}
} // namespace

ResultView::ResultView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_columns(new ResultColumnsModel(this))
    , m_header(new ResultHeader(this))
    , m_rows(Fonts::scaled(28))
{
    ResultAccessible::install();
    setObjectName(QStringLiteral("results"));
    setAccessibleName(tr("Results"));
    setProperty("paintsFocus", true); // around the current cell
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setLayoutDirection(Qt::LeftToRight);
    setContextMenuPolicy(Qt::DefaultContextMenu);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    viewport()->setMouseTracking(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);

    m_header->setModel(m_columns);
    connect(m_header, &ResultHeader::columnPressed, this, &ResultView::pressHeader);
    connect(m_header, &QHeaderView::sectionHandleDoubleClicked, this, &ResultView::fitColumn);
    connect(m_header, &QHeaderView::sectionResized, this, [this](int column) {
        if (!m_fitting) {
            m_userSized.insert(column);
            updateScrollBars();
        }
        viewport()->update();
    });

    m_autoScroll.setInterval(40);
    connect(&m_autoScroll, &QTimer::timeout, this, &ResultView::autoScroll);
    m_frame.setSingleShot(true);
    m_frame.setInterval(FrameMilliseconds);
    connect(&m_frame, &QTimer::timeout, this, [this] {
        if (m_knownRows != m_rows.rows()) {
            applyRowCount();
            m_frame.start();
        }
    });
    updateGeometries();
}

ResultView::~ResultView() = default;

void ResultView::setContent(std::shared_ptr<const GridContent> content, qint64 rows)
{
    m_frame.stop();
    m_content = std::move(content);
    m_current = {};
    m_anchor = {};
    m_selection.clear();
    m_drag = Drag::None;
    m_autoScroll.stop();
    m_userSized.clear();
    m_measuredRows = {0, -1};
    m_fittedRows = 0;
    m_knownRows = m_content ? rows : 0;
    m_rows.setRows(m_knownRows);
    m_rows.setOffset(0);
    updateColumns();
    updateGeometries();
    horizontalScrollBar()->setValue(0);
    if (QAccessible::isActive()) {
        QAccessibleTableModelChangeEvent event(this, QAccessibleTableModelChangeEvent::ModelReset);
        QAccessible::updateAccessibility(&event);
    }
    Q_EMIT currentChanged();
    Q_EMIT selectionChanged();
}

void ResultView::setRowCount(qint64 rows)
{
    m_knownRows = rows;
    if (m_frame.isActive())
        return;
    applyRowCount();
    m_frame.start();
}

void ResultView::applyRowCount()
{
    const qint64 before = m_rows.rows();
    const int gutterBefore = gutterWidth();
    m_rows.setRows(m_knownRows);
    if (m_fittedRows < RowsForWidths)
        fitColumns();
    if (gutterWidth() != gutterBefore)
        updateGeometries();
    updateScrollBars();
    if (before <= m_rows.lastVisible() || before > m_knownRows)
        viewport()->update();
    if (QAccessible::isActive() && m_knownRows > before) {
        QAccessibleTableModelChangeEvent event(this, QAccessibleTableModelChangeEvent::RowsInserted);
        event.setFirstRow(int(std::min<qint64>(before, std::numeric_limits<int>::max())));
        event.setLastRow(int(std::min<qint64>(m_knownRows - 1, std::numeric_limits<int>::max())));
        QAccessible::updateAccessibility(&event);
    }
}

void ResultView::updateColumns()
{
    QList<ResultColumn> columns;
    if (m_content) {
        for (int column = 0; column < m_content->columnCount(); ++column)
            columns.append(m_content->column(column));
    }
    m_columns->setColumns(columns);
    m_fittedRows = 0;
    fitColumns();
    m_header->viewport()->update();
}

int ResultView::columnCount() const
{
    return m_columns->columnCount();
}

QHeaderView *ResultView::header() const
{
    return m_header;
}

int ResultView::heightOfRows(qint64 rows, int width) const
{
    const bool scrolls = m_header->length() > width - gutterWidth();
    const int frame = m_header->sizeHint().height() + (scrolls ? horizontalScrollBar()->sizeHint().height() : 0);
    return int(std::min<qint64>(QWIDGETSIZE_MAX, frame + rows * m_rows.rowHeight()));
}

bool ResultView::fits(int width)
{
    if (m_rows.rows() != m_knownRows)
        applyRowCount();
    return m_neededWidth <= width - gutterWidth();
}

void ResultView::fitColumns()
{
    const int columns = columnCount();
    if (columns == 0)
        return;
    const qint64 rows = std::min({m_rows.rows(), RowsForWidths, std::max<qint64>(1, CellsForWidths / columns)});
    std::vector<int> widths = m_header->fittingWidths(0, columns - 1);
    const CellMetrics metrics;
    for (qint64 row = 0; row < rows; ++row) {
        const QList<GridCell> cells = m_content->cells(row, 0, columns - 1, 256);
        for (int column = 0; column < columns; ++column)
            widths[size_t(column)] = std::max(widths[size_t(column)], metrics.fittingWidth(cells.at(column)));
    }
    m_neededWidth = std::accumulate(widths.cbegin(), widths.cend(), 0);
    resizeColumns(widths);
    m_fittedRows = rows == std::max<qint64>(1, CellsForWidths / columns) ? RowsForWidths : rows;
    updateScrollBars();
}

void ResultView::resizeColumns(const std::vector<int> &wanted)
{
    // A long text leaves room for the others; what none of them needs it takes.
    const int most = widestByItself();
    int spare = viewport()->width() - gutterWidth();
    int longOnes = 0;
    for (int column = 0; column < columnCount(); ++column) {
        const bool own = m_userSized.contains(column);
        spare -= own ? m_header->sectionSize(column) : std::min(wanted[size_t(column)], most);
        longOnes += !own && wanted[size_t(column)] > most ? 1 : 0;
    }
    const QScopedValueRollback fitting(m_fitting, true);
    for (int column = 0; column < columnCount(); ++column) {
        if (m_userSized.contains(column))
            continue;
        int width = std::min(wanted[size_t(column)], most);
        if (wanted[size_t(column)] > most) {
            const int more = std::clamp(spare / longOnes, 0, wanted[size_t(column)] - most);
            width += more;
            spare -= more;
            --longOnes;
        }
        m_header->resizeSection(column, width);
    }
}

void ResultView::growColumns()
{
    const std::pair<qint64, qint64> rows{std::max<qint64>(0, m_rows.firstVisible()), m_rows.lastVisible()};
    const std::pair<int, int> columns = visibleColumns();
    const auto measured = std::exchange(m_measuredRows, rows);
    const bool knowsColumns = m_measuredColumns == columns;
    m_measuredColumns = columns;
    const int most = widestByItself();
    std::vector<int> growing;
    for (int column = columns.first; column <= columns.second; ++column) {
        if (!m_userSized.contains(column) && m_header->sectionSize(column) < most)
            growing.push_back(column);
    }
    if (growing.empty())
        return;
    std::vector<int> widths(growing.size(), 0);
    const CellMetrics metrics;
    for (qint64 row = rows.first; row <= rows.second; ++row) {
        if (knowsColumns && row >= measured.first && row <= measured.second)
            continue;
        const QList<GridCell> cells = m_content->cells(row, growing.front(), growing.back(), 256);
        for (size_t i = 0; i < growing.size(); ++i)
            widths[i] = std::max(widths[i], metrics.fittingWidth(cells.at(growing[i] - growing.front())));
    }
    bool grown = false;
    const QScopedValueRollback fitting(m_fitting, true);
    for (size_t i = 0; i < growing.size(); ++i) {
        const int width = std::min(widths[i], most);
        if (width > m_header->sectionSize(growing[i])) {
            m_header->resizeSection(growing[i], width);
            grown = true;
        }
    }
    if (grown)
        updateScrollBars();
}

void ResultView::fitColumn(int column)
{
    // The user's own wish: by what is on the screen, and as wide as it takes.
    int width = m_header->fittingWidths(column, column).front();
    const CellMetrics metrics;
    for (qint64 row = std::max<qint64>(0, m_rows.firstVisible()); row <= m_rows.lastVisible(); ++row)
        width = std::max(width, metrics.fittingWidth(m_content->cell(row, column, 1024)));
    m_header->resizeSection(column, std::min(width, Fonts::scaled(1600)));
}

void ResultView::updateGeometries()
{
    const int headerHeight = m_header->sizeHint().height();
    setViewportMargins(0, headerHeight, 0, 0);
    const QRect area = viewport()->geometry();
    const int gutter = gutterWidth();
    m_header->setGeometry(area.left() + gutter, area.top() - headerHeight, std::max(0, area.width() - gutter),
                          headerHeight);
    updateScrollBars();
    viewport()->update();
    // The corner above the row numbers belongs to this widget itself.
    update();
}

QSize ResultView::room() const
{
    const QSize all(width(), height() - m_header->sizeHint().height());
    const qint64 rows = m_rows.rows() * m_rows.rowHeight();
    const int columns = gutterWidth() + m_header->length();
    const int barWidth = verticalScrollBar()->sizeHint().width();
    const int barHeight = horizontalScrollBar()->sizeHint().height();
    bool wide = columns > all.width();
    const bool high = rows > all.height() - (wide ? barHeight : 0);
    wide = columns > all.width() - (high ? barWidth : 0);
    return {all.width() - (high ? barWidth : 0), all.height() - (wide ? barHeight : 0)};
}

void ResultView::updateScrollBars()
{
    const QScopedValueRollback setting(m_settingBars, true);
    const QSize space = room();
    m_rows.setViewport(space.height());
    verticalScrollBar()->setPageStep(m_rows.barPageStep());
    verticalScrollBar()->setSingleStep(std::max(1, m_rows.barPageStep() / int(m_rows.rowsPerPage())));
    verticalScrollBar()->setRange(0, m_rows.barMaximum());
    verticalScrollBar()->setValue(m_rows.barValue());
    const int width = std::max(0, space.width() - gutterWidth());
    horizontalScrollBar()->setPageStep(width);
    horizontalScrollBar()->setSingleStep(Fonts::scaled(32));
    horizontalScrollBar()->setRange(0, std::max(0, m_header->length() - width));
    m_header->setOffset(horizontalScrollBar()->value());
}

void ResultView::scrollTo(qint64 offset)
{
    const qint64 before = m_rows.offset();
    m_rows.setOffset(offset);
    if (m_rows.offset() == before)
        return;
    growColumns();
    updateScrollBars();
    viewport()->update();
}

void ResultView::scrollContentsBy(int dx, int dy)
{
    Q_UNUSED(dx)
    // While the bars follow the rows, the exact offset must not be replaced by the bar's rounded one.
    if (dy != 0 && !m_settingBars)
        m_rows.setOffset(m_rows.offsetOfBar(verticalScrollBar()->value()));
    m_header->setOffset(horizontalScrollBar()->value());
    if (!m_settingBars)
        growColumns();
    viewport()->update();
}

void ResultView::ensureVisible(const Cell &cell)
{
    m_rows.makeVisible(cell.row);
    growColumns();
    updateScrollBars();
    const int width = std::max(1, viewport()->width() - gutterWidth());
    const int left = m_header->sectionPosition(cell.column);
    const int right = left + m_header->sectionSize(cell.column);
    const int offset = horizontalScrollBar()->value();
    if (left < offset || right - left > width)
        horizontalScrollBar()->setValue(left);
    else if (right > offset + width)
        horizontalScrollBar()->setValue(right - width);
    viewport()->update();
}

void ResultView::setCurrent(qint64 row, int column, Select mode)
{
    if (m_rows.rows() == 0 || columnCount() == 0)
        return;
    const Cell cell{std::clamp<qint64>(row, 0, m_rows.rows() - 1), std::clamp(column, 0, columnCount() - 1)};
    if (mode == Select::Extend && m_anchor.isValid()) {
        m_selection.extend(CellRange::between(m_anchor.row, m_anchor.column, cell.row, cell.column));
    } else {
        const CellRange range = CellRange::between(cell.row, cell.column, cell.row, cell.column);
        m_anchor = cell;
        if (mode != Select::Add)
            m_selection.set(range);
        else if (m_selection.contains(cell.row, cell.column))
            m_selection.remove(range);
        else
            m_selection.begin(range);
    }
    moveCurrent(cell);
    ensureVisible(cell);
    Q_EMIT selectionChanged();
}

void ResultView::selectAll()
{
    if (m_rows.rows() == 0 || columnCount() == 0)
        return;
    if (!m_current.isValid())
        moveCurrent({0, 0});
    m_anchor = {0, 0};
    m_selection.set({0, m_rows.rows() - 1, 0, columnCount() - 1});
    viewport()->update();
    Q_EMIT selectionChanged();
}

void ResultView::selectRows(qint64 first, qint64 last)
{
    if (m_rows.rows() == 0 || columnCount() == 0)
        return;
    m_anchor = {first, 0};
    m_selection.set(CellRange::between(first, 0, last, columnCount() - 1));
    moveCurrent({last, std::max(0, m_current.column)});
    viewport()->update();
    Q_EMIT selectionChanged();
}

void ResultView::selectColumns(int first, int last)
{
    if (m_rows.rows() == 0 || columnCount() == 0)
        return;
    m_anchor = {0, first};
    m_selection.set(CellRange::between(0, first, m_rows.rows() - 1, last));
    moveCurrent({std::max<qint64>(0, m_current.row), last});
    viewport()->update();
    Q_EMIT selectionChanged();
}

void ResultView::clearSelection()
{
    m_selection.clear();
    viewport()->update();
    Q_EMIT selectionChanged();
}

void ResultView::moveCurrent(const Cell &cell)
{
    if (m_current == cell)
        return;
    m_current = cell;
    viewport()->update();
    announceCurrent();
    Q_EMIT currentChanged();
}

QRect ResultView::cellRect(qint64 row, int column) const
{
    return {gutterWidth() + m_header->sectionViewportPosition(column), m_rows.top(row), m_header->sectionSize(column),
            m_rows.rowHeight()};
}

ResultView::Cell ResultView::cellAt(const QPoint &position) const
{
    const int gutter = gutterWidth();
    if (position.x() < gutter)
        return {};
    return {m_rows.rowAt(position.y()), m_header->logicalIndexAt(position.x() - gutter)};
}

QSize ResultView::sizeHint() const
{
    return {Fonts::scaled(600), Fonts::scaled(300)};
}

void ResultView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateGeometries();
}

void ResultView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_rows.setRowHeight(Fonts::scaled(28));
        m_fittedRows = 0;
        fitColumns();
        updateGeometries();
    } else if (event->type() == QEvent::PaletteChange) {
        viewport()->update();
    }
}

void ResultView::announceCurrent()
{
    if (!QAccessible::isActive() || !hasFocus() || !m_current.isValid())
        return;
    QAccessibleInterface *self = QAccessible::queryAccessibleInterface(this);
    QAccessibleTableInterface *table = self ? self->tableInterface() : nullptr;
    if (QAccessibleInterface *cell = table ? table->cellAt(int(m_current.row), m_current.column) : nullptr) {
        QAccessibleEvent event(cell, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace Gantry
