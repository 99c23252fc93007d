// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace Gantry {

/// Rows to be typed into, each with a button that removes it. There is always an empty one at the end.
class GrowingRows : public QWidget
{
    Q_OBJECT

Q_SIGNALS:
    void changed();

protected:
    /// The buttons' object name. Makes no row yet: call addRow() at the end of the constructor.
    GrowingRows(const QString &removeName, QWidget *parent);

    /// A row with its fields side by side; its focus proxy is the first of them. Whatever changes in it calls
    /// onEdited().
    virtual QWidget *makeRow() = 0;
    /// Names its fields for assistive technology.
    virtual void setNumber(QWidget *row, qsizetype number) const = 0;
    virtual bool isEmpty(const QWidget *row) const = 0;

    const QList<QWidget *> &rows() const { return m_rows; }
    void addRow();
    /// Makes it so many rows and an empty one, and has each filled; changed() comes once.
    void refill(qsizetype count, const std::function<void(qsizetype)> &fill);
    void onEdited();

private:
    void removeRow(QWidget *row);

    QString m_removeName;
    QList<QWidget *> m_rows;
    QVBoxLayout *m_layout;
    bool m_filling = false;
};

} // namespace Gantry
