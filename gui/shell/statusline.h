// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "look/surface.h"

#include <QTimer>

namespace Gantry {

class ElidedLabel;
class Label;

/// The line at the bottom of the window: state of the connection, address and why it is used; engine, containers.
class StatusLine : public Surface
{
    Q_OBJECT

public:
    explicit StatusLine(Engine *engine, QWidget *parent = nullptr);

    /// What stays wrong with the program itself.
    void setNote(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    Engine *m_engine;
    ElidedLabel *m_connection;
    ElidedLabel *m_note;
    Label *m_numbers;
    QTimer m_refresh;
};

} // namespace Gantry
