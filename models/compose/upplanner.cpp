// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/upplanner.h"

#include "compose/composelabels.h"
#include "engine/middleleftout.h"

#include <QRegularExpression>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// "8000, 8443": what the host publishes.
QStringList published(const QList<ContainerPort> &ports)
{
    QStringList result;
    for (const ContainerPort &port : ports) {
        const QString number = QString::number(port.publicPort);
        if (port.publicPort > 0 && !result.contains(number))
            result.append(number);
    }
    result.sort();
    return result;
}

/// The same for "postgres" and for what Podman calls it: "docker.io/library/postgres:latest", or "localhost/…" where
/// the image was built there.
QString comparable(const QString &image)
{
    static const QRegularExpression implied(u"^(?:docker\\.io/(?:library/)?|localhost/)"_s);
    const bool tagged = image.section(u'/', -1).contains(u':') || image.contains(u'@');
    return QString(tagged ? image : image + ":latest"_L1).remove(implied);
}

} // namespace

UpPlanner::UpPlanner(const ComposeInvocation &base, const Project &project, const UpOptions &options,
                     ContainerStore *containers, QObject *parent)
    : QObject(parent)
    , m_base(base)
    , m_project(project)
    , m_options(options)
    , m_containers(containers)
{
}

void UpPlanner::start()
{
    run(ComposeArguments::config(m_base.program, m_project), [this](const ComposeRun &config) {
        if (!config.succeeded()) {
            UpPlan plan;
            plan.project = m_project.name;
            plan.problem = composeWords(config.tail());
            plan.unstarted = config.failedToStart();
            Q_EMIT planned(plan);
            return;
        }
        m_model = m_base.program.isSecond() ? ComposeModel::fromConfigJson(config.standardOutput())
                                            : ComposeModel::fromConfigYaml(config.standardOutput());
        if (m_model.problem.isEmpty())
            Q_EMIT modelRead(m_model);
        const int made = m_project.composeMajor();
        const bool otherMajor = made > 0 && (made == 1) != m_base.program.isFirst();
        if (otherMajor || (m_project.podmanCompose && m_base.program.kind != ComposeProgram::Kind::PodmanCompose)) {
            UpPlan plan = UpPlan::recreatingAll(m_project, m_options.services, {});
            plan.note = tr("These containers were made by Compose %1. %2 would replace and rename them.")
                            .arg(m_project.composeVersion, m_base.program.displayName());
            Q_EMIT planned(plan);
        } else if (m_options.recreate) {
            Q_EMIT planned(UpPlan::recreatingAll(m_project, m_options.services, {}));
        } else if (m_base.program.isSecond()) {
            run(ComposeArguments::dryRun(m_project, m_base.program, m_options), [this](const ComposeRun &dryRun) {
                if (dryRun.succeeded()) {
                    QHash<QString, QString> names;
                    const QStringList ids = m_project.containerIds();
                    for (const QString &id : ids)
                        names.insert(id, m_containers->container(id).name);
                    const QString output = QString::fromUtf8(dryRun.standardOutput()) + dryRun.tail();
                    m_dryRun = UpPlan::fromDryRun(m_project, names, output);
                }
                if (m_dryRun && !m_dryRun->recreates())
                    Q_EMIT planned(*m_dryRun);
                else
                    readHashes();
            });
        } else {
            readHashes();
        }
    });
}

void UpPlanner::readHashes()
{
    run(ComposeArguments::hashes(m_base.program, m_project), [this](const ComposeRun &config) {
        QHash<QString, QString> hashes;
        const QStringList ids = m_project.containerIds();
        for (const QString &id : ids)
            hashes.insert(id, m_containers->container(id).labels.value(ComposeLabel::configHash));
        UpPlan byHash = UpPlan::fromHashes(m_project, hashes, QString::fromUtf8(config.standardOutput()));
        if (!m_options.services.isEmpty()) {
            byHash.recreated.removeIf(
                [this](const UpPlan::Change &each) { return !m_options.services.contains(each.service); });
        }
        QStringList changed;
        for (const UpPlan::Change &each : std::as_const(byHash.recreated))
            changed.append(each.service);
        UpPlan plan = m_dryRun.value_or(byHash);
        for (UpPlan::Change &each : plan.recreated)
            each.reason = reason(each.service, changed, plan);
        Q_EMIT planned(plan);
    });
}

QString UpPlanner::reason(const QString &name, const QStringList &changed, const UpPlan &plan) const
{
    const ProjectService *service = m_project.service(name);
    const auto declared = std::find_if(m_model.services.cbegin(), m_model.services.cend(),
                                       [&name](const ProjectService &each) { return each.name == name; });
    if (!service || declared == m_model.services.cend())
        return {};
    if (!changed.contains(name)) {
        for (const ServiceDependency &dependency : declared->dependsOn) {
            const bool recreated
                = std::any_of(plan.recreated.cbegin(), plan.recreated.cend(),
                              [&dependency](const UpPlan::Change &each) { return each.service == dependency.service; });
            if (recreated)
                return tr("%1 is recreated").arg(middleLeftOut(dependency.service));
        }
        return tr("its image changed");
    }
    if (!declared->image.isEmpty() && comparable(declared->image) != comparable(service->image))
        return tr("image %1 → %2").arg(middleLeftOut(service->image), middleLeftOut(declared->image));
    // The list names ports of running containers only.
    const QStringList before = published(m_containers->container(service->leadContainer).ports);
    const QStringList after = published(declared->ports);
    if (service->canStop() && before != after) {
        const QString none = tr("none");
        return tr("port %1 → %2")
            .arg(before.isEmpty() ? none : before.join(", "_L1), after.isEmpty() ? none : after.join(", "_L1));
    }
    return tr("its configuration changed");
}

void UpPlanner::cancel()
{
    if (m_run) {
        m_run->disconnect(this);
        m_run->cancel();
    }
}

void UpPlanner::run(const QStringList &arguments, const std::function<void(const ComposeRun &)> &then)
{
    ComposeInvocation invocation = m_base;
    invocation.arguments = arguments;
    auto *started = new ComposeRun(invocation, true, this);
    m_run = started;
    connect(started, &ComposeRun::finished, started, &QObject::deleteLater);
    connect(started, &ComposeRun::finished, this, [started, then] { then(*started); });
    started->start();
}

} // namespace Gantry
