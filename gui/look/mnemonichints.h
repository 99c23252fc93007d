// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Gantry {

/// Underlines the letters that Alt reaches only while Alt is in play: from its press until its release, or until the
/// menu bar that it opened is left.
class MnemonicHints : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool shown() const { return m_shown; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setShown(bool shown);

    bool m_shown = false;
};

} // namespace Gantry
