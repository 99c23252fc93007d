// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/desktopscheme.h"

#include <QDBusAbstractAdaptor>
#include <QDBusVariant>
#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// What xdg-desktop-portal answers, as far as the look asks.
class SettingsPortal : public QDBusAbstractAdaptor
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    explicit SettingsPortal(QObject *parent)
        : QDBusAbstractAdaptor(parent)
    {
    }

public Q_SLOTS:
    QDBusVariant Read(const QString &, const QString &) // NOLINT(readability-convert-member-functions-to-static)
    {
        return QDBusVariant(QVariant::fromValue(QDBusVariant(1U)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

/// Against a real bus with a portal of our own on it.
class TestDesktopScheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void isUnknownWithoutPortal();
    void asksAndFollows();

private:
    QProcess m_daemon;
    QString m_address;
};

void TestDesktopScheme::initTestCase()
{
    if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty())
        QSKIP("dbus-daemon is not installed");
    m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
    QTRY_VERIFY(m_daemon.canReadLine());
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
}

void TestDesktopScheme::cleanupTestCase()
{
    for (const QString &name : {u"desktop"_s, u"gantry"_s})
        QDBusConnection::disconnectFromBus(name);
    m_daemon.kill();
    m_daemon.waitForFinished();
}

void TestDesktopScheme::isUnknownWithoutPortal()
{
    DesktopScheme none(QDBusConnection(u"no such connection"_s));
    QCOMPARE(none.scheme(), DesktopScheme::Scheme::Unknown);
}

void TestDesktopScheme::asksAndFollows()
{
    QDBusConnection desktop = QDBusConnection::connectToBus(m_address, u"desktop"_s);
    QVERIFY(desktop.isConnected());
    QObject object;
    SettingsPortal portal(&object);
    QVERIFY(desktop.registerObject(u"/org/freedesktop/portal/desktop"_s, &object));
    QVERIFY(desktop.registerService(u"org.freedesktop.portal.Desktop"_s));

    DesktopScheme scheme(QDBusConnection::connectToBus(m_address, u"gantry"_s));
    QSignalSpy changed(&scheme, &DesktopScheme::changed);
    QCOMPARE(scheme.scheme(), DesktopScheme::Scheme::Unknown); // asked, not waited for
    QTRY_COMPARE(scheme.scheme(), DesktopScheme::Scheme::Dark);
    QCOMPARE(changed.size(), 1);

    Q_EMIT portal.SettingChanged(u"org.gnome.desktop.interface"_s, u"color-scheme"_s, QDBusVariant(2U));
    Q_EMIT portal.SettingChanged(u"org.freedesktop.appearance"_s, u"contrast"_s, QDBusVariant(2U));
    Q_EMIT portal.SettingChanged(u"org.freedesktop.appearance"_s, u"color-scheme"_s, QDBusVariant(2U));
    QTRY_COMPARE(scheme.scheme(), DesktopScheme::Scheme::Light);
    QCOMPARE(changed.size(), 2);
}

QTEST_GUILESS_MAIN(TestDesktopScheme)
#include "tst_desktopscheme.moc"
