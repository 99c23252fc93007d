// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/hiddencharacters.h"

#include "look/scintilla.h"

#include <QStringView>

#include <array>
#include <utility>

namespace Gantry {

void showHiddenCharacters(QsciScintillaBase *editor)
{
    static constexpr std::array hidden{
        std::pair(char16_t(0x007F), "DEL"), std::pair(char16_t(0x061C), "ALM"), std::pair(char16_t(0x200E), "LRM"),
        std::pair(char16_t(0x200F), "RLM"), std::pair(char16_t(0x202A), "LRE"), std::pair(char16_t(0x202B), "RLE"),
        std::pair(char16_t(0x202C), "PDF"), std::pair(char16_t(0x202D), "LRO"), std::pair(char16_t(0x202E), "RLO"),
        std::pair(char16_t(0x2066), "LRI"), std::pair(char16_t(0x2067), "RLI"), std::pair(char16_t(0x2068), "FSI"),
        std::pair(char16_t(0x2069), "PDI")};
    for (const auto &[code, name] : hidden) {
        const QByteArray character = QStringView(&code, 1).toUtf8();
        editor->SendScintilla(QsciScintillaBase::SCI_SETREPRESENTATION, character.constData(), name);
    }
}

} // namespace Gantry
