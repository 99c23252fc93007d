// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runline.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace Gantry {

class Label;

/// Takes a `docker run …` line from elsewhere and says, while it is edited, what of it will not be taken over.
class RunLineDialog : public QDialog
{
    Q_OBJECT

public:
    /// With what is in the clipboard, if that is such a line.
    explicit RunLineDialog(QWidget *parent);

Q_SIGNALS:
    void chosen(const Gantry::RunLine &line);

private:
    void check();

    QPlainTextEdit *m_text;
    Label *m_notices;
    QPushButton *m_verb = nullptr;
};

} // namespace Gantry
