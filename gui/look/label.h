// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/cellroles.h"

#include <QLabel>

#include <limits>

class QTextLayout;

namespace Gantry {

/// Plain text in a size, weight and colour of the look; the colour follows the theme. Wrapped text is broken inside of
/// a word, too, where the word is longer than the line.
class Label : public QLabel
{
    Q_OBJECT

public:
    enum class Face { Ui, Mono };

    explicit Label(const QString &text, QWidget *parent = nullptr);
    explicit Label(QWidget *parent = nullptr);

    /// Instead of QLabel's: the text may come from outside, and is shown with visible(), and
    /// of what nobody would read to its end only the beginning and the end.
    virtual void setText(const QString &text);

    void setTone(Tone tone);
    Tone tone() const { return m_tone; }
    /// Size relative to the base of 13 px.
    void setLook(int pixels, QFont::Weight weight = QFont::Normal, Face face = Face::Ui);

    /// Wrapped text that needs more is elided in the middle of the last of them, with the whole in its tooltip.
    void setMostLines(int lines);

    int heightForWidth(int width) const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// The lines of the text in a width.
    void layOut(QTextLayout *layout, int width) const;
    bool isCut() const;
    void updateColor();

    int m_mostLines = std::numeric_limits<int>::max();
    Tone m_tone = Tone::Normal;
};

} // namespace Gantry
