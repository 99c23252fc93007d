// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Gantry {

struct Tokens;

/// A plain area in one of the two surfaces: chrome carries the frame of the window, base its content.
class Surface : public QWidget
{
    Q_OBJECT

public:
    enum class Kind {
        Base,
        Chrome,
        Content, ///< base with the window's one rounded corner and line at its left and top, on chrome
    };

    explicit Surface(Kind kind, QWidget *parent = nullptr);

    Kind kind() const { return m_kind; }
    /// Where a line of 1 px is drawn inside the surface (between two surfaces there is one line, never two).
    void setLines(Qt::Edges edges);

    /// Whether the widget lies on chrome: decides its hover and selection colours.
    static bool isChrome(const QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind;
    Qt::Edges m_lines;
};

} // namespace Gantry
