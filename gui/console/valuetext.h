// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace Gantry {

/// The text of one value, to read and to copy from. Qt takes seconds to wrap a line of a hundred thousand characters:
/// long lines are kept in several blocks, of which a copy shows nothing.
class ValueText : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ValueText(QWidget *parent = nullptr);

    void clearText();
    /// Goes on where the last piece ended.
    void append(const QString &piece);
    /// The text as it was given.
    QString text() const { return textBetween(0, document()->characterCount() - 1); }

protected:
    QMimeData *createMimeDataFromSelection() const override;

private:
    QString textBetween(int from, int to) const;

    bool m_midLine = false; ///< what comes belongs to the last line
};

} // namespace Gantry
