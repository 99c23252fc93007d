// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/cellroles.h"
#include "shell/palettemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

PaletteItem item(const QString &title, const QString &detail = {}, const QString &reason = {})
{
    PaletteItem result;
    result.title = title;
    result.detail = detail;
    result.symbol = u"play"_s;
    result.reason = reason;
    result.enabled = reason.isEmpty();
    return result;
}

QStringList titles(const PaletteModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all << model.index(row).data().toString();
    return all;
}

} // namespace

class TestPaletteModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatTheSourcesOffer()
    {
        PaletteModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        PaletteItem stop = item(u"Stop"_s, u"Container"_s, u"Nothing is selected."_s);
        stop.shortcut = QKeySequence(Qt::Key_X);
        model.setItems({item(u"Start"_s, u"Container"_s), stop, item(u"<b>web</b>"_s, u"tp1"_s)});
        QCOMPARE(titles(model), (QStringList{u"Start"_s, u"Stop"_s, u"<b>web</b>"_s}));
        const QModelIndex row = model.index(1);
        QCOMPARE(row.data(DetailRole).toString(), u"Container"_s);
        QCOMPARE(row.data(SymbolRole).toString(), u"play"_s);
        QCOMPARE(row.data(PaletteModel::ShortcutRole).toString(), u"X"_s);
        QCOMPARE(row.data(PaletteModel::ReasonRole).toString(), u"Nothing is selected."_s);
        QCOMPARE(row.data(Qt::AccessibleTextRole).toString(), u"Stop, Container, Nothing is selected."_s);
        QVERIFY(row.flags().testFlag(Qt::ItemIsEnabled)); // its reason can be read
        QCOMPARE(model.index(0).data(PaletteModel::ReasonRole).toString(), QString());

        model.setItems({item(u"Only"_s)});
        QCOMPARE(titles(model), QStringList{u"Only"_s});
        model.setItems({});
        QCOMPARE(model.rowCount(), 0);
    }

    void findsAndOrders()
    {
        PaletteModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setItems({item(u"Restart"_s, u"Container"_s), item(u"Start"_s, u"Container"_s, u"It runs."_s),
                        item(u"Start"_s, u"Project"_s), item(u"shop-start-1"_s), item(u"Down"_s, u"Project"_s)});
        model.setPattern(u"start"_s);
        // The whole word first; of two alike the one that can run.
        QCOMPARE(titles(model).mid(0, 2), (QStringList{u"Start"_s, u"shop-start-1"_s}));
        QCOMPARE(model.index(0).data(DetailRole).toString(), u"Project"_s);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(0).data(PaletteModel::PositionsRole).value<QList<int>>(), (QList<int>{0, 1, 2, 3, 4}));
        QCOMPARE(model.item(0).title, u"Start"_s);
        // Words of the detail find too, and colour nothing of the title.
        model.setPattern(u"down proj"_s);
        QCOMPARE(titles(model), QStringList{u"Down"_s});
        QCOMPARE(model.index(0).data(PaletteModel::PositionsRole).value<QList<int>>(), (QList<int>{0, 1, 2, 3}));
        model.setPattern(u"xyz"_s);
        QCOMPARE(model.rowCount(), 0);
        model.setPattern(u"  "_s);
        QCOMPARE(titles(model), (QStringList{u"Restart"_s, u"Start"_s, u"Start"_s, u"shop-start-1"_s, u"Down"_s}));
    }

    void namesComeBeforeActionsAndThoseBeforeWhatCannotRun()
    {
        const auto action = [](const QString &title, const QString &reason = {}) {
            PaletteItem result = item(title, u"Container"_s, reason);
            result.isAction = true;
            return result;
        };
        PaletteModel model;
        model.setItems({action(u"Databases"_s), action(u"db"_s, u"No."_s), action(u"Open db console"_s),
                        action(u"Show sandbox"_s), item(u"sandbox"_s), item(u"shop-db-1"_s), item(u"dbx"_s),
                        item(u"web"_s, u"a db"_s)});
        model.setPattern(u"db"_s);
        QCOMPARE(titles(model),
                 (QStringList{u"dbx"_s, u"shop-db-1"_s, u"Open db console"_s, u"sandbox"_s, u"Show sandbox"_s, u"web"_s,
                              u"db"_s}));
    }

    void manyMatchesAreCut()
    {
        QList<PaletteItem> items;
        for (int i = 0; i < 1000; ++i)
            items << item(u"web-%1"_s.arg(i));
        PaletteModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setItems(items);
        QCOMPARE(model.rowCount(), 200);
        model.setPattern(u"web 999"_s); // searched in all of them
        QCOMPARE(titles(model), QStringList{u"web-999"_s});
    }
};

QTEST_MAIN(TestPaletteModel)
#include "tst_palettemodel.moc"
