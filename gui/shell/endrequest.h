// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Gantry {

/// Hears the signals by which a session or a user ends a program (SIGTERM, SIGINT, SIGHUP), and tells of them in the
/// event loop, so that what was typed can be written first. One at a time; a second signal ends the program at once.
class EndRequest : public QObject
{
    Q_OBJECT

public:
    explicit EndRequest(QObject *parent = nullptr);
    ~EndRequest() override;

Q_SIGNALS:
    void arrived();
};

} // namespace Gantry
