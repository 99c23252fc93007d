// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/tokens.h"

namespace Gantry {

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

Tokens makeLight()
{
    Tokens t;
    t.base = rgb(0xFFFFFF);
    t.chrome = rgb(0xF3F4F6);
    t.sunken = rgb(0xF8F9FA);
    t.line = rgb(0xE5E7EB);
    t.lineStrong = rgb(0xCDD1D9);
    t.text = rgb(0x1A1D24);
    t.text2 = rgb(0x4F5764);
    t.text3 = rgb(0x5E6572);
    t.accent = rgb(0x3B5BDB);
    t.accentFill = rgb(0x3B5BDB);
    t.accentFillHover = rgb(0x324FC4);
    t.accentTint = rgb(0xEAEFFD);
    t.selection = rgb(0xE4EAFC);
    t.hover = rgb(0xF3F4F7);
    t.chromeSelection = rgb(0xE0E6F8);
    t.chromeHover = rgb(0xE9EBEF);
    t.match = rgb(0xFFE9A8);
    t.currentMatch = rgb(0xFFC24A);
    t.toolTipBase = t.text;
    t.toolTipText = t.base;
    t.green = {rgb(0x17743F), rgb(0xE2F4E9)};
    t.blue = {rgb(0x1B66AB), rgb(0xE3F0FB)};
    t.orange = {rgb(0xA8450B), rgb(0xFDEBDE)};
    t.amber = {rgb(0x855600), rgb(0xFBF0D6)};
    t.violet = {rgb(0x6A47BC), rgb(0xF0EAFC)};
    t.grey = {rgb(0x565D6A), rgb(0xEDEFF2)};
    t.red = {rgb(0xBE2B37), rgb(0xFCE9EA)};
    t.services = {t.blue.text, t.violet.text, t.green.text, t.orange.text, rgb(0x0F7078), rgb(0xA3316F)};
    return t;
}

Tokens makeDark()
{
    Tokens t;
    t.isDark = true;
    t.base = rgb(0x1C1F24);
    t.chrome = rgb(0x16181C);
    t.sunken = rgb(0x181B1F);
    t.line = rgb(0x2A2E36);
    t.lineStrong = rgb(0x3D434E);
    t.text = rgb(0xE7E9ED);
    t.text2 = rgb(0xADB4C0);
    t.text3 = rgb(0x98A0AE);
    t.accent = rgb(0x8FA6FF);
    t.accentFill = rgb(0x4A64E0);
    t.accentFillHover = rgb(0x435CD4);
    t.accentTint = rgb(0x232A45);
    t.selection = rgb(0x293148);
    t.hover = rgb(0x24282F);
    t.chromeSelection = rgb(0x262D42);
    t.chromeHover = rgb(0x21252B);
    t.match = rgb(0x5A4A1A);
    t.currentMatch = rgb(0x835D0C);
    t.toolTipBase = t.lineStrong;
    t.toolTipText = t.text;
    t.green = {rgb(0x62D197), rgb(0x1A3527)};
    t.blue = {rgb(0x74BAF7), rgb(0x1B3248)};
    t.orange = {rgb(0xF7A26D), rgb(0x402A1B)};
    t.amber = {rgb(0xEBBC58), rgb(0x3A3018)};
    t.violet = {rgb(0xBBA2FB), rgb(0x30294B)};
    t.grey = {rgb(0xA9B0BC), rgb(0x2B2F37)};
    t.red = {rgb(0xFF8F8F), rgb(0x3D2429)};
    t.services = {t.blue.text, t.violet.text, t.green.text, t.orange.text, rgb(0x5CCFD6), rgb(0xF294C4)};
    return t;
}

Tokens withDerived(Tokens t)
{
    t.onAccent = Qt::white;
    t.disabled = t.text3;
    t.disabled.setAlphaF(0.6F);
    t.keyword = t.accent;
    t.string = t.green.text;
    t.number = t.orange.text;
    t.comment = t.text3;
    t.operatorText = t.text3;
    return t;
}

} // namespace

const Tokens &Tokens::lightTheme()
{
    static const Tokens tokens = withDerived(makeLight());
    return tokens;
}

const Tokens &Tokens::darkTheme()
{
    static const Tokens tokens = withDerived(makeDark());
    return tokens;
}

const Tokens &Tokens::of(const QPalette &palette)
{
    const int text = palette.color(QPalette::Active, QPalette::WindowText).lightness();
    const int window = palette.color(QPalette::Active, QPalette::Window).lightness();
    return text > window ? darkTheme() : lightTheme();
}

QPalette Tokens::palette() const
{
    QPalette p(base);
    for (const auto role : {QPalette::Window, QPalette::Base, QPalette::Button, QPalette::Light})
        p.setColor(role, base);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(role, text);
    p.setColor(QPalette::AlternateBase, sunken);
    p.setColor(QPalette::Midlight, hover);
    p.setColor(QPalette::Mid, line);
    p.setColor(QPalette::Dark, lineStrong);
    p.setColor(QPalette::Shadow, lineStrong);
    p.setColor(QPalette::Highlight, selection);
    p.setColor(QPalette::PlaceholderText, text3);
    p.setColor(QPalette::Link, accent);
    p.setColor(QPalette::LinkVisited, accent);
    p.setColor(QPalette::BrightText, red.text);
    p.setColor(QPalette::ToolTipBase, toolTipBase);
    p.setColor(QPalette::ToolTipText, toolTipText);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, disabled);
    return p;
}

QColor Tokens::color(Tone tone) const
{
    switch (tone) {
    case Tone::Normal:
    case Tone::Strong:
        return text;
    case Tone::Muted:
        return text2;
    case Tone::Faint:
        return text3;
    case Tone::Accent:
        return accent;
    case Tone::Success:
        return green.text;
    case Tone::Info:
        return blue.text;
    case Tone::Caution:
        return orange.text;
    case Tone::Warning:
        return amber.text;
    case Tone::Paused:
        return violet.text;
    case Tone::Error:
        return red.text;
    }
    return text;
}

QColor Tokens::tint(Tone tone) const
{
    switch (tone) {
    case Tone::Normal:
    case Tone::Strong:
    case Tone::Muted:
    case Tone::Faint:
        return grey.tint;
    case Tone::Accent:
        return accentTint;
    case Tone::Success:
        return green.tint;
    case Tone::Info:
        return blue.tint;
    case Tone::Caution:
        return orange.tint;
    case Tone::Warning:
        return amber.tint;
    case Tone::Paused:
        return violet.tint;
    case Tone::Error:
        return red.tint;
    }
    return grey.tint;
}

const Tokens::Pair &Tokens::state(StateLook look) const
{
    switch (look) {
    case StateLook::Running:
    case StateLook::Healthy:
        return green;
    case StateLook::Starting:
        return blue;
    case StateLook::Unhealthy:
        return orange;
    case StateLook::Paused:
        return violet;
    case StateLook::Restarting:
        return amber;
    case StateLook::Failed:
    case StateLook::Dead:
        return red;
    case StateLook::Exited:
    case StateLook::None:
        return grey;
    }
    return grey;
}

} // namespace Gantry
