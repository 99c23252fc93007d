// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/growingrows.h"

#include <QStringList>

namespace Gantry {

class Label;

/// A table of names and values to be typed: variables, labels. Values that sound like secrets are not shown. Of very
/// many only the first have rows; the others are kept as they are.
class PairRows : public GrowingRows
{
    Q_OBJECT

public:
    /// What a row is, for assistive technology: "Variable", "Label".
    explicit PairRows(const QString &what, QWidget *parent = nullptr);

    /// "NAME=value", without the empty rows.
    QStringList lines() const;
    void setLines(const QStringList &lines);
    /// Each in place of one of the same name.
    void addLines(const QStringList &lines);

protected:
    QWidget *makeRow() override;
    void setNumber(QWidget *row, qsizetype number) const override;
    bool isEmpty(const QWidget *row) const override;

private:
    class Row;

    Row *rowAt(qsizetype index) const;

    QString m_what;
    QStringList m_rowless;
    Label *m_note;
};

} // namespace Gantry
