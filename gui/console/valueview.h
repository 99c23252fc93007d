// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

class QPlainTextEdit;

namespace Gantry {

class ElidedLabel;
class Label;
class ResultStore;

/// One value in full beside the grid: its text with line breaks, bounded to the first megabyte; the whole of it goes to
/// the clipboard or a file.
class ValueView : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype ShownBytes = 1024 * 1024;

    explicit ValueView(QWidget *parent = nullptr);

    /// Shows column \a column of row \a record of the store.
    void showValue(const std::shared_ptr<const ResultStore> &store, qint64 record, int column);
    /// Shows nothing and lets the store go.
    void clear();
    QString shownText() const;

Q_SIGNALS:
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void copy();
    void chooseFile();
    void save(const QString &path);

    std::shared_ptr<const ResultStore> m_store;
    qint64 m_record = -1;
    int m_column = -1;
    ElidedLabel *m_title;
    Label *m_fact;
    QPlainTextEdit *m_text;
    Label *m_note;
};

} // namespace Gantry
