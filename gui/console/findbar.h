// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace Gantry {

class Label;
class SqlEditor;

/// Find and replace below an editor. Escape closes it and gives the keyboard back.
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
    void replaceOne();
    void close();
    int flags() const;

    SqlEditor *m_editor;
    QLineEdit *m_what;
    QLineEdit *m_with;
    QPushButton *m_replaceButton;
    QPushButton *m_replaceAllButton;
    QCheckBox *m_case;
    QCheckBox *m_expression;
    Label *m_note;
};

} // namespace Gantry
