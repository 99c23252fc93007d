// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"

#include <QWidget>

namespace Gantry {

class UsageCard;
class Workbench;

/// CPU and memory of a container that runs, which is sampled while they are on screen.
class UsageCards : public QWidget
{
    Q_OBJECT

public:
    explicit UsageCards(Workbench *workbench, QWidget *parent = nullptr);

    void setContainer(const ContainerDetails &container);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void refresh();

    Workbench *m_workbench;
    QString m_id;
    UsageCard *m_cpu;
    UsageCard *m_memory;
};

} // namespace Gantry
