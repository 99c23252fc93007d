// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/containerdetailspane.h"
#include "containersprobe.h"
#include "logs/logview.h"
#include "look/elidedlabel.h"
#include "look/label.h"
#include "look/scrollaccessible.h"
#include "paintedtexts.h"
#include "shell/commandpalette.h"

#include <QAccessible>
#include <QCheckBox>
#include <QLineEdit>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSplitter>
#include <QTabBar>
#include <QTranslator>
#include <QTreeView>
#include <QXmlStreamReader>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

QJsonObject labelsOf(const QString &project, const QString &service, int number = 1)
{
    return {{u"com.docker.compose.project"_s, project},
            {u"com.docker.compose.service"_s, service},
            {u"com.docker.compose.container-number"_s, QString::number(number)}};
}

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

/// What the window says itself is read whole where a window is as small as an ordinary one, in each language; and
/// whatever the keyboard reaches tells assistive programs what it is. Names from outside are short here.
class TestWholeTexts : public QObject, private ShellFiles
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        beginShells();
        // As the program does.
        ScrollAccessible::install();
        m_theme.apply();
    }

    void cleanup()
    {
        m_shell.reset();
        m_fake.reset();
        m_engine.reset();
        for (QTranslator *translator : std::exchange(m_translators, {})) {
            QCoreApplication::removeTranslator(translator);
            delete translator;
        }
    }

    void everywhere_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("French") << u"fr"_s;
    }

    void everywhere()
    {
        QFETCH(QString, language);
        open(language, {1280, 800});
        if (QTest::currentTestFailed())
            return;
        lookAtContainers();
        lookAtLists();
        lookAtProjects();
        lookAtDialogs();
        QVERIFY2(m_looks > 50, qPrintable(QString::number(m_looks)));
        lookAtPalette();
        QVERIFY2(m_faults.isEmpty(), qPrintable(u'\n' + m_faults.join(u'\n')));
    }

    void aReasonIsReadWhole()
    {
        open(u"fr"_s, {1280, 800});
        m_shell->action(u"shell.palette"_s)->trigger();
        auto *palette = m_shell->find<CommandPalette>(u"commandPalette"_s);
        m_shell->find<QLineEdit>(u"paletteField"_s)->setText(u"Supprimer"_s);
        const QString painted = PaintedTexts::of(palette).join(u' ').remove(u'\n');
        QVERIFY2(painted.contains(u"la page Images"_s) && painted.contains(u"la page Réseaux"_s), qPrintable(painted));
    }

    void fiveLinesOfALogOnASmallScreen()
    {
        open(u"fr"_s, {1024, 600});
        if (QTest::currentTestFailed())
            return;
        select('a');
        m_shell->find<QTabBar>(u"detailTabs"_s)->setCurrentIndex(ContainerDetailsPane::LogsTab);
        awaitLog();
        auto *log = m_shell->find<LogView>(u"log"_s);
        const auto wholeLines = [log] { return log->viewport()->height() / 22; };
        QTRY_VERIFY2(wholeLines() >= 5, qPrintable(QString::number(log->viewport()->height())));
        look(&m_shell->window, u"log of a small window"_s);
        QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join(u'\n')));
        // The head is read from left to right, in one line.
        const auto x = [this](const QString &name) {
            const auto *widget = m_shell->find<QWidget>(name);
            return widget->mapTo(&m_shell->window, QPoint());
        };
        QVERIFY(std::abs(x(u"detailsTitle"_s).y() - x(u"copyId"_s).y()) < 15);
        QCOMPARE(m_shell->find<QWidget>(u"copyId"_s)->nextInFocusChain()->objectName(), u"whyDidItStop"_s);
        // In a higher one there are two lines again.
        m_shell->window.resize(1024, 900);
        m_shell->find<QSplitter>(u"containersSplitter"_s)->setSizes({300, 500});
        QTRY_VERIFY(x(u"copyId"_s).y() - x(u"detailsTitle"_s).y() > 15);
        QCOMPARE(m_shell->find<QWidget>(u"hideDetails"_s)->nextInFocusChain()->objectName(), u"copyId"_s);
    }

private:
    /// Installs the language, and opens the window over an engine that has something of everything.
    void open(const QString &language, const QSize &size)
    {
        m_faults.clear();
        m_known.clear();
        m_looks = 0;
        for (const QString &file : {u"en"_s, language}) {
            auto *translator = new QTranslator;
            m_translators << translator;
            QVERIFY(translator->load(u":/i18n/gantry_%1.qm"_s.arg(file)));
            QCoreApplication::installTranslator(translator);
        }
        readOwnTexts(language);
        m_engine.emplace();
        m_engine->answerBasics();
        m_fake.emplace(&*m_engine);
        fill();
        m_shell.emplace(stateFile());
        m_shell->window.resize(size);
        m_shell->connectTo(*m_engine);
        QTRY_VERIFY(m_shell->isConnected());
        QTRY_COMPARE(m_shell->workbench.engine()->volumes().size(), 2);
        QTRY_COMPARE(m_shell->workbench.engine()->networks().size(), 2);
        QTRY_COMPARE(m_shell->workbench.engine()->images().size(), 2);
        QTRY_VERIFY(m_shell->find<QAbstractItemView>(u"containersTree"_s)->isVisible());
    }

    void fill()
    {
        m_fake->add(
            'a', u"web"_s, u"web:2"_s, u"Up 3 minutes (unhealthy)"_s, labelsOf(u"shop"_s, u"web"_s),
            {{u"Ports"_s,
              QJsonArray{QJsonObject{
                  {u"IP"_s, u"0.0.0.0"_s}, {u"PrivatePort"_s, 80}, {u"PublicPort"_s, 8080}, {u"Type"_s, u"tcp"_s}}}}});
        m_fake->add('b', u"db"_s, u"postgres:16"_s, u"Up 3 minutes (healthy)"_s, labelsOf(u"shop"_s, u"db"_s),
                    volume(u"data"_s));
        m_fake->add('c', u"api"_s, u"api"_s, u"Exited (137) 2 hours ago"_s, labelsOf(u"tp1"_s, u"api"_s));
        m_fake->add('d', u"alone"_s, u"busybox"_s, u"Up 2 hours (Paused)"_s);
        for (int number = 1; number <= 9; ++number)
            m_fake->add(char('0' + number), u"w%1"_s.arg(number), u"w"_s, u"Up 3 minutes"_s,
                        labelsOf(u"tp1"_s, u"w"_s, number));
        const QJsonObject network{{u"Networks"_s, QJsonObject{{u"net"_s, QJsonObject{{u"IPAddress"_s, QString()}}}}}};
        for (const char digit : {'a', 'b', 'c'})
            m_fake->setDetails(
                digit,
                {{u"Path"_s, u"sh"_s},
                 {u"RestartCount"_s, 2},
                 {u"HostConfig"_s,
                  QJsonObject{{u"AutoRemove"_s, true}, {u"RestartPolicy"_s, QJsonObject{{u"Name"_s, u"always"_s}}}}},
                 {u"State"_s,
                  QJsonObject{{u"ExitCode"_s, 137},
                              {u"OOMKilled"_s, digit == 'c'},
                              {u"StartedAt"_s, u"2024-01-01T10:00:00Z"_s},
                              {u"FinishedAt"_s, u"2024-01-01T10:01:00Z"_s}}},
                 {u"Config"_s,
                  QJsonObject{{u"Env"_s, QJsonArray{u"PORT=80"_s, u"A_TOKEN=secret"_s}},
                              {u"User"_s, u"app"_s},
                              {u"WorkingDir"_s, u"/srv"_s},
                              {u"ExposedPorts"_s, QJsonObject{{u"9000/tcp"_s, QJsonObject()}}}}},
                 {u"NetworkSettings"_s, network},
                 {u"Mounts"_s,
                  QJsonArray{
                      QJsonObject{{u"Type"_s, u"volume"_s}, {u"Name"_s, u"data"_s}, {u"Destination"_s, u"/data"_s}}}}});
        m_engine->answer("/images/json",
                         R"([{"Id": "sha256:aa", "RepoTags": ["web:2"], "Size": 1000},
                             {"Id": "sha256:bb", "RepoTags": ["old:1"], "Size": 1000}])");
        m_engine->answer("/volumes",
                         R"({"Volumes": [{"Name": "data", "Driver": "local"}, {"Name": "spare", "Driver": "local"}]})");
        m_engine->answer(
            "/networks",
            R"([{"Name": "net", "Id": "n1", "Driver": "bridge"}, {"Name": "x", "Id": "n2", "Driver": "bridge"}])");
        m_engine->on(FakeContainers::path('a', "logs"), [](QLocalSocket *socket, const FakeEngine::Request &) {
            socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int line = 0; line < 2000; ++line)
                socket->write(FakeEngine::chunk(FakeEngine::frame(
                    1, "2024-01-01T10:00:00.000000000Z ERROR line " + QByteArray::number(line) + '\n')));
        });
        m_engine->answer(FakeContainers::path('a', "top"),
                         bytesOf({{u"Titles"_s, QJsonArray{u"PID"_s, u"CMD"_s}}, {u"Processes"_s, QJsonArray()}}));
    }

    void awaitLog() const
    {
        auto *log = m_shell->find<LogView>(u"log"_s);
        QTRY_VERIFY(log->isVisible() && PaintedTexts::of(log).join(QString()).contains(u"line 1999"_s));
    }

    void select(char digit) const
    {
        m_shell->find<ContainerTree>(u"containersTree"_s)->select(QString::fromLatin1(FakeContainers::id(digit)));
    }

    void lookAtContainers()
    {
        auto *tree = m_shell->find<ContainerTree>(u"containersTree"_s);
        look(&m_shell->window, u"containers"_s);
        auto *tabs = m_shell->find<QTabBar>(u"detailTabs"_s);
        for (const char digit : {'a', 'c', 'd'}) {
            select(digit);
            QTRY_VERIFY(m_shell->find<QWidget>(u"general"_s) && m_shell->find<QWidget>(u"general"_s)->isVisible());
            for (int tab = 0; tab < tabs->count(); ++tab) {
                if (!tabs->isTabVisible(tab) || !tabs->isTabEnabled(tab))
                    continue;
                tabs->setCurrentIndex(tab);
                if (digit == 'a' && tab == ContainerDetailsPane::LogsTab)
                    awaitLog();
                look(&m_shell->window, u"container %1, %2"_s.arg(QLatin1Char(digit)).arg(tabs->tabText(tab)));
            }
            tabs->setCurrentIndex(ContainerDetailsPane::OverviewTab);
        }
        tree->selectAll();
        look(&m_shell->window, u"several containers"_s);
        m_shell->action(u"shell.operations"_s)->trigger();
        look(&m_shell->window, u"operations"_s);
        m_shell->action(u"shell.operations"_s)->trigger();
    }

    void lookAtLists()
    {
        for (const QString &page : {u"images"_s, u"volumes"_s, u"networks"_s, u"databases"_s, u"cleanup"_s}) {
            m_shell->window.showPage(page);
            look(&m_shell->window, page);
            auto *table = m_shell->find<QAbstractItemView>(page + u"Table"_s);
            if (!table)
                continue;
            table->setCurrentIndex(table->model()->index(0, 0));
            look(&m_shell->window, page + u", one"_s);
            for (const QString &dialog :
                 {u"images.tag"_s, u"volumes.create"_s, u"networks.create"_s, u"networks.connect"_s}) {
                if (dialog.startsWith(page))
                    lookAtDialogOf(dialog);
            }
            table->selectAll();
            look(&m_shell->window, page + u", all"_s);
        }
    }

    void lookAtProjects()
    {
        m_shell->window.showPage(u"projects"_s);
        look(&m_shell->window, u"projects"_s);
        auto *projects = m_shell->find<QTreeView>(u"projectsTree"_s);
        projects->setCurrentIndex(projects->model()->index(0, 0));
        auto *tabs = m_shell->find<QTabBar>(u"projectTabs"_s);
        QTRY_VERIFY(tabs->isVisible());
        for (int tab = 0; tab < tabs->count(); ++tab) {
            if (!tabs->isTabVisible(tab) || !tabs->isTabEnabled(tab))
                continue;
            tabs->setCurrentIndex(tab);
            look(&m_shell->window, u"project, "_s + tabs->tabText(tab));
        }
    }

    void lookAtDialogs()
    {
        m_shell->window.showPage(u"containers"_s);
        m_shell->find<ContainerTree>(u"containersTree"_s)->clearSelection();
        select('a');
        for (const QString &id : {u"container.run"_s, u"images.pull"_s, u"images.build"_s, u"container.rename"_s,
                                  u"container.remove"_s, u"shell.settings"_s, u"shell.help"_s, u"shell.about"_s})
            lookAtDialogOf(id);
    }

    void lookAtDialogOf(const QString &id)
    {
        QAction *action = m_shell->action(id);
        QVERIFY2(action && action->isEnabled(), qPrintable(id));
        action->trigger();
        QDialog *dialog = nullptr;
        const auto isThere = [&] {
            for (QDialog *each : m_shell->window.findChildren<QDialog *>())
                dialog = each->isVisible() ? each : dialog;
            return dialog != nullptr;
        };
        QVERIFY2(QTest::qWaitFor(isThere), qPrintable(id));
        for (auto *more : dialog->findChildren<QAbstractButton *>(u"more"_s)) {
            if (more->isCheckable() && !more->isChecked())
                more->click();
        }
        look(dialog, id);
        delete dialog;
    }

    void lookAtPalette()
    {
        m_shell->window.showPage(u"databases"_s);
        m_shell->action(u"shell.palette"_s)->trigger();
        auto *palette = m_shell->find<CommandPalette>(u"commandPalette"_s);
        auto *list = palette->findChild<QAbstractItemView *>(u"paletteList"_s);
        for (const QString &pattern : {QString(), u"e"_s, u"co"_s, u"s"_s}) {
            m_shell->find<QLineEdit>(u"paletteField"_s)->setText(pattern);
            do {
                look(palette, u"palette: "_s + pattern);
                list->verticalScrollBar()->triggerAction(QScrollBar::SliderPageStepAdd);
            } while (list->verticalScrollBar()->value() < list->verticalScrollBar()->maximum());
        }
        palette->hide();
    }

    /// Of the language, those that end in an ellipsis or have one in them by themselves.
    void readOwnTexts(const QString &language)
    {
        m_own.clear();
        QFile file(QStringLiteral(GANTRY_SOURCE_DIR "/resources/translations/gantry_fr.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement() || xml.name() != (language == u"fr"_s ? "translation"_L1 : "source"_L1))
                continue;
            QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements).remove(u'&');
            if (text.contains(u'…'))
                m_own << text;
        }
        QVERIFY(m_own.size() > 30);
    }

    /// The address of the engine in the status line, its folder elsewhere, and labels of Compose.
    static bool isFromOutside(const QString &painted)
    {
        return painted.startsWith(u"unix:"_s) || painted.contains(u"/tmp"_s) || painted.startsWith(u"com.docker"_s);
    }

    bool isWholeOwn(const QString &painted) const
    {
        static const QRegularExpression placeholder(u"%L?(?:\\d+|n)"_s);
        return std::any_of(m_own.cbegin(), m_own.cend(), [&](const QString &own) {
            // A piece of what is painted in several, or the last of several that are painted as one.
            if (own.endsWith(painted) || (own.endsWith(u'…') && painted.endsWith(u' ' + own)))
                return true;
            QStringList parts = own.split(placeholder);
            if (parts.size() == 1)
                return false;
            for (QString &part : parts)
                part = QRegularExpression::escape(part);
            static const QString anything = u"[^…]+"_s;
            return QRegularExpression(QRegularExpression::anchoredPattern(parts.join(anything)))
                .match(painted)
                .hasMatch();
        });
    }

    void look(QWidget *window, const QString &where)
    {
        ++m_looks;
        // What was asked for has come, and what is laid out anew has its place.
        QString last;
        [[maybe_unused]] const bool still = QTest::qWaitFor([&] {
            const QString now = PaintedTexts::of(window).join(u'|');
            return std::exchange(last, now) == now;
        });
        QStringList faults;
        [[maybe_unused]] const bool fine = QTest::qWaitFor([&] { return (faults = faultsOf(window)).isEmpty(); }, 2000);
        for (const QString &fault : std::as_const(faults)) {
            if (m_known.contains(fault))
                continue;
            m_known << fault;
            m_faults << where + u": "_s + fault;
        }
    }

    QStringList faultsOf(QWidget *window) const
    {
        QStringList faults;
        const QStringList painted = PaintedTexts::of(window);
        for (const QString &text : painted) {
            if (text.contains(u'…') && !isFromOutside(text) && !isWholeOwn(text))
                faults << text;
        }
        const QWidgetList widgets = window->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            if (widget->isVisible() && widget->window() == window->window())
                faults << cutTextOf(widget) << roleFaultOf(widget);
        }
        faults.removeAll(QString());
        return faults;
    }

    /// Labels and boxes cut their text off without an ellipsis.
    static QString cutTextOf(QWidget *widget)
    {
        if (const auto *label = qobject_cast<QLabel *>(widget); label && !qobject_cast<ElidedLabel *>(widget)) {
            const bool cut = label->wordWrap()
                ? label->height() + 1 < label->heightForWidth(label->width())
                : label->contentsRect().width() + 1 < label->fontMetrics().horizontalAdvance(label->text());
            return cut && !label->text().isEmpty() ? u"cut: "_s + label->text() : QString();
        }
        const bool isBox = qobject_cast<QCheckBox *>(widget) || qobject_cast<QRadioButton *>(widget);
        return isBox && widget->width() < widget->sizeHint().width()
            ? u"cut: "_s + qobject_cast<QAbstractButton *>(widget)->text()
            : QString();
    }

    static QString roleFaultOf(QWidget *widget)
    {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isEnabled())
            return {};
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        const QString name = QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName();
        if (!interface || interface->text(QAccessible::Name).trimmed().isEmpty())
            return u"no name: "_s + name;
        // What has no role of its own is a "filler" elsewhere.
        const bool none = interface->role() == QAccessible::Client || interface->role() == QAccessible::NoRole;
        return none ? u"no role: "_s + name : QString();
    }

    Theme m_theme;
    QList<QTranslator *> m_translators;
    QStringList m_own;
    QStringList m_faults;
    QStringList m_known;
    int m_looks = 0;
    std::optional<FakeEngine> m_engine;
    std::optional<FakeContainers> m_fake;
    std::optional<Shell> m_shell;
};

QTEST_MAIN(TestWholeTexts)
#include "tst_wholetexts.moc"
