// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/composefilesearch.h"
#include "look/card.h"

class QVBoxLayout;

namespace Gantry {

/// "Compose files found in your home folder": a card with a row for each, and a link that opens it.
class ComposeFileList : public Card
{
    Q_OBJECT

public:
    explicit ComposeFileList(QWidget *parent = nullptr);

    void setFiles(const QList<FoundComposeFile> &files);

Q_SIGNALS:
    void openRequested(const QString &path);

private:
    QWidget *makeRow(const FoundComposeFile &file);

    QVBoxLayout *m_rows;
};

} // namespace Gantry
