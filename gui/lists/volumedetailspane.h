// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/volumemodel.h"
#include "lists/objectdetailspane.h"

namespace Gantry {

/// Where a volume is kept, who uses it, and its labels.
class VolumeDetailsPane : public ObjectDetailsPane
{
    Q_OBJECT

public:
    explicit VolumeDetailsPane(QWidget *parent);

    void setVolume(const VolumeRow &volume);
    void clear() { showNothing(); }
};

} // namespace Gantry
