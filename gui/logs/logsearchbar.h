// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/logfilter.h"
#include "logs/logtimes.h"

#include <QWidget>

class QActionGroup;
class QBoxLayout;
class QHBoxLayout;
class QMenu;
class QPushButton;
class QToolButton;

namespace Gantry {

class MenuButton;
class SearchField;

/// What is looked for in a log, what was found, and which lines are shown: a field with its toggles, and below it, or
/// beside it where there is room, a row with room for more. The lines that are shown follow the field until their
/// pattern is kept: then the field is free for a search within them.
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
    /// As if the user had chosen it.
    void setTimes(LogTimes::Kind kind);
    /// Whether there is so little height that all should stand in one row, without words if need be.
    void setLow(bool low);
    /// The lower row; its end is free for what else the log has.
    QHBoxLayout *row() const { return m_row; }

    /// Of what stands there when there is little room.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void patternChanged();
    void choiceChanged();
    void timesChosen(Gantry::LogTimes::Kind kind);
    /// There is room for words and more buttons, or none any more.
    void widened(bool wide);
    /// To the next match, or to the one before.
    void stepped(bool forward);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *makeToggle(const QString &symbol, const QString &text, const QString &name);
    void fillMenu();
    void fillLevels(QMenu *menu);
    void fitRows();
    /// The button stays as wide as its widest name, so that nothing beside it moves.
    void nameChoice();
    /// What is shown, in words or, where there is no room, by a symbol with the words in its tooltip.
    void fitChoice();
    QString widestChoice() const;
    void keepPattern();
    void showAll();
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
    QHBoxLayout *m_upper;
    QBoxLayout *m_rows = nullptr;
    QActionGroup *m_timeKinds = nullptr;
    Lines m_shown = Lines::All;
    LogLevel::Kind m_least = LogLevel::Kind::None;
    QString m_choiceWords;
    bool m_isWide = false;
    bool m_isLow = false;
    bool m_isFolded = false; ///< what is shown is told by a symbol
    mutable int m_narrowest = 0;
    int m_context = 0;
    LogPattern m_kept; ///< of the lines that are shown; empty as long as they follow the field
    QAction *m_all = nullptr;
    QAction *m_keep = nullptr;
    QPushButton *m_keptChip = nullptr;
};

} // namespace Gantry
