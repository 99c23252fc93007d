// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace Gantry {

class Label;
class SqlEditor;

/// Find and replace below an editor, a row for each. Escape closes it and gives the keyboard back.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(SqlEditor *editor, QWidget *parent = nullptr);

    /// Opens with the selected word; \a replace shows the second field too.
    void open(bool replace);
    bool findNext();
    bool findPrevious();
    /// The number of replacements.
    int replaceAll();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool find(bool forward);
    void findAnew();
    void say(const QString &words);
    void replaceOne();
    void close();
    int flags() const;
    /// Whether the text can be looked for: an expression may be none.
    bool isExpression() const;
    /// Makes what is found from byte \a begin to \a end Scintilla's target.
    bool findInRange(unsigned long begin, long end);
    /// Replaces the target; answers the length of what stands there now.
    long replaceFound();

    SqlEditor *m_editor;
    QLineEdit *m_what;
    QLineEdit *m_with;
    QToolButton *m_case;
    QToolButton *m_word;
    QToolButton *m_expression;
    Label *m_note; ///< within the field
    QWidget *m_replacing; ///< the buttons beside the second field
};

} // namespace Gantry
