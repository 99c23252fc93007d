// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "containers/containertree.h"
#include "fakecontainers.h"
#include "items/cellroles.h"
#include "items/containermodel.h"
#include "operations/operationlog.h"
#include "shell/page.h"
#include "shellprobe.h"

#include <QDialog>
#include <QLineEdit>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <optional>

namespace Gantry {

using namespace Qt::StringLiterals;

inline QJsonObject compose(const QString &project, const QString &service)
{
    return {{u"com.docker.compose.project"_s, project},
            {u"com.docker.compose.service"_s, service},
            {u"com.docker.compose.container-number"_s, u"1"_s}};
}

inline QJsonObject volume(const QString &name)
{
    return {{u"Mounts"_s,
             QJsonArray{QJsonObject{{u"Type"_s, u"volume"_s}, {u"Name"_s, name}, {u"Destination"_s, u"/d"_s}}}}};
}

/// The window over an engine with four containers that the test plays; a base for tests of the Containers page.
class ContainersProbe : public QObject
{
protected:
    /// Opens the window and waits for the list.
    void start()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"gantry"_s);
        m_folder.emplace();
        m_engine.emplace();
        m_engine->answerBasics();
        m_fake.emplace(&*m_engine);
        m_fake->add(
            'a', u"shop-web-1"_s, u"shop-web:2"_s, u"Up 3 minutes"_s, compose(u"shop"_s, u"web"_s),
            {{u"Ports"_s,
              QJsonArray{QJsonObject{
                  {u"IP"_s, u"0.0.0.0"_s}, {u"PrivatePort"_s, 80}, {u"PublicPort"_s, 8080}, {u"Type"_s, u"tcp"_s}}}}});
        m_fake->add('b', u"shop-db-1"_s, u"redis:7"_s, u"Up 3 minutes (healthy)"_s, compose(u"shop"_s, u"db"_s),
                    volume(u"shop_data"_s));
        m_fake->add('c', u"tp1-api-1"_s, u"tp1-api"_s, u"Exited (3) 2 hours ago"_s, compose(u"tp1"_s, u"api"_s));
        m_fake->add('d', u"alone"_s, u"busybox"_s, u"Up 2 hours (Paused)"_s);
        open();
    }
    void end()
    {
        m_shell.reset();
        m_fake.reset();
        m_engine.reset();
        m_folder.reset();
    }
    void open()
    {
        m_shell.emplace(m_folder->filePath(u"state.conf"_s));
        m_shell->window.resize(1440, 900);
        m_shell->connectTo(*m_engine);
        QTRY_COMPARE(rows().size(), 7);
    }

    ContainerTree *tree() const { return m_shell->find<ContainerTree>(u"containersTree"_s); }
    QLineEdit *filter() const { return page()->findChild<QLineEdit *>(u"filter"_s); }
    QWidget *page() const { return m_shell->window.currentPage(); }
    Operation *operation() const
    {
        const QList<Operation *> &all = m_shell->workbench.operations()->operations();
        return all.isEmpty() ? nullptr : all.last();
    }
    static QStringList ids(const char *digits)
    {
        QStringList all;
        for (; *digits; ++digits)
            all << QString::fromLatin1(FakeContainers::id(*digits));
        return all;
    }

    QModelIndex index(char digit, int column = 0) const
    {
        const QAbstractItemModel *model = tree()->model();
        const QModelIndexList found
            = model->match(model->index(0, 0), ContainerModel::IdRole, QString::fromLatin1(FakeContainers::id(digit)),
                           1, Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? QModelIndex() : found.first().siblingAtColumn(column);
    }
    QString state(char digit) const { return index(digit, ContainerModel::StateColumn).data().toString(); }
    void select(char digit) { tree()->select(QString::fromLatin1(FakeContainers::id(digit))); }
    void click(char digit, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, modifiers, tree()->visualRect(index(digit)).center());
    }

    /// In the list, once it has the keyboard: without a window manager it does not come back from a dialog by itself.
    void press(Qt::Key key)
    {
        m_shell->window.activateWindow();
        QVERIFY(QTest::qWaitFor([this] { return tree()->hasFocus(); }));
        QTest::keyClick(tree(), key);
    }
    QDialog *dialog(const QString &name) const
    {
        QDialog *found = nullptr;
        [[maybe_unused]] const bool came
            = QTest::qWaitFor([&] { return (found = m_shell->find<QDialog>(name)) && found->isVisible(); });
        return found;
    }

    /// The cells that are shown, a row a line, the containers of a group indented.
    QStringList rows() const
    {
        QStringList lines;
        addRows({}, &lines, {});
        return lines;
    }
    void addRows(const QModelIndex &parent, QStringList *lines, const QString &indent) const
    {
        const QAbstractItemModel *model = tree()->model();
        for (int row = 0; row < model->rowCount(parent); ++row) {
            QStringList cells;
            for (int column = 0; column <= ContainerModel::PortsColumn; ++column)
                cells << model->index(row, column, parent).data().toString();
            const QModelIndex head = model->index(row, 0, parent);
            if (head.data(GroupRole).toBool())
                cells = cells.first(2);
            lines->append(indent + cells.join(u'|'));
            addRows(head, lines, indent + u"  "_s);
        }
    }
    QStringList names() const
    {
        QStringList all;
        for (const QString &line : rows())
            all << line.section(u'|', 0, 0).mid(line.startsWith(u' ') ? 2 : 0);
        return all;
    }

    std::optional<QTemporaryDir> m_folder;
    std::optional<FakeEngine> m_engine;
    std::optional<FakeContainers> m_fake;
    std::optional<Shell> m_shell;
};

} // namespace Gantry
