// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Gantry {

class CommandLabel;
class CopyButton;
class Label;

/// The line that does in a shell what a form asks for, to be copied; says when it is without the values of secrets.
class CommandPreview : public QWidget
{
    Q_OBJECT

public:
    /// Of a long line so many lines are shown.
    explicit CommandPreview(int mostLines, QWidget *parent = nullptr);

    void setLine(const QString &line, bool hidesSecrets);

private:
    CommandLabel *m_line;
    CopyButton *m_copy;
    Label *m_secrets;
};

} // namespace Gantry
