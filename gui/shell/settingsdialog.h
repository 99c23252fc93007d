// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace Gantry {

class ActionRegistry;

/// The few settings there are; each takes effect at once. Its controls are the registry's own actions, so that the
/// View menu and the dialog always say the same.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(ActionRegistry *actions, QWidget *parent);
};

} // namespace Gantry
