// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QException>
#include <QString>

namespace Gantry {

/// Why a call to the engine failed. Thrown through QFuture, so consumers take it with onAnswer<EngineError>().
class EngineError : public QException
{
public:
    enum class Kind {
        Unreachable, ///< no socket, connection refused, host unknown
        PermissionDenied, ///< the socket exists but this user may not open it
        ConnectionLost, ///< closed, reset or timed out in the middle of a call
        Protocol, ///< the answer was not HTTP, or not what the API promises
        Refused, ///< the engine answered with an HTTP error; see status()
        EngineTooOld, ///< its newest API version is older than the oldest that Gantry knows
        EngineTooNew, ///< its oldest API version is newer than the newest that Gantry knows
        Cancelled, ///< the caller took the call back
    };

    /// No error of anything: for containers and variants.
    EngineError() = default;
    EngineError(Kind kind, QString attempted, QString message, int status = 0);

    Kind kind() const { return m_kind; }
    /// What was asked for, in words for a user: "stop container web".
    const QString &attempted() const { return m_attempted; }
    /// The engine's own `message`, or the system's words for a transport error. Untrusted plain text.
    const QString &message() const { return m_message; }
    /// HTTP status, 0 when there was no answer.
    int status() const { return m_status; }
    bool isNotFound() const { return m_status == 404; }
    /// 304: the object already is in the wanted state.
    bool isNotModified() const { return m_status == 304; }

    /// What failed alone, a translated sentence: "Could not stop container web."
    QString fact() const;
    /// The message as it is shown: in quotation marks where the engine or the system said it, not Gantry.
    QString words() const;
    /// One translated sentence: what failed, and words().
    QString sentence() const;
    /// What the user can do about it, translated; empty when nothing better than Retry is known.
    QString advice() const;

    void raise() const override { throw *this; }
    EngineError *clone() const override { return new EngineError(*this); }

private:
    Kind m_kind = Kind::Protocol;
    QString m_attempted;
    QString m_message;
    int m_status = 0;
};

} // namespace Gantry
