// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemView>
#include <QCoreApplication>
#include <QEvent>
#include <QGenericPlugin>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <cstdio>

namespace {

/// Prints the time at which the list of containers was painted with all of them, once.
class ListProbe : public QObject
{
    Q_OBJECT

public:
    explicit ListProbe(int containers)
        : m_containers(containers)
    {
        QCoreApplication::instance()->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Paint)
            return false;
        const auto *view = qobject_cast<QAbstractItemView *>(watched->parent());
        if (!view || view->objectName() != QLatin1String("containersTree") || watched != view->viewport()
            || countIn(view->model()) < m_containers)
            return false;
        QCoreApplication::instance()->removeEventFilter(this);
        // The frame is complete when the event of the display that asked for it has ended.
        QTimer::singleShot(0, this, [] {
            const auto now = std::chrono::steady_clock::now().time_since_epoch();
            std::printf("painted %lld\n",
                        static_cast<long long>(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count()));
            std::fflush(stdout);
        });
        return false;
    }

private:
    static int countIn(const QAbstractItemModel *model)
    {
        int count = 0;
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex head = model->index(row, 0);
            count += model->hasChildren(head) ? model->rowCount(head) : 1;
        }
        return count;
    }

    int m_containers;
};

} // namespace

class ListProbePlugin : public QGenericPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "probe.json")

public:
    QObject *create(const QString &, const QString &) override
    {
        return new ListProbe(qEnvironmentVariableIntValue("GANTRY_BENCH_CONTAINERS"));
    }
};

#include "probe.moc"
