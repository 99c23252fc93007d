// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/failure.h"
#include "run/imagereference.h"
#include "run/pullprogress.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace Gantry {

class CredentialLookup;
class Engine;
class Operation;
class OperationLog;
class ProgressStream;

/// One pull: looks up the credentials, then POST /images/create (API 1.41), and follows its layers. Reports progress to
/// an operation, which it does not end.
class ImagePull : public QObject
{
    Q_OBJECT

public:
    /// \a engine is not owned. Begins at once.
    ImagePull(Engine *engine, const ImageReference &reference, Operation *operation, QObject *parent);

    /// A whole operation, `docker pull REFERENCE`, that can be cancelled and repeated.
    static Operation *begin(Engine *engine, OperationLog *log, const ImageReference &reference);

    const PullProgress &progress() const { return m_progress; }
    /// Closes the connection, at which the engine stops the pull; nothing is emitted afterwards.
    void cancel();

Q_SIGNALS:
    /// At most some times a second.
    void progressed();
    void succeeded();
    void failed(const Gantry::Failure &failure);

private:
    void pull(const QByteArray &auth);
    void take(const QJsonObject &message);
    void report();
    void streamEnded();
    void fail(const Failure &failure);

    Engine *m_engine;
    ImageReference m_reference;
    Operation *m_operation;
    CredentialLookup *m_credentials = nullptr;
    ProgressStream *m_stream = nullptr;
    PullProgress m_progress;
    QString m_credentialProblem;
    QElapsedTimer m_clock;
    QTimer m_report;
    bool m_over = false;
};

} // namespace Gantry
