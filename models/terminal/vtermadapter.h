// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <qnamespace.h>

#include <memory>
#include <string_view>

struct VTerm;
struct VTermState;

namespace Gantry {

class TerminalScreen;

/// libvterm's state machine behind a TerminalScreen, and the differences between its versions.
class VtermAdapter
{
public:
    VtermAdapter(TerminalScreen *screen, int columns, int rows);
    ~VtermAdapter();
    Q_DISABLE_COPY_MOVE(VtermAdapter)

    void feed(const char *bytes, qsizetype size);
    void resize(int columns, int rows);
    /// What resize() feeds before: scrolling regions and margins are taken back.
    static constexpr std::string_view beforeResize = "\x1b[r\x1b[s";
    /// Column and row, as libvterm has them.
    QPoint cursor() const;
    void moveTo(int row, int column);
    /// False for keys that write a character.
    bool sendKey(Qt::Key key, Qt::KeyboardModifiers modifiers);
    void sendMouse(int row, int column, int button, bool pressed, Qt::KeyboardModifiers modifiers);
    void beginPaste();
    void endPaste();
    void sendFocus(bool focused);

private:
    struct Callbacks;

    VTerm *m_vterm;
    VTermState *m_state;
};

} // namespace Gantry
