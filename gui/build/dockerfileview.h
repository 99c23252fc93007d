// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace Gantry {

/// A Dockerfile to read, with numbers before its lines, of which some are marked.
class DockerfileView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit DockerfileView(QWidget *parent = nullptr);

    void setLines(const QStringList &lines);
    /// Marks the lines from \a first to \a last, both counted from 1, and shows them; none where \a first is 0.
    void mark(int first, int last, bool failed);

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintMarks();

    int m_first = 0;
    int m_last = 0;
    bool m_failed = false;
};

} // namespace Gantry
