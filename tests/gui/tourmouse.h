// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/tourhands.h"

namespace Gantry {

/// The tour by mouse; the keyboard is used to type.
class TourMouse final : public TourHands
{
public:
    void goTo(const QString &page) override;
    void find(const QString &name) override;
    void filter(const QString &text) override;
    void openComposeFile(const QString &path) override;
    void choose(const QString &view, const QString &row, const QString &under) override;
    void act(const QString &verb) override;
    void actByMenu(const QString &button, const QString &entry) override;
    void actOnService(const QString &project, const QString &service, const QString &verb) override;
    void begin(const QString &page, const QString &action) override;
    void press(const QString &button) override;
    void write(const QString &field, const QString &text) override;
    void tick(const QString &box) override;
    void pick(const QString &chip) override;
    void tickRow(const QString &view, const QString &row, const QString &under, bool on) override;
    void copyFrom(const QString &view, const QModelIndex &row, int linkColumn) override;
    void typeLine(const QString &line) override;
    void openConsole(const QString &project, const QString &service) override;
    void ask(const QString &sql) override;
    void openTab(const QString &bar, const QString &tab) override;
    void copyCell() override;
    void showOperations() override;
};

} // namespace Gantry
