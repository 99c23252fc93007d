// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/terminalstyle.h"

#include <QColor>
#include <QHash>

#include <array>

namespace Gantry {

struct Tokens;

/// The colours of terminals and logs on the look's content, light or dark. What a program chose for the other one stays
/// readable: a text is moved away from its background until it has enough contrast.
class TerminalPalette
{
public:
    explicit TerminalPalette(const Tokens &tokens);
    /// The one of the theme that \a tokens belong to, kept for who paints often. For the GUI's thread.
    static const TerminalPalette &of(const Tokens &tokens);

    QColor foreground(TerminalColor color) const;
    QColor background(TerminalColor color) const;
    /// \a text or what is nearest to it and can be read on \a ground.
    QColor readable(const QColor &text, const QColor &ground) const;
    /// \a text as a program has it that wants less of it, still to be read on \a ground.
    QColor dimmed(const QColor &text, const QColor &ground) const;
    bool isDark() const { return m_isDark; }

    static constexpr double LeastContrast = 4.5;
    /// As WCAG 2 defines it, from 1 to 21.
    static double contrast(const QColor &a, const QColor &b);

private:
    QColor of(TerminalColor color, const QColor &otherwise) const;

    std::array<QColor, 16> m_colors;
    QColor m_text;
    QColor m_ground;
    bool m_isDark;
    mutable QHash<quint64, QRgb> m_readable;
};

} // namespace Gantry
