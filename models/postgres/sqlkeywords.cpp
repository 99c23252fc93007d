// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/sqlkeywords.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace Gantry::SqlKeywords {

namespace {

// Appendix C of the documentation of PostgreSQL 15 and 16. First those that are shown as keywords, then those that
// are often the name of a column.
constexpr std::string_view shownWords
    = "abort add all alter analyse analyze and any array as asc assertion assignment asymmetric atomic attach "
      "attribute authorization begin between bigint binary bit boolean both by call cascade cascaded case cast char "
      "character check checkpoint close cluster coalesce collate collation column comment commit committed "
      "concurrently conflict constraint constraints continue conversion copy create cross csv cube current_catalog "
      "current_date current_role current_schema current_time current_timestamp current_user cursor cycle database "
      "deallocate dec decimal declare default defaults deferrable deferred delete desc detach discard distinct do "
      "domain double drop else end enum except exclusive execute exists explain expression extension external "
      "extract false fetch filter float following for foreign forward freeze from full function functions grant "
      "granted greatest group grouping having hold if ilike immediate immutable implicit import in include index "
      "indexes inherit inherits initially inner inout insensitive insert instead int integer intersect interval "
      "into is isnull join lateral leading least left like limit listen load local localtime localtimestamp "
      "materialized merge move national natural nchar none normalize not nothing notify notnull nowait null nullif "
      "nulls numeric offset on only or order out outer over overlaps overlay owner partial partition placing "
      "position preceding precision prepare prepared preserve primary procedure procedures publication range real "
      "reassign recheck recursive references refresh reindex release rename repeatable replace replica reset "
      "restart restrict return returning returns revoke right rollback rollup routine routines row rows savepoint "
      "schema schemas select sequence sequences serializable session_user set setof show similar smallint snapshot "
      "some sql stable strict substring symmetric system_user table tables tablesample tablespace temporary then "
      "time timestamp to trailing transaction treat trigger trim true truncate union unique unlisten unlogged until "
      "update user using vacuum validate values varchar variadic varying verbose view volatile when where window "
      "with within without work write xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse "
      "xmlpi xmlroot xmlserialize xmltable";
constexpr std::string_view otherWords
    = "absolute access action admin after aggregate also always asensitive at backward before breadth cache called "
      "catalog chain characteristics class columns comments compression configuration connection content cost "
      "current data day definer delimiter delimiters depends depth dictionary disable document each enable encoding "
      "encrypted escape event exclude excluding family finalize first force generated global groups handler header "
      "hour identity including increment inline input invoker isolation key label language large last leakproof "
      "level location lock locked logged mapping match matched maxvalue method minute minvalue mode month name "
      "names new next nfc nfd nfkc nfkd no normalized object of off oids old operator option options ordinality "
      "others overriding owned parallel parameter parser passing password plans policy prior privileges procedural "
      "program quote read ref referencing relative role rule scroll search second security server session sets "
      "share simple skip standalone start statement statistics stdin stdout storage stored strip subscription "
      "support sysid system temp template text ties transform trusted type types uescape unbounded uncommitted "
      "unencrypted unknown valid validator value version views whitespace wrapper xml year yes zone";

struct Word
{
    const char *text = nullptr;
    quint8 size = 0;
    bool shown = false;
};

constexpr qsizetype longestKeyword = 17;
constexpr quint32 slots = 2048;
using Table = std::array<Word, slots>;

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

constexpr quint32 hash(const char *text, size_t size)
{
    quint32 value = 2166136261U;
    for (size_t i = 0; i < size; ++i)
        value = (value ^ quint8(lower(text[i]))) * 16777619U;
    return (value ^ (value >> 15)) % slots;
}

constexpr void insert(Table &table, std::string_view words, bool shown)
{
    while (!words.empty()) {
        const std::string_view word = words.substr(0, words.find(' '));
        words.remove_prefix(std::min(word.size() + 1, words.size()));
        quint32 slot = hash(word.data(), word.size());
        while (table[slot].text != nullptr)
            slot = (slot + 1) % slots;
        table[slot] = {word.data(), quint8(word.size()), shown};
    }
}

// Open addressing; an empty slot ends a search.
constexpr Table makeTable()
{
    Table table{};
    insert(table, shownWords, true);
    insert(table, otherWords, false);
    return table;
}

constexpr Table table = makeTable();

} // namespace

bool isKeyword(QByteArrayView word)
{
    if (word.size() > longestKeyword)
        return false;
    const auto same = [word](const Word &candidate) {
        return candidate.size == word.size()
            && std::equal(word.begin(), word.end(), candidate.text, [](char a, char b) { return lower(a) == b; });
    };
    for (quint32 slot = hash(word.data(), size_t(word.size())); table[slot].text != nullptr;
         slot = (slot + 1) % slots) {
        if (same(table[slot]))
            return table[slot].shown;
    }
    return false;
}

QList<QByteArrayView> all()
{
    QList<QByteArrayView> result;
    for (const Word &word : table) {
        if (word.text != nullptr)
            result.append(QByteArrayView(word.text, word.size));
    }
    std::sort(result.begin(), result.end(), [](QByteArrayView a, QByteArrayView b) {
        return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end());
    });
    return result;
}

} // namespace Gantry::SqlKeywords
