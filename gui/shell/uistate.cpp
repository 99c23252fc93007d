// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/uistate.h"

#include "shell/screenroom.h"

#include <QEvent>
#include <QHeaderView>
#include <QPointer>
#include <QSplitter>

namespace Gantry {

using namespace Qt::StringLiterals;

UiState::UiState(const QString &fileName, QObject *parent)
    : QObject(parent)
    , m_settings(fileName.isEmpty() ? QSettings().fileName() : fileName, QSettings::IniFormat)
{
    // A drag of a splitter reports every pixel and a filter every letter; one write when it rests is enough. It waits
    // for the disk.
    m_writer.setMaxThreadCount(1);
    m_write.setSingleShot(true);
    m_write.setInterval(400);
    connect(&m_write, &QTimer::timeout, this, &UiState::writePending);
}

UiState::~UiState()
{
    writePending();
    m_writer.waitForDone();
}

QVariant UiState::value(const QString &key, const QVariant &fallback) const
{
    const auto known = m_values.constFind(key);
    return known != m_values.cend() ? *known : m_settings.value(key, fallback);
}

void UiState::setValue(const QString &key, const QVariant &value)
{
    m_values.insert(key, value);
    m_unwritten.insert(key, value);
    m_write.start();
}

void UiState::track(QHeaderView *header, const QString &key)
{
    header->restoreState(value(key).toByteArray());
    const auto follow = [this, key, guard = QPointer<QHeaderView>(header)] {
        touch(key, [guard] { return guard ? guard->saveState() : QByteArray(); });
    };
    connect(header, &QHeaderView::sectionResized, this, follow);
    connect(header, &QHeaderView::sectionMoved, this, follow);
    connect(header, &QHeaderView::sortIndicatorChanged, this, follow);
}

void UiState::track(QSplitter *splitter, const QString &key)
{
    splitter->restoreState(value(key).toByteArray());
    connect(splitter, &QSplitter::splitterMoved, this, [this, key, guard = QPointer<QSplitter>(splitter)] {
        touch(key, [guard] { return guard ? guard->saveState() : QByteArray(); });
    });
}

void UiState::trackWindow(QWidget *window, const QString &key)
{
    if (window->restoreGeometry(value(key).toByteArray()))
        keepOnScreen(window);
    m_windows.insert(window, key);
    window->installEventFilter(this);
    connect(window, &QObject::destroyed, this, [this, window, key] {
        m_windows.remove(window);
        m_pending.remove(key); // it would be read as nothing
    });
}

bool UiState::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
    case QEvent::WindowStateChange:
    case QEvent::Close:
        if (auto *window = qobject_cast<QWidget *>(watched); window && m_windows.contains(window)) {
            touch(m_windows.value(window),
                  [guard = QPointer<QWidget>(window)] { return guard ? guard->saveGeometry() : QByteArray(); });
            if (event->type() == QEvent::Close)
                writePending();
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void UiState::touch(const QString &key, const std::function<QByteArray()> &read)
{
    m_pending.insert(key, read);
    m_write.start();
}

void UiState::writePending()
{
    const auto pending = std::exchange(m_pending, {});
    for (auto it = pending.cbegin(); it != pending.cend(); ++it) {
        const QByteArray state = it.value()();
        if (state.isEmpty())
            continue;
        m_values.insert(it.key(), state);
        m_unwritten.insert(it.key(), state);
    }
    if (m_unwritten.isEmpty())
        return;
    m_writer.start([this, file = m_settings.fileName(), values = std::exchange(m_unwritten, {})] {
        QSettings settings(file, QSettings::IniFormat);
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            settings.setValue(it.key(), it.value());
        settings.sync();
        if (settings.status() != QSettings::NoError)
            QMetaObject::invokeMethod(this, &UiState::tellUnwritable);
    });
}

void UiState::tellUnwritable()
{
    if (!std::exchange(m_unwritableTold, true))
        Q_EMIT unwritable(m_settings.fileName());
}

} // namespace Gantry
