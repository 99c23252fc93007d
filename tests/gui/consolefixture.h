// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/console.h"
#include "console/consolenotice.h"
#include "console/consolerunner.h"
#include "console/messagesview.h"
#include "console/querytab.h"
#include "console/resultpane.h"
#include "console/resulttabs.h"
#include "console/resultview.h"
#include "databases/databasespage.h"
#include "lab/labenvironment.h"
#include "look/theme.h"
#include "shell/workbench.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace Gantry {

/// The page "Databases" in front of the lab's engine, and hands for the console that is shown.
class ConsoleFixture : public QObject
{
protected:
    using State = ConsoleConnection::State;
    static constexpr int Patience = 30000;

    Console *console() const { return m_page->currentConsole(); }
    ConsoleConnection *connection() const { return console()->connection(); }
    QueryTab *query() const { return console()->currentQuery(); }
    QString messages() const { return query()->results()->messages()->toPlainText(); }
    QString cell(int result, qint64 row, int column) const
    {
        const ResultPane *pane = query()->results()->pane(result);
        return pane && pane->view()->rowCount() > row ? pane->view()->displayText(row, column) : QString();
    }
    void type(const QByteArray &sql) { query()->editor()->setScript(sql, false); }
    void press(const QString &id) { m_workbench->actions()->action(id)->trigger(); }
    bool runAll(const QByteArray &sql, int patience = Patience)
    {
        type(sql);
        QSignalSpy ended(console()->runner(), &ConsoleRunner::ended);
        press(QStringLiteral("sql.runAll"));
        return ended.size() > 0 || ended.wait(patience);
    }
    bool connected() const { return console() && connection()->state() == State::Connected; }

    bool noticeSays(const QString &words) const
    {
        const QList<QLabel *> labels = console()->notice()->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&words](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }

    void beginConsoles()
    {
        QVERIFY2(Lab::isUp(), Lab::notUp);
        qputenv("XDG_DATA_HOME", m_home.path().toUtf8());
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // no keychain
        m_state = std::make_unique<UiState>(m_home.filePath(QStringLiteral("state.ini")));
        m_theme = std::make_unique<Theme>();
        m_theme->setMode(Theme::Mode::Light);
        m_theme->apply();
        makePage();
    }

    /// As when the program starts.
    void makePage()
    {
        m_page.reset();
        m_workbench.reset();
        m_workbench = std::make_unique<Workbench>(m_state.get());
        m_workbench->engine()->start(EndpointDiscovery(), Lab::dockerHost());
        QTRY_COMPARE_WITH_TIMEOUT(m_workbench->engine()->state(), Engine::State::Connected, Patience);
        m_page = std::make_unique<DatabasesPage>(m_workbench.get());
        QSignalSpy restored(m_page.get(), &DatabasesPage::restored);
        m_page->resize(1222, 780);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        QVERIFY(restored.size() > 0 || restored.wait(Tests::patience));
    }

    void endConsoles()
    {
        m_page.reset();
        m_workbench.reset();
    }

    QTemporaryDir m_home;
    std::unique_ptr<UiState> m_state;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<DatabasesPage> m_page;
};

} // namespace Gantry
