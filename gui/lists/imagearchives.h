// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace Gantry {

class Workbench;

/// Asks for a file and saves images to it, as an operation. \a expected is about how many bytes there will be.
void saveImages(Workbench *workbench, const QStringList &names, qint64 expected, QWidget *parent);

/// Asks for files and loads the images in them, each as an operation.
void loadImages(Workbench *workbench, QWidget *parent);

} // namespace Gantry
