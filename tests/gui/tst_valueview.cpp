// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/valuetext.h"
#include "console/valueview.h"
#include "postgres/resultstore.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QTest>
#include <QTextBlock>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestValueView : public QObject
{
    Q_OBJECT

    std::unique_ptr<ValueView> m_view;

    void show(const QByteArray &value)
    {
        const auto store = std::make_shared<ResultStore>(QList<ResultColumn>{{u"v"_s, 25, -1, u"text"_s, 0, 0}});
        const std::array row{ResultStore::Value{value.constData(), value.size()}};
        QVERIFY(store->append(row));
        m_view = std::make_unique<ValueView>();
        m_view->resize(400, 500);
        m_view->showValue(store, 0, 0);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    ValueText *text() const { return m_view->findChild<ValueText *>(u"valueText"_s); }
    QPushButton *more() const { return m_view->findChild<QPushButton *>(u"valueMore"_s); }
    /// What Qt lays out at once.
    int longestBlock() const
    {
        int longest = 0;
        for (QTextBlock block = text()->document()->begin(); block.isValid(); block = block.next())
            longest = std::max(longest, block.length());
        return longest;
    }

private Q_SLOTS:
    void cleanup() { m_view.reset(); }

    void aShortValueIsShownWhole()
    {
        show("one\n\n  two\n");
        QCOMPARE(m_view->shownText(), u"one\n\n  two\n"_s);
        QCOMPARE(text()->toPlainText(), u"one\n\n  two\n"_s);
        QVERIFY(!more()->isVisible());
        QCOMPARE(text()->wordWrapMode(), QTextOption::WrapAtWordBoundaryOrAnywhere);
    }

    void aLongLineIsLaidOutInPieces()
    {
        const QByteArray value = "head\n" + QByteArray(5'000'000, 'x');
        show(value);
        QVERIFY(longestBlock() < 10'000);
        QCOMPARE(text()->wordWrapMode(), QTextOption::WrapAnywhere);
        QCOMPARE(m_view->shownText(), QString::fromUtf8(value.first(ValueView::PieceBytes)));
        QVERIFY(more()->isVisible());
        more()->click();
        more()->click();
        QCOMPARE(m_view->shownText(), QString::fromUtf8(value.first(3 * ValueView::PieceBytes)));
        QVERIFY(longestBlock() < 10'000);
        // The breaks between the blocks are not of the value.
        text()->selectAll();
        text()->copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), m_view->shownText());
        QTextCursor cursor = text()->textCursor();
        cursor.setPosition(8000);
        cursor.setPosition(9000, QTextCursor::KeepAnchor);
        text()->setTextCursor(cursor);
        text()->copy();
        QVERIFY(!QGuiApplication::clipboard()->text().contains(u'\n'));
        QGuiApplication::clipboard()->clear();
        QTest::mouseClick(m_view->findChild<QWidget *>(u"copyValue"_s), Qt::LeftButton);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), QString::fromUtf8(value));
    }

    void manyLinesComeInPieces()
    {
        show(QByteArray(3 * ValueView::PieceLines, '\n') + "end");
        QCOMPARE(m_view->shownText(), QString(ValueView::PieceLines, u'\n'));
        for (int i = 0; i < 10 && more()->isVisible(); ++i)
            more()->click();
        QCOMPARE(m_view->shownText(), QString(3 * ValueView::PieceLines, u'\n') + u"end"_s);
        QVERIFY(!more()->isVisible());
    }

    void noCharacterIsCut_data()
    {
        QTest::addColumn<int>("before");
        for (int before = 0; before < 5; ++before)
            QTest::addRow("%d bytes before", before) << before;
    }

    void noCharacterIsCut()
    {
        QFETCH(int, before);
        QString value = QString(before, u'a');
        while (value.size() < 30'000)
            value += u"é€😀"_s;
        show(value.toUtf8());
        while (more()->isVisible())
            more()->click();
        QCOMPARE(m_view->shownText(), value);
    }

    void anotherValueTakesItsPlace()
    {
        show(QByteArray(50'000, 'x'));
        const auto store = std::make_shared<ResultStore>(QList<ResultColumn>{{u"v"_s, 25, -1, u"text"_s, 0, 0}});
        const std::array row{ResultStore::Value{}};
        QVERIFY(store->append(row));
        m_view->showValue(store, 0, 0);
        QCOMPARE(m_view->shownText(), QString());
        QVERIFY(!more()->isVisible());
    }
};

QTEST_MAIN(TestValueView)
#include "tst_valueview.moc"
