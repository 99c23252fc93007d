// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace Gantry {

/// A table of names and values to be typed: variables, labels. There is always an empty row at the end; values that
/// sound like secrets are not shown.
class PairRows : public QWidget
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

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        QWidget *widget = nullptr;
        QLineEdit *name = nullptr;
        QLineEdit *value = nullptr;
    };

    void addRow();
    void removeRow(const QWidget *widget);
    void onEdited();

    QString m_what;
    QList<Row> m_rows;
    QVBoxLayout *m_layout;
    bool m_filling = false;
};

} // namespace Gantry
