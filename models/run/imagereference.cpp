// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/imagereference.h"

#include <QRegularExpression>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const auto DockerHub = "docker.io"_L1;
const auto OfficialFolder = "library/"_L1;
constexpr qsizetype LongestName = 255;

} // namespace

std::optional<ImageReference> ImageReference::parse(const QString &text)
{
    static const QRegularExpression tagForm(u"\\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}\\z"_s);
    static const QRegularExpression digestForm(
        u"\\A[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}\\z"_s);
    static const QRegularExpression hostForm(
        u"\\A(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*"
        "|\\[[0-9a-fA-F:]+\\])(?::[0-9]{1,5})?\\z"_s);
    static const QRegularExpression pathForm(
        u"\\A[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*\\z"_s);

    ImageReference reference;
    QString rest = text;
    if (const qsizetype at = rest.indexOf(u'@'); at >= 0) {
        reference.m_digest = rest.mid(at + 1);
        rest.truncate(at);
        if (!digestForm.match(reference.m_digest).hasMatch())
            return std::nullopt;
    }
    // A colon before the last slash is that of a port.
    if (const qsizetype colon = rest.lastIndexOf(u':'); colon > rest.lastIndexOf(u'/')) {
        reference.m_tag = rest.mid(colon + 1);
        rest.truncate(colon);
        if (!tagForm.match(reference.m_tag).hasMatch())
            return std::nullopt;
    }
    const QString first = rest.section(u'/', 0, 0);
    const bool namesRegistry = rest.contains(u'/')
        && (first.contains(u'.') || first.contains(u':') || first == "localhost"_L1 || first != first.toLower());
    reference.m_registry = namesRegistry ? first : QString(DockerHub);
    reference.m_path = namesRegistry ? rest.mid(first.size() + 1) : rest;
    if (!hostForm.match(reference.m_registry).hasMatch())
        return std::nullopt;
    if (reference.m_registry == "index.docker.io"_L1)
        reference.m_registry = DockerHub;
    if (reference.isOfDockerHub() && !reference.m_path.contains(u'/'))
        reference.m_path.prepend(OfficialFolder);
    if (!pathForm.match(reference.m_path).hasMatch()
        || reference.m_registry.size() + 1 + reference.m_path.size() > LongestName)
        return std::nullopt;
    // 64 digits are an image's id, and no name.
    static const QRegularExpression idForm(u"\\A[0-9a-f]{64}\\z"_s);
    if (!namesRegistry && idForm.match(rest).hasMatch())
        return std::nullopt;
    return reference;
}

bool ImageReference::isOfDockerHub() const
{
    return m_registry == DockerHub;
}

QString ImageReference::familiarName() const
{
    if (!isOfDockerHub())
        return m_registry + u'/' + m_path;
    const bool isOfficial = m_path.startsWith(OfficialFolder) && m_path.count(u'/') == 1;
    return isOfficial ? m_path.mid(OfficialFolder.size()) : m_path;
}

QString ImageReference::familiar() const
{
    return familiarName() + (m_digest.isEmpty() ? u':' + pulledTag() : u'@' + m_digest);
}

QString ImageReference::canonical() const
{
    return m_registry + u'/' + m_path + (m_digest.isEmpty() ? u':' + pulledTag() : u'@' + m_digest);
}

QString ImageReference::pulledTag() const
{
    if (!m_digest.isEmpty())
        return m_digest;
    return m_tag.isEmpty() ? u"latest"_s : m_tag;
}

QString ImageReference::registryKey() const
{
    return isOfDockerHub() ? u"https://index.docker.io/v1/"_s : m_registry;
}

} // namespace Gantry
