// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/card.h"
#include "look/label.h"
#include "shellprobe.h"
#include "welcome/welcomepanel.h"

#include <QDir>
#include <QFile>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// What stands where nothing runs, over a home folder of the test's own.
class TestWelcome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("HOME", m_home.path().toLocal8Bit());
        for (const QString &name : {u"shop"_s, u"tp1"_s}) {
            QVERIFY(QDir(m_home.path()).mkpath(name));
            QFile file(m_home.filePath(name + u"/compose.yaml"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("services: {api: {image: x}}\n");
        }
        m_shell.emplace(m_home.filePath(u"settings.ini"_s));
    }
    void cleanupTestCase() { m_shell.reset(); }

    void fitsEverySize_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("the look's") << QSize(1224, 780);
        QTest::newRow("a window of 1000 x 600") << QSize(784, 440);
        QTest::newRow("a narrow one") << QSize(420, 500);
    }
    void fitsEverySize()
    {
        QFETCH(QSize, size);
        WelcomePanel panel(&m_shell->workbench);
        panel.resize(size);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        auto *files = panel.findChild<Card *>(u"composeFiles"_s);
        QTRY_VERIFY(files->isVisible());
        QList<Card *> cards = panel.findChildren<Card *>();
        cards.removeOne(files);
        QCOMPARE(cards.size(), 3);
        const auto placed
            = [&panel](const QWidget *widget) { return QRect(widget->mapTo(&panel, QPoint(0, 0)), widget->size()); };
        const auto isWhole = [&](const QWidget *widget) {
            const QRect place = placed(widget);
            const int needed
                = widget->hasHeightForWidth() ? widget->heightForWidth(widget->width()) : widget->minimumHeight();
            return place.left() >= 0 && place.right() < panel.width() && widget->height() >= needed;
        };
        for (const Card *card : std::as_const(cards)) {
            QTRY_VERIFY(isWhole(card));
            QVERIFY(std::abs(card->width() - cards.first()->width()) <= 1); // of rounding
            const QList<Label *> labels = card->findChildren<Label *>();
            for (const Label *label : labels)
                QVERIFY2(isWhole(label), qPrintable(label->text()));
        }
        for (int i = 1; i < cards.size(); ++i)
            QVERIFY(!placed(cards.at(i - 1)).intersects(placed(cards.at(i))));

        // What was found is there, if need be further down.
        auto *area = panel.findChild<QScrollArea *>();
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        QTRY_VERIFY(panel.rect().contains(placed(files).bottomLeft()));
        const QList<QPushButton *> open = files->findChildren<QPushButton *>(u"openFound"_s);
        QCOMPARE(open.size(), 2);
        for (const QPushButton *button : open)
            QVERIFY(button->height() >= button->sizeHint().height());
    }

private:
    QTemporaryDir m_home;
    std::optional<Shell> m_shell;
};

QTEST_MAIN(TestWelcome)
#include "tst_welcome.moc"
