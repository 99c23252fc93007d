// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;

namespace Gantry {

class HistoryModel;
class Label;
class SearchField;
class SqlHistory;
class TreeView;

/// Everything that was run, to search and to take back into the editor. Deletes itself when closed.
class HistoryPopup : public QDialog
{
    Q_OBJECT

public:
    /// \a database is the label of the console that asks.
    HistoryPopup(SqlHistory *history, const QString &database, QWidget *parent);

Q_SIGNALS:
    void chosen(const QString &statement);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void choose();

    const QString m_database;
    HistoryModel *m_model;
    SearchField *m_search;
    QCheckBox *m_onlyHere;
    TreeView *m_list;
    Label *m_empty;
};

} // namespace Gantry
