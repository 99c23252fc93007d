// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/logpattern.h"

#include <QWidget>

class QToolButton;

namespace Gantry {

class Label;
class SearchField;

/// Looks for something in a terminal: a field with its toggles and what was found. Escape closes it.
class TerminalFindBar : public QWidget
{
    Q_OBJECT

public:
    explicit TerminalFindBar(QWidget *parent = nullptr);

    LogPattern pattern() const;
    void setPattern(const LogPattern &pattern);
    void open();
    /// Of the search, in a few words.
    void say(const QString &words, bool isProblem = false);

Q_SIGNALS:
    void patternChanged();
    void stepped(bool forward);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    SearchField *m_field;
    QToolButton *m_case;
    QToolButton *m_word;
    QToolButton *m_expression;
    Label *m_said;
};

} // namespace Gantry
