// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/composecli.h"
#include "containers/containerdetailspane.h"
#include "foreignfixture.h"
#include "logs/logview.h"
#include "look/scintilla.h"
#include "operations/operationlog.h"
#include "shell/commandpalette.h"
#include "shell/page.h"
#include "turnwatch.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QProcess>
#include <QTabBar>
#include <QToolTip>
#include <QTreeView>

#include <algorithm>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// Names, labels, variables, logs and messages from outside: plain text wherever the window shows them.
class TestForeignStrings : public ForeignFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginShells(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void everywhereInTheWindow_data();
    void everywhereInTheWindow();
    void filesAndMenus_data() { addLanguages(); }
    void filesAndMenus();
    void namesThatLookLikePlaceholders();
    void copiedCommandsAreReadBackByAShell();
    void longNames_data() { addLanguages(); }
    void longNames();
    void longNamesLeaveRoomForTheWords();
};

void TestForeignStrings::everywhereInTheWindow_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("images");
    QTest::newRow("English") << u"en"_s << u"Remove images"_s;
    QTest::newRow("French") << u"fr"_s << u"Supprimer les images"_s;
}

void TestForeignStrings::everywhereInTheWindow()
{
    QFETCH(QString, language);
    QFETCH(QString, images);
    translate(language);
    const QString text = ForeignTexts::evil(QString());
    fill(text, 'a');
    m_fake->add('d', ForeignTexts::evil(u"pg"_s), u"postgres:16"_s, u"Up 3 minutes"_s, labels(text, u"db"_s));
    m_engine->answer("/version",
                     json({{u"Version"_s, text}, {u"ApiVersion"_s, u"1.43"_s}, {u"MinAPIVersion"_s, u"1.12"_s}}));
    const QByteArray refusal = json({{u"message"_s, text}});
    m_engine->answer(FakeContainers::path('a', "stop"), refusal, 500);
    m_engine->on(FakeContainers::path('a', "logs"), [&](QLocalSocket *socket, const FakeEngine::Request &) {
        socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                      + logFrame("2024-01-01T10:00:00.000000000Z " + text.toUtf8() + "\xff\xc3(\n"));
    });
    open();
    const auto *window = &m_shell->window;
    check(&m_shell->window, u"containers"_s);

    select('a');
    auto *pane = m_shell->find<ContainerDetailsPane>(u"containerDetails"_s);
    QVERIFY(pane);
    QTRY_VERIFY(m_shell->find<QWidget>(u"environment"_s));
    check(&m_shell->window, u"overview"_s);
    auto *tabs = m_shell->find<QTabBar>(u"detailTabs"_s);
    tabs->setCurrentIndex(ContainerDetailsPane::LogsTab);
    auto *log = m_shell->find<LogView>(u"log"_s);
    QTRY_VERIFY(PaintedTexts::of(log).join(QString()).contains(u"<b>evil"_s));
    check(&m_shell->window, u"log"_s);
    tabs->setCurrentIndex(ContainerDetailsPane::InspectTab);
    auto *inspect = m_shell->find<QsciScintilla>(u"inspectJson"_s);
    QTRY_VERIFY(inspect->text().contains(u"evil"_s));
    QTRY_VERIFY(PaintedTexts::of(inspect).contains(u"RLO"_s));
    check(&m_shell->window, u"inspect"_s);

    // Refused with the engine's own words: the notice, then Operations.
    m_shell->action(u"container.stop"_s)->trigger();
    const auto lastEnded = [this] {
        const QList<Operation *> &all = m_shell->workbench.operations()->operations();
        return !all.isEmpty() && !all.last()->isRunning();
    };
    QTRY_VERIFY(lastEnded());
    QTRY_VERIFY(m_shell->action(u"failure.show"_s)->isEnabled());
    check(&m_shell->window, u"notice"_s);
    m_shell->action(u"failure.show"_s)->trigger();
    QTRY_VERIFY(view(u"operations"_s)->isVisible());
    check(&m_shell->window, u"operations"_s);
    m_shell->action(u"shell.operations"_s)->trigger();

    m_shell->action(u"container.remove"_s)->trigger();
    auto *question = dialog<QDialog>(u"removeContainers"_s);
    QVERIFY(question);
    check(question, u"remove"_s);
    question->reject();
    m_shell->action(u"container.rename"_s)->trigger();
    question = dialog<QDialog>(u"renameContainer"_s);
    QVERIFY(question);
    check(question, u"rename"_s);
    question->reject();

    for (const QString &page : {u"images"_s, u"volumes"_s, u"networks"_s}) {
        m_shell->window.showPage(page);
        QAbstractItemView *table = view(page + u"Table"_s);
        table->selectAll();
        check(&m_shell->window, page);
        if (!m_shell->action(page + u".remove"_s)->isEnabled())
            continue; // used by a container
        m_shell->action(page + u".remove"_s)->trigger();
        auto *box = dialog<QMessageBox>(u"question"_s);
        QVERIFY(box);
        QVERIFY(page != u"images"_s || box->windowTitle() == images);
        check(box, page + u", question"_s);
        delete box;
    }
    m_shell->window.showPage(u"databases"_s);
    QTRY_COMPARE(view(u"databasesTable"_s)->model()->rowCount(), 1);
    check(&m_shell->window, u"databases"_s);

    m_shell->window.showPage(u"projects"_s);
    auto *projects = qobject_cast<QTreeView *>(view(u"projectsTree"_s));
    projects->expandAll();
    projects->setCurrentIndex(projects->model()->index(0, 0));
    QTRY_COMPARE(view(u"services"_s)->model()->rowCount(), 2);
    check(&m_shell->window, u"project"_s);
    m_shell->find<QTabBar>(u"projectTabs"_s)->setCurrentIndex(1);
    check(&m_shell->window, u"project's files"_s);
    m_shell->find<QTabBar>(u"projectTabs"_s)->setCurrentIndex(0);
    m_shell->action(u"project.downVolumes"_s)->trigger();
    auto *box = dialog<QMessageBox>(u"question"_s);
    QVERIFY(box);
    check(box, u"down with volumes"_s);
    delete box;

    auto *palette = m_shell->find<CommandPalette>(u"commandPalette"_s);
    m_shell->action(u"shell.palette"_s)->trigger();
    QVERIFY(palette->isVisible());
    m_shell->find<QLineEdit>(u"paletteField"_s)->setText(u"evil"_s);
    check(palette, u"palette"_s);
    palette->hide();
    QCOMPARE(window->size(), QSize(1600, 1000));
}

void TestForeignStrings::filesAndMenus()
{
    QFETCH(QString, language);
    translate(language);
    const QString text = ForeignTexts::evil();
    Endpoint endpoint = m_engine->endpoint();
    endpoint.name = text;
    endpoint.reason = text;
    m_shell.emplace(stateFile());
    m_shell->window.resize(1600, 1000);
    m_shell->workbench.engine()->start({{endpoint}, true, {}});
    QTRY_VERIFY(m_shell->isConnected());
    check(&m_shell->window, u"engine"_s);
    auto *engines = m_shell->find<QMenu>(u"engineMenu"_s);
    engines->popup({0, 0});
    check(engines, u"menu of engines"_s);
    engines->hide();

    // A file and a folder of such names, with such services.
    const QDir folder(m_folder.path());
    const QString name = text + language;
    QVERIFY(folder.mkdir(name));
    QFile file(folder.filePath(name) + u"/compose.yaml"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QJsonObject service{
        {u"image"_s, text}, {u"command"_s, text}, {u"ports"_s, QJsonArray{text}}, {u"profiles"_s, QJsonArray{text}}};
    const QJsonObject dependent{{u"image"_s, text}, {u"depends_on"_s, QJsonArray{text}}};
    file.write(json({{u"name"_s, u"foreign"_s}, {u"services"_s, QJsonObject{{text, service}, {u"b"_s, dependent}}}}));
    file.close();
    m_shell->workbench.openPath(file.fileName());
    m_shell->window.showPage(u"projects"_s);
    auto *projects = qobject_cast<QTreeView *>(view(u"projectsTree"_s));
    QTRY_VERIFY(projects->isVisible() && projects->model()->rowCount() == 1);
    projects->setCurrentIndex(projects->model()->index(0, 0));
    projects->expandAll();
    QTRY_COMPARE(view(u"services"_s)->model()->rowCount(), 2);
    // What Compose says of such a file stands there as well.
    const auto hasProblem
        = [this] { return !m_shell->workbench.projectStore()->project(u"foreign"_s).problem.isEmpty(); };
    const ComposeCli *cli = m_shell->workbench.projectCommands()->cli();
    QTRY_VERIFY_WITH_TIMEOUT(!cli->isSearching(), 30'000);
    if (m_shell->workbench.projectCommands()->canCheck(u"foreign"_s))
        QTRY_VERIFY_WITH_TIMEOUT(hasProblem(), 30'000);
    check(&m_shell->window, u"project of a file"_s);
    m_shell->find<QTabBar>(u"projectTabs"_s)->setCurrentIndex(1);
    auto *shown = m_shell->find<QsciScintilla>(u"projectFileText"_s);
    QTRY_VERIFY(shown->text().contains(u"evil"_s));
    check(&m_shell->window, u"file"_s);
    auto *up = m_shell->find<QMenu>(u"projectUpMenu"_s);
    up->popup({0, 0});
    check(up, u"menu of Up"_s);
    up->hide();
}

void TestForeignStrings::namesThatLookLikePlaceholders()
{
    translate(u"en"_s);
    for (const char digit : {'a', 'b'}) {
        QJsonObject two = labels(u"shop"_s, u"%2 of %1"_s);
        two[u"com.docker.compose.container-number"_s] = QString(QLatin1Char(digit == 'a' ? '1' : '2'));
        m_fake->add(digit, u"x%1"_s.arg(QLatin1Char(digit)), u"image"_s, u"Up 3 minutes"_s, two);
    }
    open();
    const QAbstractItemModel *model = view(u"containersTree"_s)->model();
    QTRY_COMPARE(model->rowCount(model->index(0, 0)), 2);
    QCOMPARE(model->index(0, 0, model->index(0, 0)).data().toString(), u"%2 of %1 1"_s);
    QCOMPARE(model->index(1, 0, model->index(0, 0)).data().toString(), u"%2 of %1 2"_s);
}

void TestForeignStrings::copiedCommandsAreReadBackByAShell()
{
    translate(u"en"_s);
    const QString dash = u"-rf $(touch x) `id`\n&& rm;\x1b[201~\x07'\"\\\n"_s;
    fill(dash, 'a');
    m_fake->accept('a', "stop");
    open();
    m_shell->action(u"shell.operations"_s)->trigger();
    select('a');
    QTRY_VERIFY(m_shell->action(u"container.stop"_s)->isEnabled());
    m_shell->action(u"container.stop"_s)->trigger();
    QTRY_COMPARE(m_shell->workbench.operations()->operations().size(), 1);
    const Operation *operation = m_shell->workbench.operations()->operations().last();
    QTRY_VERIFY(!operation->isRunning());
    QVERIFY2(operation->command().contains(dash), qPrintable(operation->commandLine()));

    QTRY_VERIFY(m_shell->action(u"operations.copy"_s)->isEnabled());
    m_shell->action(u"operations.copy"_s)->trigger();
    const QString copied = QApplication::clipboard()->text();
    // A terminal obeys control characters before the shell sees them.
    for (const QChar c : copied)
        QVERIFY2(c == u'\n' || !ForeignTexts::isInvisible(c), qPrintable(ForeignTexts::escaped(copied)));
    QProcess shell;
    shell.start(u"bash"_s, {u"-c"_s, u"docker() { printf '%s\\0' docker \"$@\"; }; "_s + copied});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.readAllStandardError(), QByteArray());
    QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), operation->command().join(QChar(u'\0')) + QChar(u'\0'));
}

void TestForeignStrings::longNames()
{
    QFETCH(QString, language);
    translate(language);
    constexpr qsizetype length = 60'000;
    const QString text(length, u'w');
    fill(text, 'a');
    m_fake->add('b', QString(length, u' ') + u'x', QString(length, u','), u"Created"_s,
                labels(u"a, "_s.repeated(length / 3), u"b \u202e"_s.repeated(length / 3)));
    m_fake->add('d', u"pg"_s + text, u"postgres:16"_s, u"Up 3 minutes"_s, labels(text, u"db"_s));
    m_engine->answer(FakeContainers::path('a', "stop"), json({{u"message"_s, text}}), 500);
    m_engine->on(FakeContainers::path('a', "logs"), [&](QLocalSocket *socket, const FakeEngine::Request &) {
        socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                      + logFrame("2024-01-01T10:00:00.000000000Z " + text.toUtf8() + '\n'));
    });
    open();
    qint64 longest = 0;
    const auto look = [&](const QString &where, const std::function<void()> &act) {
        TurnWatch watch;
        act();
        m_shell->window.repaint();
        int turns = 0;
        QTimer turn;
        turn.callOnTimeout([&turns] { ++turns; });
        turn.start(0);
        QTRY_VERIFY(turns > 50); // what follows later is done as well
        longest = std::max(longest, watch.longestMs());
        qInfo("%s: %lld ms, at least %d wide", qPrintable(where), watch.longestMs(),
              m_shell->window.minimumSizeHint().width());
        QVERIFY2(watch.longestMs() < TurnWatch::mostMs, qPrintable(where));
        QVERIFY2(m_shell->window.minimumSizeHint().width() <= 1024, qPrintable(where));
        QCOMPARE(m_shell->window.size(), QSize(1600, 1000));
    };
    look(u"containers"_s, [] {});
    look(u"details"_s, [&] { select('a'); });
    QTRY_VERIFY(m_shell->find<QWidget>(u"environment"_s));
    look(u"overview"_s, [] {});
    auto *tabs = m_shell->find<QTabBar>(u"detailTabs"_s);
    look(u"log"_s, [&] { tabs->setCurrentIndex(ContainerDetailsPane::LogsTab); });
    look(u"inspect"_s, [&] { tabs->setCurrentIndex(ContainerDetailsPane::InspectTab); });
    look(u"refusal"_s, [&] { m_shell->action(u"container.stop"_s)->trigger(); });
    QTRY_VERIFY(m_shell->action(u"failure.show"_s)->isEnabled());
    look(u"operations"_s, [&] { m_shell->action(u"failure.show"_s)->trigger(); });
    look(u"tooltip"_s, [&] {
        const QAbstractItemView *tree = view(u"containersTree"_s);
        QWidget *rows = tree->viewport();
        const QPoint place = tree->visualRect(tree->currentIndex().siblingAtColumn(0)).center();
        QHelpEvent event(QEvent::ToolTip, place, rows->mapToGlobal(place));
        QApplication::sendEvent(rows, &event);
        QVERIFY(QToolTip::text().contains(u"www"_s));
        QToolTip::hideText();
    });
    m_shell->action(u"shell.operations"_s)->trigger();
    m_shell->action(u"container.remove"_s)->trigger();
    auto *question = dialog<QDialog>(u"removeContainers"_s);
    QVERIFY(question);
    QVERIFY2(question->width() < 1600, qPrintable(QString::number(question->width())));
    question->reject();
    m_shell->action(u"container.rename"_s)->trigger();
    question = dialog<QDialog>(u"renameContainer"_s);
    QVERIFY(question);
    QVERIFY2(question->width() < 1600, qPrintable(QString::number(question->width())));
    question->reject();
    for (const QString &page : {u"images"_s, u"volumes"_s, u"networks"_s, u"databases"_s, u"projects"_s})
        look(page, [&] { m_shell->window.showPage(page); });
    look(u"project"_s, [&] {
        auto *projects = qobject_cast<QTreeView *>(view(u"projectsTree"_s));
        projects->expandAll();
        projects->setCurrentIndex(projects->model()->index(1, 0));
    });
    look(u"files"_s, [&] { m_shell->find<QTabBar>(u"projectTabs"_s)->setCurrentIndex(1); });
    look(u"down with volumes"_s, [&] { m_shell->action(u"project.downVolumes"_s)->trigger(); });
    auto *box = dialog<QMessageBox>(u"question"_s);
    QVERIFY(box);
    QVERIFY2(box->width() < 1600 && box->height() < 1000, qPrintable(QString::number(box->height())));
    delete box;
    look(u"palette"_s, [&] {
        m_shell->action(u"shell.palette"_s)->trigger();
        m_shell->find<QLineEdit>(u"paletteField"_s)->setText(u"ww"_s);
    });
    qInfo("the loop stood still for %lld ms at most", longest);
}

void TestForeignStrings::longNamesLeaveRoomForTheWords()
{
    translate(u"en"_s);
    const QString text = u"begin"_s + QString(60'000, u'W') + u"end"_s;
    fill(text, 'a');
    m_fake->add('b', u"other"_s, u"busybox"_s, u"Up 3 minutes"_s, labels(QString(1000, u'w'), u"api"_s));
    m_engine->answer(FakeContainers::path('a', "stop"), json({{u"message"_s, text}}), 500);
    open();
    MainWindow *window = &m_shell->window;
    window->resize(1024, 600);
    const auto isWhole = [window](const QWidget *widget) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const int wanted = label && label->hasHeightForWidth() ? label->heightForWidth(label->width()) : 1;
        return widget->isVisible() && widget->height() >= wanted
            && widget->visibleRegion().boundingRect() == widget->rect()
            && window->rect().contains(QRect(widget->mapTo(window, QPoint()), widget->size()));
    };
    const auto isReached = [window](const QWidget *button) {
        const QWidget *found = window->childAt(button->mapTo(window, button->rect().center()));
        return found && (found == button || button->isAncestorOf(found));
    };
    const auto says = [](const QWidget *label, const QStringList &words) {
        const QString painted = PaintedTexts::of(const_cast<QWidget *>(label)).join(QString());
        return std::all_of(words.cbegin(), words.cend(), [&](const QString &each) { return painted.contains(each); });
    };

    // Refused by the engine, on the page of projects, whose buttons stand above the notice.
    window->showPage(u"projects"_s);
    auto *projects = qobject_cast<QTreeView *>(view(u"projectsTree"_s));
    QTRY_COMPARE(projects->model()->rowCount(), 2);
    projects->setCurrentIndex(projects->model()->index(0, 0));
    const auto *banner = m_shell->find<QWidget>(u"projectBanner"_s);
    const ComposeCli *cli = m_shell->workbench.projectCommands()->cli();
    QTRY_VERIFY_WITH_TIMEOUT(!cli->isSearching(), 30'000);
    const auto *fact = banner->findChild<QLabel *>(u"bannerFact"_s);
    const auto *consequence = banner->findChild<QLabel *>(u"bannerConsequence"_s);
    QTRY_VERIFY(isWhole(fact) && isWhole(consequence));
    projects->setCurrentIndex(projects->model()->index(1, 0));
    QTRY_VERIFY2(says(fact, {u"compose.yaml"_s, u"found"_s, u"machine."_s}), qPrintable(fact->text()));
    QTRY_VERIFY(isWhole(fact) && isWhole(consequence));
    projects->setCurrentIndex(projects->model()->index(0, 0));
    m_shell->workbench.containerCommands()->stop({QString::fromLatin1(FakeContainers::id('a'))});
    QTRY_VERIFY(m_shell->action(u"failure.show"_s)->isEnabled());
    const auto *notice = m_shell->find<QWidget>(u"failureBar"_s);
    QTRY_VERIFY(notice->isVisible());
    fact = notice->findChild<QLabel *>(u"bannerFact"_s);
    consequence = notice->findChild<QLabel *>(u"bannerConsequence"_s);
    QTRY_VERIFY2(isWhole(fact) && isWhole(consequence), qPrintable(fact->text()));
    QVERIFY2(says(fact, {u"Could not stop container"_s, u"beginW"_s, u"Wend."_s}), qPrintable(fact->text()));
    QVERIFY2(says(consequence, {u"beginW"_s, u"W”"_s}), qPrintable(consequence->text()));
    const QList<QAbstractButton *> ofNotice = notice->findChildren<QAbstractButton *>();
    QCOMPARE(ofNotice.size(), 3);
    for (const QAbstractButton *button : ofNotice)
        QVERIFY2(isWhole(button) && isReached(button), qPrintable(button->accessibleName()));
    const QList<QAbstractButton *> ofProject
        = m_shell->find<QWidget>(u"projectHeader"_s)->findChildren<QAbstractButton *>();
    int reached = 0;
    for (const QAbstractButton *button : ofProject)
        reached += button->isVisible() && isWhole(button) && isReached(button) ? 1 : 0;
    QVERIFY2(reached >= 4, qPrintable(QString::number(reached)));
    QVERIFY2(notice->height() <= window->height() / 2, qPrintable(QString::number(notice->height())));

    // It went.
    m_fake->remove('a');
    m_fake->tell("destroy", 'a');
    const auto *gone = m_shell->find<QWidget>(u"projectGone"_s)->findChild<QLabel *>(u"emptySentence"_s);
    QTRY_VERIFY(gone->isVisible());
    m_shell->action(u"failure.hide"_s)->trigger();
    QTRY_VERIFY2(isWhole(gone), qPrintable(gone->text()));
    QVERIFY2(says(gone, {u"beginW"_s, u"Wend is no more"_s}), qPrintable(gone->text()));

    // The engine refuses everything.
    m_shell.reset();
    m_engine->answer("/containers/json", json({{u"message"_s, text}}), 500);
    m_shell.emplace(stateFile());
    m_shell->window.resize(1024, 600);
    window = &m_shell->window;
    m_shell->connectTo(*m_engine);
    const auto *page = m_shell->find<QWidget>(u"noEngine"_s);
    QTRY_VERIFY(page->isVisible());
    const auto *explanation = page->findChild<QLabel *>(u"emptyExplanation"_s);
    QTRY_VERIFY(explanation->text().contains(u"The engine says"_s));
    QTRY_VERIFY(isWhole(explanation));
    QVERIFY(says(explanation, {u"The engine says"_s, u"beginW"_s, u"W”"_s}));
    const QList<QAbstractButton *> buttons = page->findChildren<QAbstractButton *>();
    QTRY_VERIFY(std::any_of(buttons.cbegin(), buttons.cend(),
                            [&](const QAbstractButton *each) { return isWhole(each) && isReached(each); }));
}

QTEST_MAIN(TestForeignStrings)
#include "tst_foreignstrings.moc"
