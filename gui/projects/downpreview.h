// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/ask.h"

#include <QCoreApplication>

namespace Gantry {

class Workbench;

/// What goes and what stays when a project is taken down, by name, and by size as far as that was measured.
class DownPreview
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::DownPreview)

public:
    /// \a workbench is not owned and outlives this.
    DownPreview(const Workbench *workbench, QString project);

    /// Before "down": the volumes stay.
    QString toolTip() const;
    /// The same as sentences, for who has no pointer to get a tool tip by.
    QString hint() const;
    /// Its lines on what goes and what stays, where there is anything; \a measuring: sizes that are missing will come.
    QStringList lines(bool measuring) const;
    /// The same of what "down" with volumes does besides.
    QStringList volumeLines(bool measuring) const;
    /// Before "down" with volumes.
    Question question(bool measuring) const;
    /// Whether a volume is among them of which nobody knows the size.
    bool lacksSizes() const;

private:
    QStringList containers() const;
    QStringList networks() const;
    QStringList images() const;
    /// Named volumes of its containers that are not its own: they stay in any case.
    QStringList foreignVolumes() const;
    /// As the user knows it: an anonymous one by its place.
    QString volumeName(const QString &volume) const;
    /// Empty where it is not known.
    QString sizeText(const QString &volume, bool measuring) const;
    QString volumeLine(const QString &volume, bool measuring) const;
    QStringList inSentence(const QStringList &volumes, bool measuring) const;

    const Workbench *m_workbench;
    QString m_project;
    QStringList m_volumes;
};

} // namespace Gantry
