// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/vtermmodes.h"

#include "terminal/vtermversion.h"

#include <algorithm>
#include <string_view>

namespace Gantry {

namespace {

int timesOf(const long *arguments, int count)
{
    constexpr long most = 10'000;
    if (count == 0 || CSI_ARG_IS_MISSING(arguments[0]))
        return 1;
    return int(std::clamp(long(CSI_ARG(arguments[0])), 1L, most));
}

} // namespace

struct VtermModes::Callbacks
{
    static VtermModes *modes(void *user) { return static_cast<VtermModes *>(user); }

    static int text(const char *, std::size_t, void *user)
    {
        modes(user)->m_isGround = true;
        return 1;
    }

    static int control(unsigned char code, void *user)
    {
        modes(user)->control(code);
        return 1;
    }

    static int escape(const char *bytes, std::size_t size, void *user)
    {
        modes(user)->m_isGround = true;
        modes(user)->escape(bytes, qsizetype(size));
        return 1;
    }

    static int csi(const char *leader, const long *arguments, int count, const char *between, char command, void *user)
    {
        VtermModes *self = modes(user);
        self->m_isGround = true;
        const std::string_view lead(leader ? leader : "");
        if (between && *between)
            return 1;
        if ((command == 'h' || command == 'l') && (lead.empty() || lead == "?"))
            self->setMode(!lead.empty(), arguments, count, command == 'h');
        if (!lead.empty())
            return 1;
        self->m_wasStyle = command == 'm' && !self->m_hadControl;
        if (command == 'r')
            self->setRegion(arguments, count);
        else if (command == 'g')
            self->set(Tabulators, true);
        else if (command == 'b')
            self->m_times = timesOf(arguments, count);
        return 1;
    }

#if GANTRY_VTERM_IS_NEW
    static int end(const VTermStringFragment &fragment, void *user)
    {
        if (fragment.final)
            modes(user)->m_isGround = true;
        return 1;
    }
    static int command(int, VTermStringFragment fragment, void *user)
    {
        return end(fragment, user);
    }
    static int device(const char *, std::size_t, VTermStringFragment fragment, void *user)
    {
        return end(fragment, user);
    }
    static int other(VTermStringFragment fragment, void *user)
    {
        return end(fragment, user);
    }
#else
    static int string(const char *, std::size_t, void *user)
    {
        modes(user)->m_isGround = true;
        return 1;
    }
#endif

    static VTermParserCallbacks table()
    {
        VTermParserCallbacks callbacks = {};
        callbacks.text = text;
        callbacks.control = control;
        callbacks.escape = escape;
        callbacks.csi = csi;
#if GANTRY_VTERM_IS_NEW
        callbacks.osc = command;
        callbacks.dcs = device;
        callbacks.apc = other;
        callbacks.pm = other;
        callbacks.sos = other;
#else
        callbacks.osc = string;
        callbacks.dcs = string;
#endif
        return callbacks;
    }
};

VtermModes::VtermModes(int rows)
    : m_parser(vterm_new(1, 1))
    , m_rows(rows)
{
    static const VTermParserCallbacks callbacks = Callbacks::table();
    vterm_set_utf8(m_parser, 1);
    vterm_parser_set_callbacks(m_parser, &callbacks, this);
}

VtermModes::~VtermModes()
{
    vterm_free(m_parser);
}

void VtermModes::feed(char byte)
{
    if (byte == '\x1b') {
        m_isGround = false;
        m_wasStyle = false;
        m_hadControl = false;
    }
    vterm_input_write(m_parser, &byte, 1);
}

void VtermModes::control(unsigned char code)
{
    m_hadControl = true;
    if (code == 0x0e)
        set(Shift, true);
    else if (code == 0x0f)
        set(Shift, false);
    else if (code == 0x88)
        set(Tabulators, true);
    // Those below 0x80 come amid sequences, too; after a single shift (0x8e, 0x8f) the next character is another one.
    if (code >= 0x80)
        m_isGround = code != 0x8e && code != 0x8f;
}

void VtermModes::escape(const char *bytes, qsizetype size)
{
    const std::string_view sequence(bytes, std::size_t(size));
    if (sequence == "c")
        m_special = 0;
    else if (sequence.front() == '(')
        set(CharacterSet, sequence != "(B");
    else if (sequence == "n" || sequence == "o")
        set(Shift, true);
}

/// Only the first argument counts for libvterm, so that no other one can take back what was set.
void VtermModes::setMode(bool isPrivate, const long *arguments, int count, bool on)
{
    struct Mode
    {
        bool isPrivate;
        long number;
        Special special;
        bool specialWhenOn;
    };
    static constexpr Mode modes[] = {
        {false, 4, Insert, true},      {false, 20, NewLine, true}, {true, 6, Origin, true},
        {true, 69, SideMargins, true}, {true, 7, NoWrap, false},
    };
    for (int i = 0; i < count; ++i) {
        for (const Mode &mode : modes) {
            if (mode.isPrivate != isPrivate || mode.number != CSI_ARG(arguments[i]))
                continue;
            if (on == mode.specialWhenOn || i == 0)
                set(mode.special, on == mode.specialWhenOn);
        }
    }
}

void VtermModes::setRegion(const long *arguments, int count)
{
    const auto isEdge = [&](int index, long edge) {
        return index >= count || CSI_ARG_IS_MISSING(arguments[index]) || CSI_ARG(arguments[index]) == edge;
    };
    set(Region, !isEdge(0, 1) || !isEdge(1, m_rows));
}

} // namespace Gantry
