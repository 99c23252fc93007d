// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "containers/containertree.h"
#include "fakecontainers.h"
#include "foreigntexts.h"
#include "shellprobe.h"

#include <QTranslator>

#include <optional>

namespace Gantry {

using namespace Qt::StringLiterals;

inline QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

inline QJsonObject labels(const QString &project, const QString &service)
{
    return {{u"com.docker.compose.project"_s, project},
            {u"com.docker.compose.service"_s, service},
            {u"com.docker.compose.container-number"_s, u"1"_s},
            {u"com.docker.compose.project.working_dir"_s, u"/no/such/"_s + project.left(200)},
            {u"com.docker.compose.project.config_files"_s, u"/no/such/"_s + project.left(200) + u"/compose.yaml"_s},
            {u"com.docker.compose.version"_s, project},
            {project, service}};
}

inline QJsonObject more(const QString &text)
{
    return {
        {u"Ports"_s,
         QJsonArray{
             QJsonObject{{u"IP"_s, u"0.0.0.0"_s}, {u"PrivatePort"_s, 80}, {u"PublicPort"_s, 8080}, {u"Type"_s, text}}}},
        {u"Mounts"_s, QJsonArray{QJsonObject{{u"Type"_s, u"volume"_s}, {u"Name"_s, text}, {u"Destination"_s, text}}}},
        {u"NetworkSettings"_s, QJsonObject{{u"Networks"_s, QJsonObject{{text, QJsonObject()}}}}}};
}

inline QJsonObject details(const QString &text)
{
    const QJsonObject probe{{u"Start"_s, u"2024-01-01T10:00:00Z"_s},
                            {u"End"_s, u"2024-01-01T10:00:01Z"_s},
                            {u"ExitCode"_s, 1},
                            {u"Output"_s, text}};
    return {
        {u"Path"_s, text},
        {u"Args"_s, QJsonArray{text, u"-c"_s}},
        {u"HostConfig"_s, QJsonObject{{u"RestartPolicy"_s, QJsonObject{{u"Name"_s, text}}}}},
        {u"Config"_s,
         QJsonObject{{u"Env"_s, QJsonArray{u"NAME="_s + text, text + u"="_s + text, u"A_TOKEN="_s + text}},
                     {u"User"_s, text},
                     {u"WorkingDir"_s, text},
                     {u"Healthcheck"_s, QJsonObject{{u"Test"_s, QJsonArray{u"CMD"_s, text}}}}}},
        {u"State"_s,
         QJsonObject{{u"Error"_s, text},
                     {u"StartedAt"_s, u"2024-01-01T10:00:00Z"_s},
                     {u"Health"_s, QJsonObject{{u"Status"_s, u"unhealthy"_s}, {u"Log"_s, QJsonArray{probe}}}}}},
        {u"NetworkSettings"_s, QJsonObject{{u"Networks"_s, QJsonObject{{text, QJsonObject{{u"IPAddress"_s, text}}}}}}},
        {u"Mounts"_s, QJsonArray{QJsonObject{{u"Type"_s, u"bind"_s}, {u"Source"_s, text}, {u"Destination"_s, text}}}}};
}

inline QByteArray logFrame(const QByteArray &line)
{
    QByteArray head(8, '\0');
    head[0] = 1;
    for (int i = 0; i < 4; ++i)
        head[4 + i] = char((line.size() >> (24 - 8 * i)) & 0xff);
    return FakeEngine::chunk(head + line);
}

/// The window, in any language, over an engine whose objects have names, labels and messages of the test's own.
class ForeignFixture : public QObject, protected ShellFiles
{
protected:
    void begin()
    {
        m_images = {};
        m_volumes = {};
        m_networks = {};
        m_engine.emplace();
        m_engine->answerBasics();
        m_fake.emplace(&*m_engine);
    }
    void end()
    {
        m_shell.reset();
        m_fake.reset();
        m_engine.reset();
        for (QTranslator *translator : std::exchange(m_translators, {})) {
            QCoreApplication::removeTranslator(translator);
            delete translator;
        }
    }

    /// The engine's objects, each with \a text for every name; \a digit makes the container's id.
    void fill(const QString &text, char digit)
    {
        m_fake->add(digit, text, text, u"Up 3 minutes (unhealthy)"_s, labels(text, text), more(text));
        m_fake->setDetails(digit, details(text));
        const QString id = QString::fromLatin1(FakeContainers::id(digit));
        m_images << QJsonObject{{u"Id"_s, u"sha256:"_s + id}, {u"RepoTags"_s, QJsonArray{text}}, {u"Size"_s, 1000}};
        m_volumes << QJsonObject{{u"Name"_s, text},
                                 {u"Driver"_s, text},
                                 {u"Mountpoint"_s, text},
                                 {u"Labels"_s, QJsonObject{{u"com.docker.compose.project"_s, text}}}};
        m_networks << QJsonObject{
            {u"Name"_s, text},
            {u"Id"_s, id},
            {u"Driver"_s, text},
            {u"IPAM"_s, QJsonObject{{u"Config"_s, QJsonArray{QJsonObject{{u"Subnet"_s, text}, {u"Gateway"_s, text}}}}}},
            {u"Labels"_s, QJsonObject{{u"com.docker.compose.project"_s, text}}}};
        m_engine->answer("/images/json", QJsonDocument(m_images).toJson());
        m_engine->answer("/volumes", json({{u"Volumes"_s, m_volumes}}));
        m_engine->answer("/networks", QJsonDocument(m_networks).toJson());
    }
    void translate(const QString &language)
    {
        // English has its plurals in a file, too; other languages lie over it.
        for (const QString &file : {u":/i18n/gantry_en.qm"_s, u":/i18n/gantry_%1.qm"_s.arg(language)}) {
            auto *translator = new QTranslator;
            m_translators << translator;
            QVERIFY(translator->load(file));
            QCoreApplication::installTranslator(translator);
        }
    }
    void open()
    {
        m_shell.emplace(stateFile());
        m_shell->window.resize(1600, 1000);
        m_shell->connectTo(*m_engine);
        QTRY_VERIFY(m_shell->isConnected());
        QTRY_COMPARE(m_shell->workbench.engine()->volumes().size(), m_volumes.size());
        QTRY_COMPARE(m_shell->workbench.engine()->networks().size(), m_networks.size());
        QTRY_COMPARE(m_shell->workbench.engine()->images().size(), m_images.size());
    }
    void check(QWidget *window, const QString &where)
    {
        const ForeignTexts::Findings found = ForeignTexts::look(window);
        qInfo("%s: %d painted, %d in tooltips", qPrintable(where), found.painted, found.inToolTips);
        QVERIFY2(found.painted > 0, qPrintable(where + u": "_s + found.texts));
        QVERIFY2(found.faults.isEmpty(), qPrintable(where + u'\n' + found.faults.join(u'\n')));
    }
    QAbstractItemView *view(const QString &name) const { return m_shell->find<QAbstractItemView>(name); }
    void select(char digit) const
    {
        m_shell->find<ContainerTree>(u"containersTree"_s)->select(QString::fromLatin1(FakeContainers::id(digit)));
    }
    template <typename T> T *dialog(const QString &name) const
    {
        T *found = nullptr;
        [[maybe_unused]] const bool came
            = QTest::qWaitFor([&] { return (found = m_shell->find<T>(name)) && found->isVisible(); });
        return found;
    }
    static void addLanguages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("French") << u"fr"_s;
    }

    QList<QTranslator *> m_translators;
    std::optional<FakeEngine> m_engine;
    std::optional<FakeContainers> m_fake;
    std::optional<Shell> m_shell;
    QJsonArray m_images, m_volumes, m_networks;
};

} // namespace Gantry
