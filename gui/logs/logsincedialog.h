// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QDateTimeEdit;

namespace Gantry {

/// Asks from which moment on a log is to be read.
class LogSinceDialog : public QDialog
{
    Q_OBJECT

public:
    /// With ten minutes before now, local time.
    explicit LogSinceDialog(QWidget *parent);

Q_SIGNALS:
    void chosen(const QDateTime &since);

private:
    QDateTimeEdit *m_since;
};

} // namespace Gantry
