// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

class QPushButton;

namespace Gantry {

class ElidedLabel;
class Label;
class ResultStore;
class ValueText;

/// One value in full beside the grid: its text with line breaks, of a long one a piece at a time; the whole of it goes
/// to the clipboard or a file.
class ValueView : public QWidget
{
    Q_OBJECT

public:
    /// A piece is what can be laid out within a frame.
    static constexpr qsizetype PieceBytes = 32 * 1024;
    static constexpr int PieceLines = 500;

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
    void showMore();
    void say(const QString &sentence);
    void copy();
    void chooseFile();
    void save(const QString &path);

    std::shared_ptr<const ResultStore> m_store;
    qint64 m_record = -1;
    int m_column = -1;
    qsizetype m_shown = 0; ///< bytes
    qsizetype m_size = 0; ///< of the whole value, in bytes
    ElidedLabel *m_title;
    Label *m_fact;
    ValueText *m_text;
    Label *m_note;
    QWidget *m_rest; ///< that not everything is shown
    Label *m_restFact;
    QPushButton *m_more;
};

} // namespace Gantry
