// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/// Qt Test's QTRY macros, included before every test, for a condition of other programs on a busy machine: they wait
/// four times as long, and ask once a look. (Qt's ask once more after they have waited, and fail if the condition held
/// for a moment only.)
namespace Gantry::Tests {
inline constexpr int patience = 20'000; ///< ms
}

#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(...)                                                                                               \
    do {                                                                                                               \
        if (!QTest::qWaitFor([&] { return bool(__VA_ARGS__); }, Gantry::Tests::patience))                              \
            QVERIFY(__VA_ARGS__);                                                                                      \
    } while (false)
#define QTRY_VERIFY2(condition, message)                                                                               \
    do {                                                                                                               \
        if (!QTest::qWaitFor([&] { return bool(condition); }, Gantry::Tests::patience))                                \
            QVERIFY2(condition, message);                                                                              \
    } while (false)
#define QTRY_COMPARE(actual, ...)                                                                                      \
    do {                                                                                                               \
        if (!QTest::qWaitFor([&] { return (actual) == (__VA_ARGS__); }, Gantry::Tests::patience))                      \
            QCOMPARE(actual, (__VA_ARGS__));                                                                           \
    } while (false)
