// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/vtermadapter.h"

#include "terminal/terminalscreen.h"
#include "terminal/vtermversion.h"

#include <cstdlib>

namespace Gantry {

namespace {

TerminalGrid::Rect rectOf(const VTermRect &rect)
{
    return {rect.start_row, rect.end_row, rect.start_col, rect.end_col};
}

TerminalColor colorOf(const VTermColor &color)
{
    if (VTERM_COLOR_IS_DEFAULT_FG(&color) || VTERM_COLOR_IS_DEFAULT_BG(&color))
        return {};
    if (VTERM_COLOR_IS_INDEXED(&color))
        return TerminalColor::indexed(color.indexed.idx);
    return TerminalColor::rgb(color.rgb.red, color.rgb.green, color.rgb.blue);
}

VTermModifier modifiersOf(Qt::KeyboardModifiers modifiers)
{
    int result = VTERM_MOD_NONE;
    if (modifiers.testFlag(Qt::ShiftModifier))
        result |= VTERM_MOD_SHIFT;
    if (modifiers.testFlag(Qt::AltModifier))
        result |= VTERM_MOD_ALT;
    if (modifiers.testFlag(Qt::ControlModifier))
        result |= VTERM_MOD_CTRL;
    return VTermModifier(result);
}

int vtermKeyOf(Qt::Key key)
{
    switch (key) {
    case Qt::Key_Up:
        return VTERM_KEY_UP;
    case Qt::Key_Down:
        return VTERM_KEY_DOWN;
    case Qt::Key_Left:
        return VTERM_KEY_LEFT;
    case Qt::Key_Right:
        return VTERM_KEY_RIGHT;
    case Qt::Key_Insert:
        return VTERM_KEY_INS;
    case Qt::Key_Delete:
        return VTERM_KEY_DEL;
    case Qt::Key_Home:
        return VTERM_KEY_HOME;
    case Qt::Key_End:
        return VTERM_KEY_END;
    case Qt::Key_PageUp:
        return VTERM_KEY_PAGEUP;
    case Qt::Key_PageDown:
        return VTERM_KEY_PAGEDOWN;
    default:
        return key >= Qt::Key_F1 && key <= Qt::Key_F12 ? VTERM_KEY_FUNCTION(key - Qt::Key_F1 + 1) : VTERM_KEY_NONE;
    }
}

/// libvterm looks at the properties of the row of its cursor, which may lie beyond the screen for the moment (see
/// TerminalScreen::bringCursorBack()): what it allocates has room before and behind.
constexpr std::size_t slack = 16 * 1024;

void *allocate(std::size_t size, void *)
{
    auto *memory = static_cast<char *>(std::calloc(1, size + 2 * slack));
    return memory ? memory + slack : nullptr;
}

void release(void *memory, void *)
{
    if (memory)
        std::free(static_cast<char *>(memory) - slack);
}

VTerm *makeVterm(int columns, int rows)
{
    static VTermAllocatorFunctions functions{allocate, release};
    return vterm_new_with_allocator(rows, columns, &functions, nullptr);
}

} // namespace

/// What the state machine asks for; each answers 1 for "done".
struct VtermAdapter::Callbacks
{
    static TerminalScreen *screen(void *user) { return static_cast<TerminalScreen *>(user); }

    static int putGlyph(VTermGlyphInfo *info, VTermPos position, void *user)
    {
        screen(user)->put(info->chars, info->width, position.row, position.col);
        return 1;
    }

    static int moveCursor(VTermPos position, VTermPos, int visible, void *user)
    {
        screen(user)->moveCursor(position.row, position.col, visible != 0);
        return 1;
    }

    static int scroll(VTermRect rect, int downward, int rightward, void *user)
    {
        TerminalScreen *screen = Callbacks::screen(user);
        screen->grid().scroll(rectOf(rect), downward, rightward, screen->m_pen);
        return 1;
    }

    static int erase(VTermRect rect, int, void *user)
    {
        TerminalScreen *screen = Callbacks::screen(user);
        screen->grid().erase(rectOf(rect), screen->m_pen);
        return 1;
    }

    static int initPen(void *user)
    {
        screen(user)->m_pen = {};
        return 1;
    }

    static int setPen(VTermAttr attribute, VTermValue *value, void *user)
    {
        TerminalStyle &pen = screen(user)->m_pen;
        switch (attribute) {
        case VTERM_ATTR_BOLD:
            pen.set(TerminalStyle::Bold, value->boolean);
            break;
        case VTERM_ATTR_ITALIC:
            pen.set(TerminalStyle::Italic, value->boolean);
            break;
        case VTERM_ATTR_UNDERLINE:
            pen.set(TerminalStyle::Underline, value->number != VTERM_UNDERLINE_OFF);
            pen.set(TerminalStyle::DoubleUnderline, value->number == VTERM_UNDERLINE_DOUBLE);
            break;
        case VTERM_ATTR_REVERSE:
            pen.set(TerminalStyle::Reverse, value->boolean);
            break;
        case VTERM_ATTR_STRIKE:
            pen.set(TerminalStyle::Strike, value->boolean);
            break;
        case VTERM_ATTR_BLINK:
            pen.set(TerminalStyle::Blink, value->boolean);
            break;
        case VTERM_ATTR_FOREGROUND:
            pen.foreground = colorOf(value->color);
            break;
        case VTERM_ATTR_BACKGROUND:
            pen.background = colorOf(value->color);
            break;
        default: // other fonts are shown plain
            break;
        }
        return 1;
    }

    static int setProperty(VTermProp property, VTermValue *value, void *user)
    {
        TerminalScreen *screen = Callbacks::screen(user);
        switch (property) {
        case VTERM_PROP_CURSORVISIBLE:
            screen->m_cursor.visible = value->boolean;
            break;
        case VTERM_PROP_CURSORBLINK:
            screen->m_cursor.blinking = value->boolean;
            break;
        case VTERM_PROP_CURSORSHAPE:
            screen->m_cursor.shape = value->number == VTERM_PROP_CURSORSHAPE_UNDERLINE
                ? TerminalScreen::CursorShape::Underline
                : value->number == VTERM_PROP_CURSORSHAPE_BAR_LEFT ? TerminalScreen::CursorShape::Bar
                                                                   : TerminalScreen::CursorShape::Block;
            break;
        case VTERM_PROP_ALTSCREEN:
            screen->setAlternate(value->boolean);
            break;
        case VTERM_PROP_REVERSE:
            screen->m_reversed = value->boolean;
            break;
        case VTERM_PROP_MOUSE:
            screen->m_mouse = TerminalScreen::Mouse(value->number);
            break;
        case VTERM_PROP_TITLE:
#if GANTRY_VTERM_IS_NEW
            screen->setTitle(value->string.str, qsizetype(value->string.len), value->string.initial,
                             value->string.final);
#else
            screen->setTitle(value->string, qsizetype(qstrlen(value->string)), true, true);
#endif
            break;
        default:
            break;
        }
        return 1;
    }

#if GANTRY_VTERM_IS_NEW
    static int resize(int rows, int columns, VTermStateFields *fields, void *user)
    {
        fields->pos.row += screen(user)->resized(columns, rows, fields->pos.row);
        return 1;
    }

    static int clearHistory(void *user)
    {
        TerminalScreen *screen = Callbacks::screen(user);
        screen->m_history.clear();
        return 1;
    }
#else
    static int resize(int rows, int columns, VTermPos *delta, void *user)
    {
        VTermPos position;
        vterm_state_get_cursorpos(screen(user)->m_vterm->m_state, &position);
        delta->row = screen(user)->resized(columns, rows, position.row);
        return 1;
    }
#endif

    static int bell(void *user)
    {
        ++screen(user)->m_bells;
        return 1;
    }

    static void output(const char *bytes, std::size_t size, void *user)
    {
        screen(user)->write(bytes, qsizetype(size));
    }

    static VTermStateCallbacks table()
    {
        VTermStateCallbacks callbacks = {};
        callbacks.putglyph = putGlyph;
        callbacks.movecursor = moveCursor;
        callbacks.scrollrect = scroll;
        callbacks.erase = erase;
        callbacks.initpen = initPen;
        callbacks.setpenattr = setPen;
        callbacks.settermprop = setProperty;
        callbacks.resize = resize;
        callbacks.bell = bell;
#if GANTRY_VTERM_IS_NEW
        callbacks.sb_clear = clearHistory;
#endif
        return callbacks;
    }
};

VtermAdapter::VtermAdapter(TerminalScreen *screen, int columns, int rows)
    : m_vterm(makeVterm(columns, rows))
    , m_state(vterm_obtain_state(m_vterm))
{
    static const VTermStateCallbacks callbacks = Callbacks::table();
    vterm_set_utf8(m_vterm, 1);
    vterm_output_set_callback(m_vterm, Callbacks::output, screen);
    vterm_state_set_callbacks(m_state, &callbacks, screen);
    vterm_state_reset(m_state, 1);
}

VtermAdapter::~VtermAdapter()
{
    vterm_free(m_vterm);
}

void VtermAdapter::feed(const char *bytes, qsizetype size)
{
    if (size > 0)
        vterm_input_write(m_vterm, bytes, std::size_t(size));
}

QPoint VtermAdapter::cursor() const
{
    VTermPos position;
    vterm_state_get_cursorpos(m_state, &position);
    return {position.col, position.row};
}

void VtermAdapter::resize(int columns, int rows)
{
    // As xterm does: libvterm would scroll a region that ends before it begins.
    const QPoint before = cursor();
    feed(beforeResize.data(), qsizetype(beforeResize.size()));
    moveTo(before.y(), before.x());
    vterm_set_size(m_vterm, rows, columns);
}

void VtermAdapter::moveTo(int row, int column)
{
    const QByteArray move = "\x1b[" + QByteArray::number(row + 1) + ';' + QByteArray::number(column + 1) + 'H';
    feed(move.constData(), move.size());
}

bool VtermAdapter::sendKey(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    const int known = vtermKeyOf(key);
    if (known == VTERM_KEY_NONE)
        return false;
    vterm_keyboard_key(m_vterm, VTermKey(known), modifiersOf(modifiers));
    return true;
}

void VtermAdapter::sendMouse(int row, int column, int button, bool pressed, Qt::KeyboardModifiers modifiers)
{
    const VTermModifier keys = modifiersOf(modifiers);
    vterm_mouse_move(m_vterm, row, column, keys);
    if (button > 0)
        vterm_mouse_button(m_vterm, button, pressed, keys);
}

void VtermAdapter::beginPaste()
{
    vterm_keyboard_start_paste(m_vterm);
}

void VtermAdapter::endPaste()
{
    vterm_keyboard_end_paste(m_vterm);
}

void VtermAdapter::sendFocus(bool focused)
{
    if (focused)
        vterm_state_focus_in(m_state);
    else
        vterm_state_focus_out(m_state);
}

} // namespace Gantry
