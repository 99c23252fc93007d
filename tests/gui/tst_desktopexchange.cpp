// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/projectmodel.h"
#include "shell/page.h"
#include "shellprobe.h"

#include <QApplication>
#include <QDrag>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QMouseEvent>
#include <QProcess>
#include <QScreen>
#include <QUrl>

#include <cstdio>
#include <cstring>
#include <optional>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

/// The hands: events as from real devices, through the X server or the compositor.
void hands(const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (environment.contains(u"GANTRY_X_DISPLAY"_s))
        environment.insert(u"DISPLAY"_s, environment.value(u"GANTRY_X_DISPLAY"_s));
    process.setProcessEnvironment(environment);
    process.start(u"xdotool"_s, arguments);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 10'000);
    QCOMPARE(process.exitCode(), 0);
}

void keys(const QStringList &names)
{
    hands(QStringList{u"key"_s} + names);
}

void moveTo(QPoint place)
{
    hands({u"mousemove"_s, QString::number(place.x()), QString::number(place.y())});
}

/// Another program: tells when the pointer is over it, and what is in its field at Return; a file can be dragged from
/// it, and it tells when the file is welcome where the pointer is.
class Other : public QWidget
{
public:
    explicit Other(QString file)
        : m_file(std::move(file))
        , m_field(new QLineEdit(this))
    {
        setMouseTracking(true);
        setFixedSize(220, 160);
        m_field->setFocus();
        connect(m_field, &QLineEdit::returnPressed, this, [this] { say(m_field->text()); });
    }

protected:
    void changeEvent(QEvent *event) override
    {
        if (event->type() == QEvent::ActivationChange && isActiveWindow())
            say(u"active"_s);
        QWidget::changeEvent(event);
    }
    void mouseMoveEvent(QMouseEvent *event) override
    {
        if (event->buttons() != Qt::LeftButton) {
            say(u"over"_s);
            return;
        }
        auto *drag = new QDrag(this);
        auto *dragged = new QMimeData;
        dragged->setUrls({QUrl::fromLocalFile(m_file)});
        drag->setMimeData(dragged);
        connect(drag, &QDrag::actionChanged, this, [](Qt::DropAction action) {
            if (action == Qt::CopyAction)
                say(u"welcome"_s);
        });
        drag->exec(Qt::CopyAction);
    }

private:
    static void say(const QString &text)
    {
        std::puts(text.toUtf8().constData());
        std::fflush(stdout);
    }

    QString m_file;
    QLineEdit *m_field;
};

} // namespace

/// What goes between the window, other programs and the desktop: real programs, a real pointer and a real keyboard, on
/// X11 and on Wayland.
class TestDesktopExchange : public QObject, private ShellFiles
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        beginShells();
        m_engine.answerBasics();
        m_engine.answer("/containers/json", '[' + FakeEngine::container("a1", "web", "running") + ']');
    }

    void whatIsCopiedReachesAnotherProgram()
    {
        Shell shell(stateFile());
        QLineEdit *field = filter(shell);
        QVERIFY(field);
        keys({u"b"_s, u"space"_s, u"c"_s, u"ctrl+a"_s, u"ctrl+c"_s});
        QTRY_COMPARE(field->text(), u"b c"_s);
        const auto other = startOther();
        QVERIFY(QTest::qWaitFor([&other] { return other->canReadLine(); }, 10'000));
        QCOMPARE(other->readLine(), "active\n");
        keys({u"ctrl+v"_s, u"Return"_s});
        QTRY_VERIFY(other->canReadLine());
        QCOMPARE(other->readLine(), "b c\n");
    }

    void whatAnotherProgramCopiedIsPasted()
    {
        const auto other = startOther();
        QVERIFY(QTest::qWaitFor([&other] { return other->canReadLine(); }, 10'000));
        QCOMPARE(other->readLine(), "active\n");
        keys({u"x"_s, u"y"_s, u"z"_s, u"ctrl+a"_s, u"ctrl+c"_s, u"Return"_s});
        QTRY_VERIFY(other->canReadLine());
        QCOMPARE(other->readLine(), "xyz\n");
        Shell shell(stateFile());
        QLineEdit *field = filter(shell);
        QVERIFY(field);
        keys({u"ctrl+v"_s});
        QTRY_COMPARE(field->text(), u"xyz"_s);
    }

    void aFileIsDropped()
    {
        const QString file = m_folder.filePath(u"shop/compose.yaml"_s);
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
        QFile compose(file);
        QVERIFY(compose.open(QIODevice::WriteOnly));
        compose.write("services: {api: {image: x}}\n");
        compose.close();
        Shell shell(stateFile());
        QVERIFY(filter(shell));
        const auto other = startOther(file);
        QVERIFY(QTest::qWaitFor([&other] { return other->canReadLine(); }, 10'000));
        QCOMPARE(other->readLine(), "active\n");
        const std::optional<QPoint> from = placeOf(*other);
        QVERIFY(from);
        moveTo(*from);
        hands({u"mousedown"_s, u"1"_s});
        for (const int y : {0, 8, 16, 24})
            moveTo(*from + QPoint(0, y));
        for (const int y : {0, 4, 8})
            moveTo(freePlace() - QPoint(0, y));
        // Let go before the window has answered that it takes the file, the file is not dropped.
        QTRY_VERIFY(told(*other, "welcome\n"));
        hands({u"mouseup"_s, u"1"_s});
        QTRY_VERIFY(shell.workbench.projectStore()->contains(u"shop"_s));
    }

    void popupsOpenAndClose()
    {
        if (QGuiApplication::platformName().startsWith(u"wayland"_s))
            QSKIP(
                "A program on Wayland cannot know where its menu bar is for the pointer; the tours open menus there.");
        Shell shell(stateFile());
        QVERIFY(filter(shell));
        const auto placeOf = [&shell](const QMenuBar *bar, int menu) {
            return shell.window.mapToGlobal(
                bar->mapTo(&shell.window, bar->actionGeometry(bar->actions().at(menu)).center()));
        };
        const auto *bar = shell.window.findChild<QMenuBar *>();
        moveTo(placeOf(bar, 0));
        hands({u"click"_s, u"1"_s});
        QTRY_COMPARE(QApplication::activePopupWidget(), bar->actions().first()->menu());
        const QRect menu(QApplication::activePopupWidget()->mapToGlobal(QPoint()),
                         QApplication::activePopupWidget()->size());
        QVERIFY(shell.window.screen()->geometry().contains(menu));
        // The next menu by the pointer, an entry of it by the keyboard.
        moveTo(placeOf(bar, 1));
        QTRY_COMPARE(QApplication::activePopupWidget(), bar->actions().at(1)->menu());
        keys({u"Down"_s});
        QTRY_VERIFY(bar->actions().at(1)->menu()->activeAction());
        keys({u"Escape"_s, u"Escape"_s});
        QTRY_VERIFY(!QApplication::activePopupWidget());

        keys({u"ctrl+k"_s});
        QTRY_VERIFY(shell.find<QWidget>(u"commandPalette"_s)->isVisible());
        keys({u"Escape"_s});
        QTRY_VERIFY(!shell.find<QWidget>(u"commandPalette"_s)->isVisible());
        QTRY_VERIFY(shell.window.isActiveWindow());
    }

    void theWindowIsRestored()
    {
        const QString state = stateFile();
        const QSize size(1111, 703);
        {
            Shell shell(state);
            shell.window.resize(size);
            QTRY_COMPARE(shell.window.size(), size);
            shell.window.close();
        }
        {
            Shell shell(state);
            QTRY_COMPARE(shell.window.size(), size);
            shell.window.showMaximized();
            QTRY_VERIFY(shell.window.isMaximized() && shell.window.width() > size.width());
            shell.window.close();
        }
        Shell shell(state);
        QTRY_VERIFY(shell.window.isMaximized() && shell.window.width() > size.width());
        shell.window.showNormal();
        QTRY_COMPARE(shell.window.size(), size);
    }

private:
    using Program = std::unique_ptr<QProcess, void (*)(QProcess *)>;

    static Program startOther(const QString &file = {})
    {
        Program other(new QProcess, [](QProcess *process) {
            process->kill();
            [[maybe_unused]] const bool ended
                = QTest::qWaitFor([process] { return process->state() == QProcess::NotRunning; });
            delete process;
        });
        other->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        other->start(QCoreApplication::applicationFilePath(), {u"--other"_s, file});
        return other;
    }

    /// The field that filters containers, with the keyboard, in a window over the whole screen.
    QLineEdit *filter(Shell &shell)
    {
        shell.connectTo(m_engine);
        shell.window.showMaximized();
        if (!QTest::qWaitFor([&shell] { return shell.isConnected() && shell.window.isMaximized(); }))
            return nullptr;
        shell.action(u"page.containers"_s)->trigger();
        auto *field = shell.window.currentPage()->findChild<QLineEdit *>(u"filter"_s);
        field->setFocus();
        return QTest::qWaitFor([field] { return field->hasFocus(); }) ? field : nullptr;
    }

    static bool told(QProcess &other, const QByteArray &line)
    {
        while (other.canReadLine()) {
            if (other.readLine() == line)
                return true;
        }
        return false;
    }

    /// On the screen, where no other window is and nothing in the window to be clicked.
    static QPoint freePlace()
    {
        const QSize screen = QGuiApplication::primaryScreen()->size();
        return {60, screen.height() - 150};
    }

    /// Where on the screen the other program is: on Wayland it cannot know, so the pointer looks for it.
    static std::optional<QPoint> placeOf(QProcess &other)
    {
        const QSize screen = QGuiApplication::primaryScreen()->size();
        for (int y = 60; y < screen.height(); y += 80) {
            for (int x = 110; x < screen.width(); x += 110) {
                moveTo({x, y});
                moveTo({x + 1, y});
                if (QTest::qWaitFor([&other] { return other.bytesAvailable() > 0; }, 50))
                    return QPoint(x, y);
            }
        }
        return {};
    }

    FakeEngine m_engine;
};

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    if (argc == 3 && std::strcmp(argv[1], "--other") == 0) {
        Other other(QString::fromLocal8Bit(argv[2]));
        other.show();
        return QApplication::exec();
    }
    TestDesktopExchange test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_desktopexchange.moc"
