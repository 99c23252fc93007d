// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/logbuffer.h"

#include <QObject>
#include <QString>
#include <QTimer>

namespace Gantry {

/// Looks for the next or previous line of a LogBuffer that contains a text, without regard to case and to escape
/// sequences. Works in slices of a few milliseconds, so that whoever asked goes on living.
class LogSearch : public QObject
{
    Q_OBJECT

public:
    /// \a buffer is not owned and must outlive the search.
    explicit LogSearch(const LogBuffer *buffer, QObject *parent = nullptr);

    /// Begins at the line after (before) \a from and goes round once; \a from itself is looked at last. Replaces a
    /// search that is under way.
    void find(const QString &text, qint64 from, bool forward);
    void cancel() { m_timer.stop(); }
    bool isRunning() const { return m_timer.isActive(); }

    static constexpr int SliceMs = 4;

Q_SIGNALS:
    void found(qint64 line);
    void notFound();

private:
    void work();
    bool matches(QByteArrayView line) const;

    const LogBuffer *m_buffer;
    QString m_text;
    QByteArray m_ascii; ///< lower case; empty when the text is not ASCII
    qint64 m_line = 0;
    qint64 m_left = 0; ///< lines to look at
    bool m_forward = true;
    QTimer m_timer;
};

} // namespace Gantry
