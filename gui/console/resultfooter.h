// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/selectionstatistics.h"

#include <QWidget>

namespace Gantry {

class ElidedLabel;
class QueryResult;

/// The line below a result: rows, columns and times at the left, figures of the selection at the right.
class ResultFooter : public QWidget
{
    Q_OBJECT

public:
    explicit ResultFooter(QWidget *parent = nullptr);

    void showResult(const QueryResult &result);
    void showStatistics(const SelectionStatistics &statistics);
    /// Something to be known of the selection or of what was done with it, in place of its figures.
    void showNote(const QString &note);
    QString text() const;

    /// Decimal text of the C locale with the user's separators.
    static QString localized(const QString &decimal);

private:
    ElidedLabel *m_rows;
    ElidedLabel *m_times;
    ElidedLabel *m_figures;
};

} // namespace Gantry
