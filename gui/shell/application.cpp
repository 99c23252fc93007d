// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/application.h"

#include "engine/endpointdiscovery.h"
#include "engine/engine.h"
#include "gantryversion.h"
#include "look/scrollaccessible.h"
#include "pgenvironment.h"
#include "shell/appearance.h"
#include "shell/desktopnotifications.h"
#include "shell/mainwindow.h"
#include "shell/notifier.h"
#include "shell/uistate.h"
#include "shell/workbench.h"
#include "welcome/samplestarter.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTimer>
#include <QTranslator>

#include <utility>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// The engine needs about as long for a long list as we for the window: it is asked first.
constexpr int longestHeadStartMs = 100;

} // namespace

void Application::prepare()
{
    // Before there are threads. Compose gets them back.
    PgEnvironment::takeOut();
    QCoreApplication::setOrganizationName(u"gantry"_s);
    QCoreApplication::setApplicationName(u"gantry"_s);
    QCoreApplication::setApplicationVersion(gantryVersion());
    QGuiApplication::setApplicationDisplayName(u"Gantry"_s);
    QGuiApplication::setDesktopFileName(u"org.gantry.Gantry"_s);
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
}

void Application::translate(QCoreApplication *application)
{
    const auto install = [application](auto load) {
        auto *translator = new QTranslator(application);
        if (load(translator))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    // English has its plurals in a file, too; other languages lie over it.
    install([](QTranslator *t) { return t->load(u":/i18n/gantry_en.qm"_s); });
    const QLocale locale;
    QString language;
    install([&locale, &language](QTranslator *t) {
        const bool loaded = t->load(locale, u"gantry"_s, u"_"_s, u":/i18n"_s);
        language = loaded ? t->language() : QString();
        return loaded;
    });
    install([&locale](QTranslator *t) {
        return t->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    });
    // Numbers of one language in words of another mislead, unless somebody wanted just that. With LANGUAGE alone Qt has
    // the language's name and the point of LC_ALL or LANG.
    const QString numbers = qEnvironmentVariable("LC_NUMERIC");
    const bool wanted = qEnvironmentVariableIsEmpty("LC_ALL") && !numbers.isEmpty() && numbers != u"C"
        && !numbers.startsWith(u"C."_s) && numbers != u"POSIX";
    const QLocale words(QLocale(language).language(), locale.territory());
    if (!language.isEmpty() && !wanted
        && (words.language() != locale.language() || words.decimalPoint() != locale.decimalPoint()))
        QLocale::setDefault(words);
}

Application::Application(const QString &stateFile, QObject *parent)
    : QObject(parent)
    , m_state(std::make_unique<UiState>(stateFile))
    , m_workbench(std::make_unique<Workbench>(m_state.get()))
    , m_appearance(std::make_unique<Appearance>(&m_theme, m_state.get()))
{
    ScrollAccessible::install();
    m_theme.apply();
}

Application::~Application() = default;

void Application::start(const StartRequest &request)
{
    m_pathsAtStart = request.paths;
    const Engine *engine = m_workbench->engine();
    connect(engine, &Engine::listAsked, this, &Application::showWindow, Qt::QueuedConnection);
    connect(engine, &Engine::stateChanged, this, [this](Engine::State state) {
        if (state != Engine::State::Connecting)
            showWindow();
    });
    QTimer::singleShot(longestHeadStartMs, this, &Application::showWindow);
    connectTo(request.host);
}

void Application::showWindow()
{
    if (m_window)
        return;
    disconnect(m_workbench->engine(), nullptr, this, nullptr);
    m_window = std::make_unique<MainWindow>(m_workbench.get(), m_appearance.get());
    // Without a session bus, libdbus would start one, and wait for it.
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")) {
        m_notifications = std::make_unique<DesktopNotifications>(QDBusConnection::sessionBus());
        m_window->notifier()->setDesktop(m_notifications.get());
    }
    m_sample = std::make_unique<SampleStarter>(m_workbench.get(), m_window.get());
    m_window->show();
    for (const QString &path : std::exchange(m_pathsAtStart, {}))
        m_workbench->openPath(path);
}

void Application::take(const StartRequest &request)
{
    showWindow();
    m_window->bringToFront(request.activationToken);
    if (!request.host.isEmpty())
        connectTo(request.host);
    for (const QString &path : request.paths)
        m_workbench->openPath(path);
}

void Application::quit()
{
    if (m_window)
        m_window->quit();
    else
        QCoreApplication::quit();
}

void Application::connectTo(const QString &host)
{
    m_workbench->engine()->start(EndpointDiscovery(), host);
}

} // namespace Gantry
