// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/upplan.h"

#include <QRegularExpression>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// The service whose container a dry run names. A container that would be new is named PROJECT-SERVICE-NUMBER
/// (PROJECT_SERVICE_NUMBER in old versions).
QString serviceOf(const Project &project, const QHash<QString, QString> &names, const QString &container)
{
    for (const ProjectService &service : project.services) {
        for (const QString &id : service.containers) {
            if (names.value(id) == container)
                return service.name;
        }
    }
    for (const ProjectService &service : project.services) {
        for (const QChar separator : {u'-', u'_'}) {
            const QString stem = project.name + separator + service.name + separator;
            bool isNumber = false;
            static_cast<void>(QStringView(container).mid(stem.size()).toInt(&isNumber));
            if (isNumber && container.startsWith(stem))
                return service.name;
        }
    }
    return {};
}

void addOnce(QStringList &list, const QString &name)
{
    if (!list.contains(name))
        list.append(name);
}

void addOnce(QList<UpPlan::Change> &changes, const QString &service, const QString &reason = {})
{
    const bool known = std::any_of(changes.cbegin(), changes.cend(),
                                   [&service](const UpPlan::Change &each) { return each.service == service; });
    if (!known)
        changes.append({service, reason});
}

} // namespace

UpPlan UpPlan::fromDryRun(const Project &project, const QHash<QString, QString> &names, const QString &output)
{
    static const QRegularExpression line(u"Container\\s+(\\S+)\\s+(Recreate|Creating|Created|Running)\\s*$"_s);
    UpPlan plan;
    plan.project = project.name;
    const QStringList lines = output.split(u'\n');
    for (const QString &each : lines) {
        const QRegularExpressionMatch match = line.match(each);
        if (!match.hasMatch())
            continue;
        const QString service = serviceOf(project, names, match.captured(1));
        if (service.isEmpty())
            continue;
        if (match.captured(2) == "Recreate"_L1)
            addOnce(plan.recreated, service);
        else if (match.captured(2) == "Creating"_L1)
            addOnce(plan.created, service);
    }
    return plan;
}

UpPlan UpPlan::fromHashes(const Project &project, const QHash<QString, QString> &hashes, const QString &output)
{
    UpPlan plan;
    plan.project = project.name;
    const QStringList lines = output.split(u'\n');
    for (const QString &line : lines) {
        const QString name = line.section(u' ', 0, 0);
        const QString hash = line.section(u' ', 1, 1).trimmed();
        const ProjectService *service = project.service(name);
        if (hash.isEmpty() || !service)
            continue;
        if (!service->exists())
            plan.created.append(name);
        const bool differs = std::any_of(service->containers.cbegin(), service->containers.cend(),
                                         [&](const QString &id) { return hashes.value(id) != hash; });
        if (differs)
            addOnce(plan.recreated, name);
    }
    return plan;
}

UpPlan UpPlan::recreatingAll(const Project &project, const QStringList &services, const QString &reason)
{
    UpPlan plan;
    plan.project = project.name;
    for (const ProjectService &service : project.services) {
        const bool meant = services.isEmpty() || services.contains(service.name);
        if (meant && service.exists())
            plan.recreated.append({service.name, reason});
        else if (meant && service.inFile)
            plan.created.append(service.name);
    }
    return plan;
}

} // namespace Gantry
