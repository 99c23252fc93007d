// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Gantry {

/// The name of an image, by the rules of github.com/distribution/reference: [REGISTRY/]PATH[:TAG][@DIGEST]. What names
/// no registry is of Docker Hub; what has one part only there is of "library".
class ImageReference
{
public:
    /// Nothing for what no registry could have: capitals, spaces, an empty part, a tag of wrong form.
    static std::optional<ImageReference> parse(const QString &text);

    /// "docker.io", "127.0.0.1:5000".
    const QString &registry() const { return m_registry; }
    /// "library/alpine".
    const QString &path() const { return m_path; }
    /// Empty where none was named.
    const QString &tag() const { return m_tag; }
    /// "sha256:…", empty where none was named.
    const QString &digest() const { return m_digest; }
    bool isOfDockerHub() const;

    /// Registry and path as docker shows them: "alpine", "127.0.0.1:5000/team/api".
    QString familiarName() const;
    /// What is pulled: with its digest, else its tag, else "latest".
    QString familiar() const;
    /// "docker.io/library/alpine:latest".
    QString canonical() const;
    /// The parameter "tag" of POST /images/create: digest, tag, or "latest". Without it, all tags would be pulled.
    QString pulledTag() const;
    /// How docker's configuration names the registry: Docker Hub's is "https://index.docker.io/v1/".
    QString registryKey() const;

    friend bool operator==(const ImageReference &, const ImageReference &) = default;

private:
    QString m_registry;
    QString m_path;
    QString m_tag;
    QString m_digest;
};

} // namespace Gantry
