// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/findbar.h"
#include "console/sqlcolouring.h"
#include "console/sqleditor.h"
#include "look/fonts.h"
#include "look/tokens.h"
#include "turnwatch.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestSqlEditor : public QObject
{
    Q_OBJECT

    std::unique_ptr<SqlEditor> m_editor;

    void show(const QByteArray &text)
    {
        m_editor = std::make_unique<SqlEditor>();
        m_editor->resize(700, 400);
        m_editor->setScript(text, true);
        m_editor->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
        m_editor->setFocus();
    }
    int styleAt(qsizetype position) const
    {
        return int(m_editor->SendScintilla(QsciScintillaBase::SCI_GETSTYLEAT, static_cast<unsigned long>(position)));
    }
    /// What is shown below a line. QsciScintilla::annotation() of 2.14 answers with whatever was in the memory.
    QString annotation(unsigned long line) const
    {
        QByteArray text(m_editor->SendScintilla(QsciScintillaBase::SCI_ANNOTATIONGETTEXT, line), '\0');
        m_editor->SendScintilla(QsciScintillaBase::SCI_ANNOTATIONGETTEXT, line, static_cast<void *>(text.data()));
        return QString::fromUtf8(text);
    }
    QColor background(int style) const
    {
        const long bgr
            = m_editor->SendScintilla(QsciScintillaBase::SCI_STYLEGETBACK, static_cast<unsigned long>(style));
        return QColor(int(bgr & 0xFF), int(bgr >> 8 & 0xFF), int(bgr >> 16 & 0xFF));
    }
    /// The statement that would run, or nothing.
    QByteArray statementToRun() const
    {
        QByteArray text;
        bool told = false;
        m_editor->withStatement([&](const SqlEditor::Piece &piece) {
            told = true;
            for (const SqlStatement &statement : piece.statements)
                text += piece.script.mid(statement.begin, statement.length()) + '|';
        });
        if (!QTest::qWaitFor([&] { return told; }))
            return "never told";
        return text;
    }

private Q_SLOTS:
    void cleanup() { m_editor.reset(); }

    void aShorterTextIsNotScrolledAway()
    {
        show("SELECT 1;");
        const auto offset = [this] { return m_editor->SendScintilla(QsciScintillaBase::SCI_GETXOFFSET); };
        const auto paste = [this](const QString &text) {
            QGuiApplication::clipboard()->setText(text);
            m_editor->selectAll();
            m_editor->paste();
        };
        const QString longLine = u"SELECT "_s + QString(3000, u'x');
        paste(longLine);
        QTRY_VERIFY(offset() > 1000);
        QTRY_VERIFY(m_editor->horizontalScrollBar()->maximum() > 1000);
        paste(u"SELECT 2, 'short';"_s);
        QTRY_COMPARE(offset(), 0);
        QTRY_COMPARE(m_editor->horizontalScrollBar()->maximum(), 0);
        // Lines that do not fit stay in reach, and the caret in its line.
        paste(longLine);
        QTRY_VERIFY(offset() > 1000);
        paste(longLine.left(200) + u"\nSELECT 3;"_s);
        QTRY_VERIFY(offset() < 300);
        QTRY_VERIFY(m_editor->horizontalScrollBar()->maximum() > 500);
        m_editor->moveCursor(200);
        QTRY_VERIFY(offset() > 500);
        QTest::keyClicks(m_editor.get(), u"abc"_s);
        QTRY_VERIFY(offset() > 500);
    }

    void coloursByOurLexer()
    {
        const QByteArray text = "SELECT $$it's$$, E'a\\'b', 1 /* a /* b */ c */ -- end\nFROM t;";
        show(text);
        QTRY_COMPARE(styleAt(0), int(SqlColouring::Keyword));
        QCOMPARE(styleAt(text.indexOf("it's")), int(SqlColouring::String));
        QCOMPARE(styleAt(text.indexOf("b', 1")), int(SqlColouring::String));
        QCOMPARE(styleAt(text.indexOf("1 /*")), int(SqlColouring::Number));
        QCOMPARE(styleAt(text.indexOf(" c */")), int(SqlColouring::Comment));
        QCOMPARE(styleAt(text.indexOf("-- end")), int(SqlColouring::Comment));
        QCOMPARE(styleAt(text.indexOf("FROM")), int(SqlColouring::Keyword));
    }

    void colourOfLaterLinesFollowsAChange()
    {
        show("SELECT 1\nFROM t\nWHERE x;");
        QTRY_COMPARE(styleAt(9), int(SqlColouring::Keyword));
        m_editor->moveCursor(0);
        QTest::keyClicks(m_editor.get(), QStringLiteral("'"));
        QTRY_COMPARE(styleAt(10), int(SqlColouring::String));
        QTest::keyClick(m_editor.get(), Qt::Key_Backspace);
        QTRY_COMPARE(styleAt(9), int(SqlColouring::Keyword));
    }

    void statementAtTheCursor()
    {
        show("SELECT 1;\n\nSELECT ';',\n  2;\nSELECT 3");
        m_editor->moveCursor(0);
        QCOMPARE(statementToRun(), QByteArray("SELECT 1;|"));
        QTRY_COMPARE(m_editor->markedLines(), (std::pair<int, int>{0, 0}));
        m_editor->moveCursor(24);
        QCOMPARE(statementToRun(), QByteArray("SELECT ';',\n  2;|"));
        QTRY_COMPARE(m_editor->markedLines(), (std::pair<int, int>{2, 3}));
        m_editor->moveCursor(1000);
        QCOMPARE(statementToRun(), QByteArray("SELECT 3|"));
    }

    void selectionIsWhatRuns()
    {
        show("SELECT 1; SELECT 2; SELECT 3;");
        m_editor->setSelection(0, 10, 0, 29);
        QCOMPARE(statementToRun(), QByteArray("SELECT 2;|SELECT 3;|"));
        qsizetype offset = -1;
        m_editor->withAll([&](const SqlEditor::Piece &piece) { offset = piece.offset; });
        QCOMPARE(offset, qsizetype(10));
        // Messages name lines of the editor, not of the selection.
        show("SELECT 1;\nSELECT 2;\n  SELECT 3;");
        m_editor->setSelection(1, 3, 2, 11);
        int line = -1;
        m_editor->withAll([&](const SqlEditor::Piece &piece) { line = piece.line; });
        QCOMPARE(line, 1);
    }

    void whatIsTypedOverASelectionRuns()
    {
        show("SELECT 1;");
        QTest::keyClick(m_editor.get(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(m_editor.get(), QStringLiteral("SELECT 2"));
        QCOMPARE(statementToRun(), QByteArray("SELECT 2|"));
        QTest::keyClick(m_editor.get(), Qt::Key_Home, Qt::ShiftModifier);
        QTest::keyClick(m_editor.get(), Qt::Key_Delete);
        QTest::keyClicks(m_editor.get(), QStringLiteral("SELECT 3"));
        QCOMPARE(statementToRun(), QByteArray("SELECT 3|"));
    }

    void allStatements()
    {
        show("SELECT 1;\nSELECT 2;");
        qsizetype count = -1;
        m_editor->withAll([&](const SqlEditor::Piece &piece) { count = piece.statements.size(); });
        QTRY_COMPARE(count, qsizetype(2));
    }

    void errorIsMarkedUntilTheNextChange()
    {
        show("SELECT 1,\n  größe\nFROM t;");
        m_editor->showError(12, u"column does not exist"_s, u"<b>none</b>"_s);
        QVERIFY(m_editor->hasError());
        QCOMPARE(m_editor->cursorPosition(), qsizetype(12));
        QVERIFY(m_editor->SendScintilla(QsciScintillaBase::SCI_INDICATORVALUEAT, 8UL, 12L) != 0);
        QVERIFY(m_editor->SendScintilla(QsciScintillaBase::SCI_INDICATORVALUEAT, 8UL, 11L) == 0);
        QVERIFY(annotation(1).contains(QStringLiteral("<b>none</b>")));
        QTest::keyClicks(m_editor.get(), QStringLiteral("x"));
        QVERIFY(!m_editor->hasError());
        QVERIFY(annotation(1).isEmpty());
        QVERIFY(m_editor->SendScintilla(QsciScintillaBase::SCI_INDICATORVALUEAT, 8UL, 13L) == 0);
    }

    void anErrorNeverScrollsSideways()
    {
        const QString words = u"operator does not exist: text = integer, and no function matches the name given "_s;
        const QString message = words.repeated(2) + u"\nHINT: "_s + QString(200, u'x');
        const QByteArray longLine = "SELECT '" + QByteArray(150, 'y') + "', nothing FROM t;";
        show("SELECT 1;\n    " + longLine);
        QTRY_VERIFY(m_editor->horizontalScrollBar()->maximum() > 0);
        const int before = m_editor->horizontalScrollBar()->maximum();
        const qsizetype place = 14 + longLine.indexOf("nothing");
        m_editor->showError(place, message);
        QCOMPARE(m_editor->cursorPosition(), place);
        const auto widest = [this] {
            int width = 0;
            const QStringList lines = annotation(1).split(u'\n');
            for (const QString &line : lines)
                width = std::max(width, QFontMetrics(Fonts::editor(12)).horizontalAdvance(line));
            return width;
        };
        QCOMPARE(m_editor->SendScintilla(QsciScintillaBase::SCI_GETXOFFSET), 0);
        QVERIFY2(widest() > 400 && widest() < 640, qPrintable(QString::number(widest())));
        QCOMPARE(annotation(1).remove(u'\n').remove(u' '), QString(message).remove(u'\n').remove(u' '));
        m_editor->resize(400, 400);
        QTRY_VERIFY(widest() < 340);
        m_editor->resize(1000, 400);
        QTRY_VERIFY(widest() > 640);
        QVERIFY(m_editor->horizontalScrollBar()->maximum() <= before);

        // Of a short line nothing is out of sight.
        show("SELECT nothing;");
        m_editor->showError(7, message);
        m_editor->repaint();
        QCOMPARE(m_editor->horizontalScrollBar()->maximum(), 0);
    }

    void anErrorIsReadWhereverTheCaretWas_data()
    {
        QTest::addColumn<bool>("exact");
        QTest::newRow("exact") << true;
        QTest::newRow("the line") << false;
    }

    void anErrorIsReadWhereverTheCaretWas()
    {
        QFETCH(const bool, exact);
        const auto offset = [this] { return m_editor->SendScintilla(QsciScintillaBase::SCI_GETXOFFSET); };
        const QByteArray wide = "SELECT '" + QByteArray(150, 'y') + "', nothing FROM t;";
        show(wide);
        m_editor->moveCursor(wide.size());
        QTRY_VERIFY(offset() > 0);
        m_editor->showError(exact ? wide.indexOf("nothing") : 0, u"column \"nothing\" does not exist"_s, {}, exact);
        QCOMPARE(offset(), 0);
        m_editor->repaint();
        QCOMPARE(offset(), 0);

        // Neither is it below or above what is seen.
        show(QByteArray("SELECT 1,\n").repeated(60) + "nothing;\n" + QByteArray("-- end\n").repeated(60));
        const auto lines = [this] { return int(m_editor->SendScintilla(QsciScintillaBase::SCI_LINESONSCREEN)); };
        for (const int seen : {60 - lines() + 1, 0, 100}) {
            m_editor->clearError();
            m_editor->setFirstVisibleLine(seen);
            m_editor->showError(600, u"first\nsecond\nthird"_s, {}, exact);
            m_editor->repaint();
            const int top = m_editor->firstVisibleLine();
            QVERIFY2(top <= 60 && top + lines() > 60 + 3, QByteArray::number(top));
        }
    }

    void anErrorOfAnyLengthIsShownInAFewLines_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("hint");
        const QString words = u"e "_s.repeated(500'000);
        QTest::newRow("words") << words << QString();
        QTest::newRow("one word") << QString(1'000'000, u'e') << QString();
        QTest::newRow("lines") << u"e\n"_s.repeated(500'000) << QString();
        QTest::newRow("hint") << u"short"_s << words;
        QTest::newRow("both") << words << words;
    }

    void anErrorOfAnyLengthIsShownInAFewLines()
    {
        QFETCH(const QString, message);
        QFETCH(const QString, hint);
        show("SELECT nothing;");
        const TurnWatch watch;
        m_editor->showError(7, message, hint);
        m_editor->repaint();
        m_editor->resize(500, 400);
        m_editor->repaint();
        QVERIFY2(watch.longestMs() < TurnWatch::mostMs, QByteArray::number(watch.longestMs()));
        const QStringList lines = annotation(0).split(u'\n');
        QVERIFY2(lines.size() > 1 && lines.size() <= 10, QByteArray::number(lines.size()));
        QVERIFY(lines.first().startsWith(message.left(1)));
        QVERIFY(lines.last().startsWith(u'e'));
        QVERIFY(lines.last().endsWith(QChar(0x2026)));
        for (const QString &line : lines)
            QVERIFY(QFontMetrics(Fonts::editor(12)).horizontalAdvance(line) < 500);
    }

    void commentsComeAndGo()
    {
        show("SELECT 1\n\n  FROM t\nWHERE x");
        m_editor->setSelection(0, 2, 3, 0);
        m_editor->toggleComment();
        QCOMPARE(m_editor->utf8(), QByteArray("-- SELECT 1\n\n--   FROM t\nWHERE x"));
        m_editor->setSelection(0, 0, 2, 3);
        m_editor->toggleComment();
        QCOMPARE(m_editor->utf8(), QByteArray("SELECT 1\n\n  FROM t\nWHERE x"));
        m_editor->undo();
        QVERIFY(m_editor->utf8().startsWith("-- SELECT 1"));
    }

    void findHeedsItsToggles()
    {
        show("select Select selection;");
        FindBar bar(m_editor.get());
        const auto toggle = [&bar](const QString &name) { bar.findChild<QAbstractButton *>(name)->click(); };
        const auto *note = bar.findChild<QLabel *>(u"findNote"_s);
        auto *what = bar.findChild<QLineEdit *>(u"findText"_s);
        bar.open(true);
        QTest::keyClicks(what, u"sel"_s);
        QCOMPARE(m_editor->selectedText(), u"sel"_s);
        QVERIFY(note->text().isEmpty());
        toggle(u"wholeWords"_s);
        QCOMPARE(note->text(), u"Not found"_s);
        // The words stand beside the text, not over it.
        QVERIFY(what->textMargins().right() >= note->width() && what->rect().contains(note->geometry()));
        QTest::keyClicks(what, u"ect"_s);
        QVERIFY(note->text().isEmpty());
        QCOMPARE(what->textMargins().right(), 0);
        toggle(u"matchCase"_s);
        bar.findChild<QLineEdit *>(u"replaceText"_s)->setText(u"x"_s);
        QCOMPARE(bar.replaceAll(), 1);
        QCOMPARE(m_editor->utf8(), QByteArray("x Select selection;"));
        toggle(u"matchCase"_s);
        QCOMPARE(bar.replaceAll(), 1);
        QCOMPARE(m_editor->utf8(), QByteArray("x x selection;"));
        toggle(u"wholeWords"_s);
        toggle(u"regularExpression"_s);
        what->setText(u"s.l"_s);
        QCOMPARE(bar.replaceAll(), 1);
        QCOMPARE(m_editor->utf8(), QByteArray("x x xection;"));
    }

    void replaceTouchesOnlyWhatIsFound()
    {
        show("beta two\ngamma alpha\nalpha");
        FindBar bar(m_editor.get());
        const auto press = [&bar](const QString &name) {
            auto *control = bar.findChild<QWidget *>(name);
            control->setFocus();
            QTest::keyClick(control, Qt::Key_Return);
        };
        bar.open(true);
        bar.findChild<QLineEdit *>(u"findText"_s)->setText(u"(al)pha"_s);
        bar.findChild<QLineEdit *>(u"replaceText"_s)->setText(u"<\\1>"_s);
        bar.findChild<QAbstractButton *>(u"regularExpression"_s)->click();
        m_editor->setSelection(0, 0, 1, 11);
        press(u"replaceText"_s); // the selection is no match: finds one
        QCOMPARE(m_editor->utf8(), QByteArray("beta two\ngamma alpha\nalpha"));
        QCOMPARE(m_editor->selectedText(), u"alpha"_s);
        const bool isFirst
            = m_editor->utf8().indexOf("alpha") == m_editor->SendScintilla(QsciScintilla::SCI_GETSELECTIONSTART);
        press(u"replaceOne"_s); // as Replace all does it, with what the group has found
        QCOMPARE(m_editor->utf8(),
                 isFirst ? QByteArray("beta two\ngamma <al>\nalpha") : QByteArray("beta two\ngamma alpha\n<al>"));
        QCOMPARE(m_editor->selectedText(), u"alpha"_s);
        press(u"replaceAll"_s);
        QCOMPARE(m_editor->utf8(), QByteArray("beta two\ngamma <al>\n<al>"));
        press(u"closeFind"_s);
        QVERIFY(bar.isHidden());
    }

    void anExpressionThatIsNoneIsSaid()
    {
        show("select (1)");
        FindBar bar(m_editor.get());
        const auto *note = bar.findChild<QLabel *>(u"findNote"_s);
        bar.open(true);
        bar.findChild<QAbstractButton *>(u"regularExpression"_s)->click();
        bar.findChild<QLineEdit *>(u"findText"_s)->setText(u"(1"_s);
        QVERIFY(!bar.findNext());
        QCOMPARE(note->text(), u"Not a regular expression"_s);
        QCOMPARE(bar.replaceAll(), 0);
        QCOMPARE(note->text(), u"Not a regular expression"_s);
        bar.findChild<QAbstractButton *>(u"regularExpression"_s)->click();
        QVERIFY(bar.findNext());
    }

    void keysOfShortcutsTypeNothing()
    {
        show("SELECT 1;");
        const auto press = [this](Qt::Key key, Qt::KeyboardModifiers modifiers, const QString &text) {
            QKeyEvent event(QEvent::KeyPress, key, modifiers, text);
            QApplication::sendEvent(m_editor.get(), &event);
        };
        const Qt::KeyboardModifiers both = Qt::ControlModifier | Qt::ShiftModifier;
        press(Qt::Key_Period, Qt::ControlModifier, u"."_s);
        press(Qt::Key_Semicolon, Qt::ControlModifier, u";"_s);
        press(Qt::Key_Apostrophe, Qt::ControlModifier, u"'"_s);
        press(Qt::Key_0, Qt::ControlModifier, u"0"_s);
        press(Qt::Key_Colon, both, u":"_s);
        QCOMPARE(m_editor->utf8(), QByteArray("SELECT 1;"));
        // As AltGr comes on some platforms.
        press(Qt::Key_BraceLeft, Qt::ControlModifier | Qt::AltModifier, u"{"_s);
        QCOMPARE(m_editor->utf8(), QByteArray("{SELECT 1;"));
        // Its own keys: word right, undo, redo.
        press(Qt::Key_Right, Qt::ControlModifier, {});
        QCOMPARE(m_editor->cursorPosition(), 8);
        press(Qt::Key_Z, Qt::ControlModifier, u"\x1a"_s);
        QCOMPARE(m_editor->utf8(), QByteArray("SELECT 1;"));
        press(Qt::Key_Y, Qt::ControlModifier, u"\x19"_s);
        QCOMPARE(m_editor->utf8(), QByteArray("{SELECT 1;"));
    }

    void historyKeysAreTold()
    {
        show("SELECT 1\nFROM t");
        QSignalSpy history(m_editor.get(), &SqlEditor::historyRequested);
        QTest::keyClick(m_editor.get(), Qt::Key_Up, Qt::ControlModifier);
        QTest::keyClick(m_editor.get(), Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(history.size(), 2);
        QCOMPARE(history.at(0).first().toBool(), false);
        QCOMPARE(history.at(1).first().toBool(), true);
        // Keys that belong to the window are left to it.
        QKeyEvent operations(QEvent::ShortcutOverride, Qt::Key_L, Qt::ControlModifier);
        operations.ignore();
        QCoreApplication::sendEvent(m_editor.get(), &operations);
        QVERIFY(!operations.isAccepted());
    }

    void themeChangesLive()
    {
        show("SELECT 1");
        const QPalette before = QApplication::palette();
        QApplication::setPalette(Tokens::darkTheme().palette());
        QTRY_COMPARE(background(QsciScintillaBase::STYLE_DEFAULT), Tokens::darkTheme().base);
        QCOMPARE(background(SqlColouring::Keyword), Tokens::darkTheme().base);
        QApplication::setPalette(Tokens::lightTheme().palette());
        QTRY_COMPARE(background(QsciScintillaBase::STYLE_DEFAULT), Tokens::lightTheme().base);
        QApplication::setPalette(before);
    }

    void anErrorFollowsTheTheme()
    {
        show("SELECT nothing;");
        const QPalette before = QApplication::palette();
        QApplication::setPalette(Tokens::lightTheme().palette());
        QTRY_COMPARE(background(QsciScintillaBase::STYLE_DEFAULT), Tokens::lightTheme().base);
        m_editor->showError(7, u"column does not exist"_s);
        const auto style = [this] {
            const long first = m_editor->SendScintilla(QsciScintillaBase::SCI_ANNOTATIONGETSTYLE, 0UL);
            return int(first + m_editor->SendScintilla(QsciScintillaBase::SCI_ANNOTATIONGETSTYLEOFFSET));
        };
        const auto colour = [this, style] {
            const long bgr
                = m_editor->SendScintilla(QsciScintillaBase::SCI_STYLEGETFORE, static_cast<unsigned long>(style()));
            return QColor(int(bgr & 0xFF), int(bgr >> 8 & 0xFF), int(bgr >> 16 & 0xFF));
        };
        QCOMPARE(background(style()), Tokens::lightTheme().red.tint);
        QApplication::setPalette(Tokens::darkTheme().palette());
        QTRY_COMPARE(background(QsciScintillaBase::STYLE_DEFAULT), Tokens::darkTheme().base);
        QCOMPARE(background(style()), Tokens::darkTheme().red.tint);
        QCOMPARE(colour(), Tokens::darkTheme().red.text);
        QCOMPARE(annotation(0), u"column does not exist"_s);
        QApplication::setPalette(before);
    }

    void largeScriptStaysEditable()
    {
        QByteArray text;
        while (text.size() < 5 * 1024 * 1024)
            text += "INSERT INTO orders VALUES (1, 'it''s', $$x;y$$, now()); -- one\n";
        show(text);
        m_editor->moveCursor(0);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 50; ++i)
            QTest::keyClick(m_editor.get(), Qt::Key_X);
        const qint64 typing = timer.restart();
        m_editor->moveCursor(text.size());
        QTest::keyClick(m_editor.get(), Qt::Key_X);
        const qint64 jump = timer.elapsed();
        qInfo("50 keys %lld ms, jump to the end and a key %lld ms", typing, jump);
        QVERIFY2(typing < 50 * 30, qPrintable(QString::number(typing)));
        QCOMPARE(m_editor->utf8().size(), text.size() + 51);
        m_editor->moveCursor(200);
        QVERIFY(statementToRun().startsWith("INSERT"));
    }

    void accessibleName()
    {
        show("SELECT 1");
        QAccessibleInterface *self = QAccessible::queryAccessibleInterface(m_editor.get());
        QVERIFY(self);
        QCOMPARE(self->text(QAccessible::Name), QStringLiteral("SQL editor"));
        QCOMPARE(self->role(), QAccessible::EditableText);
    }
};

QTEST_MAIN(TestSqlEditor)
#include "tst_sqleditor.moc"
