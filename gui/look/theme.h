// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Gantry {

class DesktopScheme;

/// Decides which palette, font and style the application wears, and follows the desktop while nothing is forced.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)

    /// Remembers the desktop's own palette, so construct it before anything sets one.
    explicit Theme(QObject *parent = nullptr);

    /// Puts style, font and palette on the application. Call once before the first window.
    void apply();

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);

    /// With the desktop's style, Qt's own style and palette are used and nothing here is drawn by Gantry's style.
    bool usesDesktopStyle() const { return m_desktopStyle; }
    void setUsesDesktopStyle(bool uses);

    /// What is shown now, after following the desktop.
    bool isDark() const;

Q_SIGNALS:
    /// The palette, and with it every colour, is another one.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool desktopIsDark() const;
    void readDesktopPalette();
    void update();

    Mode m_mode = Mode::System;
    bool m_desktopStyle = false;
    bool m_applied = false;
    bool m_paletteIsDark = false; ///< of the palette that the desktop's platform theme gave
    bool m_wearsOwnStyle = false;
    DesktopScheme *m_scheme = nullptr;
    QString m_desktopStyleName;
};

} // namespace Gantry
