// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QSettings>
#include <QThreadPool>
#include <QTimer>
#include <QVariant>

class QHeaderView;
class QSplitter;

namespace Gantry {

/// What the window remembers from one run to the next: geometry, columns, sort, splitters, filters, the page, choices
/// of the user. Reads work from memory when the settings cannot be read or written. What has changed is written once it
/// rests, in a thread of its own, and at the end, which waits for it. Never holds a secret.
class UiState : public QObject
{
    Q_OBJECT

public:
    /// \a fileName is for tests; empty means the user's own settings (organization "gantry").
    explicit UiState(const QString &fileName = {}, QObject *parent = nullptr);
    ~UiState() override;

    QVariant value(const QString &key, const QVariant &fallback = {}) const;
    void setValue(const QString &key, const QVariant &value);

    /// Restores what was remembered under \a key (untranslated, "images/columns") and follows the user's changes:
    /// widths, order, hidden columns and sort of a header, sizes of a splitter, geometry of a window.
    /// Call it after the columns and the panes exist.
    void track(QHeaderView *header, const QString &key);
    void track(QSplitter *splitter, const QString &key);
    void trackWindow(QWidget *window, const QString &key);

Q_SIGNALS:
    /// The file could not be written; once in a run.
    void unwritable(const QString &file);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tellUnwritable();
    void touch(const QString &key, const std::function<QByteArray()> &read);
    void writePending();

    QSettings m_settings;
    QHash<QString, QVariant> m_values;
    QHash<QString, QVariant> m_unwritten;
    QHash<QString, std::function<QByteArray()>> m_pending;
    QHash<QObject *, QString> m_windows;
    QTimer m_write;
    bool m_unwritableTold = false;
    QThreadPool m_writer;
};

} // namespace Gantry
