// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "containers/logtimes.h"
#include "engine/logfilter.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QToolButton;

namespace Gantry {

class MenuButton;
class SearchField;

/// What is looked for in a log, what was found, and which lines are shown: a field with its toggles, and below it a row
/// with room for more.
class LogSearchBar : public QWidget
{
    Q_OBJECT

public:
    explicit LogSearchBar(QWidget *parent = nullptr);

    LogPattern pattern() const;
    /// Empty as long as all lines are shown.
    LogFilter::Choice choice() const;
    /// Puts the cursor into the field, with all of its text selected.
    void startFinding();
    bool fieldHasFocus() const;
    /// The lower row; its end is free for what else the log has.
    QHBoxLayout *row() const { return m_row; }

Q_SIGNALS:
    void patternChanged();
    void choiceChanged();
    void timesChosen(Gantry::LogTimes::Kind kind);
    /// To the next match, or to the one before.
    void stepped(bool forward);

private:
    QToolButton *makeToggle(const QString &symbol, const QString &text, const QString &name);
    void fillMenu();
    void fillTimes();
    void change();

    enum class Lines { All, Matches, Others };

    SearchField *m_field;
    QToolButton *m_case;
    QToolButton *m_word;
    QToolButton *m_expression;
    MenuButton *m_lines;
    QToolButton *m_times;
    QHBoxLayout *m_row;
    Lines m_shown = Lines::All;
    int m_context = 0;
};

} // namespace Gantry
