// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace Gantry {

/// Passwords that the user wants remembered, in the desktop's keychain (Secret Service, KWallet) and nowhere else.
class PasswordKeeper : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// \a then runs once with the password, empty when none is kept or the keychain cannot be reached; not after
    /// \a context died.
    void read(const QString &key, QObject *context, std::function<void(const QString &password)> then);
    /// \a then runs once when the password is kept; not after \a context died. failed() tells when it cannot be.
    void write(const QString &key, const QString &password, QObject *context, std::function<void()> then);
    void forget(const QString &key);

Q_SIGNALS:
    /// A password could not be kept, with the keychain's words.
    void failed(const QString &sentence);
};

} // namespace Gantry
