// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QDateTimeEdit;
class QSpinBox;

namespace Gantry {

/// Asks where the reading of a log is to begin, by one field.
class LogBeginningDialog : public QDialog
{
    Q_OBJECT

protected:
    using QDialog::QDialog;
    void build(const QString &caption, QWidget *field);
};

/// From which moment on.
class LogSinceDialog : public LogBeginningDialog
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

/// With how many of the last lines.
class LogTailDialog : public LogBeginningDialog
{
    Q_OBJECT

public:
    explicit LogTailDialog(QWidget *parent);

Q_SIGNALS:
    void chosen(int lines);

private:
    QSpinBox *m_lines;
};

} // namespace Gantry
