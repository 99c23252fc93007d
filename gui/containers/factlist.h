// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/containerfacts.h"

#include <QWidget>

class QVBoxLayout;

namespace Gantry {

class FactRow;

/// Sections of facts, one a line: caption and value. Lines that only change their value keep their widgets, so that
/// nothing flickers and the place stays; a secret that was shown is masked again when another container comes.
class FactList : public QWidget
{
    Q_OBJECT

public:
    explicit FactList(QWidget *parent = nullptr);

    /// Returns whether it made its lines anew.
    bool setSections(const QList<FactSection> &sections);
    /// Masks all secrets again.
    void maskAll();

Q_SIGNALS:
    void projectActivated(const QString &project);

private:
    void rebuild();
    QWidget *makeSection(const FactSection &section);

    QList<FactSection> m_sections;
    QList<FactRow *> m_rows; ///< in the order of the facts
    QVBoxLayout *m_layout;
};

} // namespace Gantry
