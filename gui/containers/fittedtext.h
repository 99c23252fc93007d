// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/cellroles.h"

#include <QPlainTextEdit>

namespace Gantry {

/// A text to read and to select, as high as its lines are, so that what it stands in scrolls. To assistive technology
/// it is a text with a name of its own.
class FittedText : public QPlainTextEdit
{
    Q_OBJECT

public:
    struct Piece
    {
        QString text; ///< untrusted
        Tone tone = Tone::Normal;
    };
    struct Line
    {
        QList<Piece> pieces;
        Tone tint = Tone::Normal; ///< over its whole width; none where Normal
    };

    explicit FittedText(const QString &accessibleName, QWidget *parent = nullptr);

    void setLines(const QList<Line> &lines);
    /// Words in one tone.
    void setWords(const QString &text, Tone tone = Tone::Normal);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void write();
    void fit();

    QList<Line> m_lines;
};

} // namespace Gantry
