// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"

#include <QWidget>

class QGridLayout;

namespace Gantry {

/// What was looked at, also where it was ruled out: a mark, what it is, and what was found.
class CheckList : public QWidget
{
    Q_OBJECT

public:
    explicit CheckList(const QString &title, QWidget *parent = nullptr);

    void setChecks(const QList<DiagnosisCheck> &checks);

private:
    QList<DiagnosisCheck> m_checks;
    QGridLayout *m_grid;
};

} // namespace Gantry
