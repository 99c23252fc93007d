// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/operationmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestOperationModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestFirst()
    {
        OperationLog log;
        Operation *before = log.begin(u"Stop a"_s, {u"docker"_s, u"stop"_s, u"a"_s});
        OperationModel model(&log);
        QAbstractItemModelTester tester(&model);
        Operation *after = log.begin(u"Start b"_s, {u"docker"_s, u"start"_s, u"b"_s});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.operation(model.index(0)), after);
        QCOMPARE(model.rowOf(before), 1);
        QCOMPARE(model.index(0).data().toString(), u"Start b"_s);
        QCOMPARE(model.index(0).data(OperationModel::CommandRole).toString(), u"docker start b"_s);
    }

    void burstsBecomeOneChange()
    {
        OperationLog log;
        OperationModel model(&log);
        QAbstractItemModelTester tester(&model);
        Operation *operation = log.begin(u"Pull"_s, {u"docker"_s, u"pull"_s});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        for (int i = 0; i < 100; ++i)
            operation->setProgress(i);
        QCOMPARE(changed.count(), 0);
        QVERIFY(changed.wait(Tests::patience));
        QCOMPARE(changed.count(), 1);
        QVERIFY(OperationModel::resultText(*operation).startsWith(u"99"_s));
        operation->fail(u"no space left"_s);
        QVERIFY(changed.wait(Tests::patience));
        QCOMPARE(model.index(0).data(OperationModel::StateRole).toInt(), int(Operation::State::Failed));
    }

    void failuresBeginWithTheServersWords()
    {
        OperationLog log;
        OperationModel model(&log);
        Operation *operation = log.begin(u"Start web"_s, {u"docker"_s});
        QCOMPARE(OperationModel::outcomeText(*operation), OperationModel::resultText(*operation));
        operation->fail({u"Could not start container web."_s, u"“port is\n already allocated”"_s, {}});
        const QString outcome = OperationModel::outcomeText(*operation);
        QVERIFY2(outcome.startsWith(OperationModel::resultText(*operation)), qPrintable(outcome));
        QVERIFY2(outcome.endsWith(u": “port is already allocated”"_s), qPrintable(outcome));
        QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().endsWith(outcome));
        Operation *other = log.begin(u"Up tp1"_s, {u"docker"_s});
        other->fail(u"No engine is connected."_s);
        QVERIFY(OperationModel::outcomeText(*other).endsWith(u"No engine is connected."_s));
    }

    void endedOnesLeaveTheList()
    {
        OperationLog log;
        OperationModel model(&log);
        QAbstractItemModelTester tester(&model);
        Operation *ended = log.begin(u"Stop a"_s, {u"docker"_s});
        Operation *running = log.begin(u"Stop b"_s, {u"docker"_s});
        ended->succeed();
        log.clearEnded();
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.operation(model.index(0)), running);
        running->setCancelled();
        log.clearEnded();
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestOperationModel)
#include "tst_operationmodel.moc"
