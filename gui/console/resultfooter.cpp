// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/resultfooter.h"

#include "items/humanize.h"
#include "look/elidedlabel.h"
#include "look/fonts.h"
#include "postgres/queryresult.h"

#include <QHBoxLayout>
#include <QLocale>

namespace Gantry {

namespace {

QString gap()
{
    return QStringLiteral("    ");
}

} // namespace

ResultFooter::ResultFooter(QWidget *parent)
    : QWidget(parent)
    , m_rows(new ElidedLabel({}, this))
    , m_times(new ElidedLabel({}, this))
    , m_figures(new ElidedLabel({}, this))
{
    setObjectName(QStringLiteral("resultFooter"));
    for (ElidedLabel *label : {m_rows, m_times, m_figures}) {
        label->setLook(12);
        label->setElideMode(Qt::ElideRight);
    }
    m_rows->setTone(Tone::Muted);
    m_times->setTone(Tone::Faint);
    m_figures->setTone(Tone::Muted);
    m_rows->setObjectName(QStringLiteral("resultRows"));
    m_times->setObjectName(QStringLiteral("resultTimes"));
    m_figures->setObjectName(QStringLiteral("resultFigures"));
    m_figures->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(18, 0, 12, 0);
    layout->setSpacing(16);
    layout->addWidget(m_rows);
    layout->addWidget(m_times);
    layout->addStretch(1);
    layout->addWidget(m_figures);
    setFixedHeight(Fonts::scaled(30));
}

void ResultFooter::showResult(const QueryResult &result)
{
    const QString rows = tr("%Ln row(s)", nullptr, int(std::min<qint64>(result.rowCount(), INT_MAX)));
    const QString columns = tr("%Ln column(s)", nullptr, result.store()->columnCount());
    const QString firstRow = result.firstRowMilliseconds() > 0
        ? tr(", first row after %1").arg(Humanize::shortDuration(result.firstRowMilliseconds()))
        : QString();
    QString times;
    switch (result.state()) {
    case QueryResult::State::Running:
        times
            = (result.isCancelling() ? tr("cancelling…")
                                     : tr("running, %1").arg(Humanize::duration(qRound64(result.totalMilliseconds()))))
            + firstRow;
        break;
    case QueryResult::State::Complete:
        times = Humanize::shortDuration(result.totalMilliseconds()) + firstRow;
        break;
    case QueryResult::State::Cancelled:
        times = tr("cancelled after %1, the rows so far are kept")
                    .arg(Humanize::shortDuration(result.totalMilliseconds()))
            + firstRow;
        break;
    case QueryResult::State::Failed:
        times = tr("failed after %1").arg(Humanize::shortDuration(result.totalMilliseconds())) + firstRow;
        break;
    }
    m_rows->setText(tr("%1, %2", "rows, columns").arg(rows, columns));
    m_times->setText(times);
}

QString ResultFooter::localized(const QString &decimal)
{
    if (decimal.contains(QLatin1Char('e')))
        return decimal;
    const QLocale locale;
    const auto point = decimal.indexOf(QLatin1Char('.'));
    QString whole = point < 0 ? decimal : decimal.left(point);
    const qsizetype signLength = whole.startsWith(QLatin1Char('-')) ? 1 : 0;
    if (!(locale.numberOptions() & QLocale::OmitGroupSeparator)) {
        for (qsizetype at = whole.size() - 3; at > signLength; at -= 3)
            whole.insert(at, locale.groupSeparator());
    }
    return point < 0 ? whole : whole + locale.decimalPoint() + decimal.mid(point + 1);
}

void ResultFooter::showStatistics(const SelectionStatistics &statistics)
{
    if (statistics.cells < 2) {
        m_figures->clear();
        return;
    }
    QStringList figures{tr("%L1 cells").arg(statistics.cells)};
    if (statistics.numbers > 0) {
        figures.append(tr("sum %1").arg(localized(statistics.sum)));
        figures.append(tr("average %1").arg(localized(statistics.average)));
        figures.append(tr("min %1").arg(localized(statistics.minimum)));
        figures.append(tr("max %1").arg(localized(statistics.maximum)));
    }
    m_figures->setText(figures.join(gap()));
}

void ResultFooter::showNote(const QString &note)
{
    m_figures->setText(note);
}

QString ResultFooter::text() const
{
    return QStringList{m_rows->text(), m_times->text(), m_figures->text()}.join(gap()).trimmed();
}

} // namespace Gantry
