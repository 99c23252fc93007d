// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/endpointdiscovery.h"
#include "engine/engine.h"
#include "look/menubutton.h"

namespace Gantry {

/// The box above the navigation: name of the engine, its product and version, and the state of the connection. Its menu
/// says why this engine is used, offers the others that were found, and tries again.
class EngineBox : public MenuButton
{
    Q_OBJECT

public:
    EngineBox(Engine *engine, QAction *retry, QWidget *parent = nullptr);

    /// Icon alone.
    void setCompact(bool compact);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Where the two lines stand, before mirroring.
    QRect textArea() const;
    /// Product and state, or the state alone where both have no room: it is what the line is there for.
    QString secondLine() const;

Q_SIGNALS:
    /// The user chose another engine.
    void engineChosen(const Gantry::Endpoint &endpoint);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();
    void fillMenu();
    QString name() const;

    Engine *m_engine;
    QAction *m_retry;
    bool m_compact = false;
};

} // namespace Gantry
