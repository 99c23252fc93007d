// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/answer.h"
#include "engine/onanswer.h"

#include <QPromise>
#include <QTest>
#include <QtConcurrentRun>

#include <memory>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

const EngineError refusal(EngineError::Kind::Refused, u"stop web"_s, u"no"_s, 500);

} // namespace

class TestOnAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_context = std::make_unique<QObject>();
        m_heard.clear();
    }

    void values()
    {
        const Answer<QString> answer;
        listen(answer.future());
        answer.succeed(u"web"_s);
        QVERIFY(m_heard.isEmpty()); // never in the stack of who answers
        QTRY_COMPARE(m_heard, QStringList{u"web"_s});
    }

    void nothingButTheEnd()
    {
        const Answer<void> answer;
        onAnswer<EngineError>(
            answer.future(), m_context.get(), [this] { m_heard << u"done"_s; },
            [this](const EngineError &error) { m_heard << error.message(); });
        answer.succeed();
        QTRY_COMPARE(m_heard, QStringList{u"done"_s});
    }

    void errors()
    {
        const Answer<QString> answer;
        listen(answer.future());
        answer.fail(refusal);
        QTRY_COMPARE(m_heard, QStringList{u"failed: no"_s});
    }

    void whatHasEndedBefore()
    {
        const Answer<QString> answer;
        answer.fail(refusal);
        QTRY_VERIFY(answer.future().isFinished());
        listen(answer.future());
        QVERIFY(m_heard.isEmpty());
        QTRY_COMPARE(m_heard, QStringList{u"failed: no"_s});
    }

    void cancelled()
    {
        const Answer<QString> answer;
        listen(answer.future());
        onAnswer<EngineError>(
            answer.future(), m_context.get(), [this](const QString &text) { m_heard << text; },
            [this](const EngineError &error) { m_heard << error.message(); });
        answer.future().cancel();
        answer.succeed(u"too late"_s);
        QTRY_COMPARE(m_heard, QStringList{u"cancelled"_s}); // from the one that wants to know
    }

    /// In Qt 6.4, QFuture::then(context) asserts here.
    void contextThatDiesWhileTheAnswerWaits()
    {
        QPromise<QString> waiting;
        QPromise<QString> refused;
        waiting.start();
        refused.start();
        listen(waiting.future());
        listen(refused.future());
        waiting.addResult(u"web"_s);
        waiting.finish();
        refused.setException(refusal);
        refused.finish();
        m_context.reset(); // both have ended, neither has been told of
        QObject survivor;
        bool over = false;
        const Answer<void> after;
        onAnswer<EngineError>(
            after.future(), &survivor, [&over] { over = true; }, [](const EngineError &) {});
        after.succeed();
        QTRY_VERIFY(over);
        QVERIFY(m_heard.isEmpty());
    }

    void workOfThePool()
    {
        QThread *thread = nullptr;
        onAnswer(QtConcurrent::run([] { return QThread::currentThread() == qApp->thread() ? 1 : 2; }), m_context.get(),
                 [this, &thread](int result) {
                     thread = QThread::currentThread();
                     m_heard << QString::number(result);
                 });
        QTRY_COMPARE(m_heard, QStringList{u"2"_s});
        QCOMPARE(thread, qApp->thread());
    }

    void everyoneDroppedIt()
    {
        {
            const Answer<QString> answer(u"ask"_s);
            listen(answer.future());
        }
        QTRY_COMPARE(m_heard.size(), 1);
        QVERIFY(m_heard[0].startsWith(u"failed: "_s));
    }

private:
    void listen(const QFuture<QString> &future)
    {
        onAnswer<EngineError>(
            future, m_context.get(), [this](const QString &text) { m_heard << text; },
            [this](const EngineError &error) { m_heard << u"failed: "_s + error.message(); },
            [this] { m_heard << u"cancelled"_s; });
    }

    std::unique_ptr<QObject> m_context;
    QStringList m_heard;
};

QTEST_GUILESS_MAIN(TestOnAnswer)
#include "tst_onanswer.moc"
