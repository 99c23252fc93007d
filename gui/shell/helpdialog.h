// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace Gantry {

/// Help of one page as plain text (F1): what it shows, and its keys.
class HelpDialog : public QDialog
{
    Q_OBJECT

public:
    HelpDialog(const QString &title, const QString &text, QWidget *parent);

    /// Text for a page; \a page is its id ("containers").
    static QString textFor(const QString &page);
};

} // namespace Gantry
