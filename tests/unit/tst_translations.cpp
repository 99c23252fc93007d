// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList translations; ///< one, or the plural forms
    bool finished = false;
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    const auto read = [&xml] { return xml.readElementText(QXmlStreamReader::IncludeChildElements); };
    Message message;
    message.context = context;
    const bool plural = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            message.source = read();
        } else if (xml.name() == "translation"_L1) {
            message.finished = !xml.attributes().hasAttribute("type"_L1);
            if (!plural)
                message.translations.append(read());
            while (plural && xml.readNextStartElement())
                message.translations.append(read());
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QList<Message> readMessages(QXmlStreamReader &xml)
{
    QList<Message> messages;
    QString context;
    xml.readNextStartElement(); // TS
    while (xml.readNextStartElement()) {
        while (xml.readNextStartElement()) {
            if (xml.name() == "name"_L1)
                context = xml.readElementText();
            else if (xml.name() == "message"_L1)
                messages.append(readMessage(xml, context));
            else
                xml.skipCurrentElement();
        }
    }
    return messages;
}

QSet<QString> placeholders(const QString &text)
{
    static const QRegularExpression placeholder(u"%(L?[0-9]{1,2}|L?n)"_s);
    QSet<QString> found;
    for (auto matches = placeholder.globalMatch(text); matches.hasNext();)
        found.insert(matches.next().captured());
    return found;
}

QString edge(const QString &text, bool atEnd)
{
    static const QRegularExpression leading(u"^\\s*"_s);
    static const QRegularExpression trailing(u"\\s*$"_s);
    return (atEnd ? trailing : leading).match(text).captured();
}

bool hasMnemonic(const QString &text)
{
    static const QRegularExpression mnemonic(u"(?<!&)&(?:&&)*[^&\\s]"_s);
    return mnemonic.match(text).hasMatch();
}

/// Whether an English text says of its first %n what is said of several only: a verb or a pronoun without its singular.
bool speaksOfSeveral(const QString &text)
{
    static const QRegularExpression verb(
        u"%L?n [^.,:;?]*\\b(?<!not )(?:are|were|have|do|need|run|say|stand|wait)\\b"_s);
    static const QRegularExpression pronoun(u"\\b(?:they|them|their|these|those)\\b"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return verb.match(text).hasMatch() || pronoun.match(text).hasMatch();
}

/// What is wrong with the message, in a word; empty: nothing.
QString fault(const Message &message)
{
    if (!message.finished || message.translations.isEmpty())
        return u"unfinished"_s;
    for (const QString &text : message.translations) {
        if (text.isEmpty())
            return u"empty"_s;
        if (placeholders(text) != placeholders(message.source))
            return u"placeholders"_s;
        if (text.count(u'\n') != message.source.count(u'\n'))
            return u"newlines"_s;
        if (edge(text, false) != edge(message.source, false) || edge(text, true) != edge(message.source, true))
            return u"spaces"_s;
        if (hasMnemonic(text) != hasMnemonic(message.source))
            return u"mnemonic"_s;
    }
    return {};
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void files_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("fewest");
        QTest::newRow("English plurals") << u"gantry_en.ts"_s << 20;
        QTest::newRow("French") << u"gantry_fr.ts"_s << 1000;
    }

    /// Each message is finished and can stand for its source: the placeholders, lines, spaces and mnemonics are those
    /// of it.
    void files()
    {
        QFETCH(QString, name);
        QFETCH(int, fewest);
        QFile file(QStringLiteral(GANTRY_SOURCE_DIR "/resources/translations/") + name);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
        QXmlStreamReader xml(&file);
        const QList<Message> messages = readMessages(xml);
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY2(messages.size() >= fewest, qPrintable(QString::number(messages.size())));
        QStringList faults;
        for (const Message &message : messages) {
            if (const QString what = fault(message); !what.isEmpty())
                faults.append(u"%1: %2: \"%3\" => \"%4\""_s.arg(what, message.context, message.source,
                                                                message.translations.join(u"\" / \""_s)));
        }
        QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
    }

    /// The rule that fills the English file in changes nouns only.
    void englishSingulars()
    {
        QFile file(QStringLiteral(GANTRY_SOURCE_DIR "/resources/translations/gantry_en.ts"));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
        QXmlStreamReader xml(&file);
        QStringList faults;
        const QList<Message> messages = readMessages(xml);
        for (const Message &message : messages) {
            QCOMPARE(message.translations.size(), 2);
            if (speaksOfSeveral(message.translations.first()))
                faults.append(message.context + u": "_s + message.translations.first());
        }
        QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
    }

    void singulars_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("ofSeveral");
        QTest::newRow("noun") << u"Remove %n image?"_s << false;
        QTest::newRow("is") << u"%n file is here: drag it again."_s << false;
        QTest::newRow("participle") << u"%Ln statement was not run."_s << false;
        QTest::newRow("other sentence") << u"%n file cannot be read. Name what others need."_s << false;
        QTest::newRow("are") << u"%n file or folder are here"_s << true;
        QTest::newRow("run") << u"%n operation still run. Quit?"_s << true;
        QTest::newRow("need") << u"%Ln file need a console."_s << true;
        QTest::newRow("them") << u"%n file is here: drag them again."_s << true;
    }

    void singulars()
    {
        QFETCH(QString, text);
        QTEST(speaksOfSeveral(text), "ofSeveral");
    }

    void faults_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *source, const char *translation, const char *expected) {
            QTest::newRow(name) << u"<message><source>%1</source>%2</message>"_s.arg(QLatin1String(source),
                                                                                     QLatin1String(translation))
                                << QString::fromLatin1(expected);
        };
        row("good", "%1 of %2", "<translation>%1 sur %2</translation>", "");
        row("other order", "%1 of %2", "<translation>sur %2, %1</translation>", "");
        row("not begun", "Stop", "<translation type=\"unfinished\"></translation>", "unfinished");
        row("not confirmed", "Stop", "<translation type=\"unfinished\">Fin</translation>", "unfinished");
        row("empty", "Stop", "<translation></translation>", "empty");
        row("lost placeholder", "%1 of %2", "<translation>%1</translation>", "placeholders");
        row("other placeholder", "%L1 rows", "<translation>%1 lignes</translation>", "placeholders");
        row("lost line", "a\nb", "<translation>a b</translation>", "newlines");
        row("lost space", ", %1", "<translation>, %1 </translation>", "spaces");
        row("lost mnemonic", "&amp;File", "<translation>Fichier</translation>", "mnemonic");
        row("moved mnemonic", "&amp;Help", "<translation>Ai&amp;de</translation>", "");
        row("ampersand", "Find &amp;&amp; replace", "<translation>Chercher et remplacer</translation>", "");
    }

    void faults()
    {
        QFETCH(QString, message);
        QXmlStreamReader xml(u"<TS><context><name>Page</name>"_s + message + u"</context></TS>"_s);
        const QList<Message> messages = readMessages(xml);
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(messages.size(), 1);
        QTEST(fault(messages.first()), "expected");
    }

    void faultInOnePluralForm()
    {
        QXmlStreamReader xml(u"<TS><context><name>Page</name><message numerus=\"yes\"><source>%n row(s)</source>"
                             "<translation><numerusform>%n ligne</numerusform><numerusform>lignes</numerusform>"
                             "</translation></message></context></TS>"_s);
        const QList<Message> messages = readMessages(xml);
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(messages.size(), 1);
        QCOMPARE(messages.first().translations.size(), 2);
        QCOMPARE(fault(messages.first()), u"placeholders"_s);
    }
};

QTEST_APPLESS_MAIN(TestTranslations)
#include "tst_translations.moc"
