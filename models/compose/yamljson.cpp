// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/yamljson.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <yaml-cpp/yaml.h>

namespace Gantry {

namespace {

constexpr int mostNodes = 200000;
constexpr int deepestLevel = 100;

/// Turns nodes into JSON values within the limits.
class Converter
{
public:
    bool exceeded() const { return m_exceeded; }

    QJsonValue value(const YAML::Node &node, int level)
    {
        if (++m_nodes > mostNodes || level > deepestLevel) {
            m_exceeded = true;
            return {};
        }
        switch (node.Type()) {
        case YAML::NodeType::Scalar:
            return QString::fromStdString(node.Scalar());
        case YAML::NodeType::Sequence: {
            QJsonArray array;
            for (const YAML::Node &item : node) {
                if (m_exceeded)
                    break;
                array.append(value(item, level + 1));
            }
            return array;
        }
        case YAML::NodeType::Map:
            return mapping(node, level);
        case YAML::NodeType::Null:
        case YAML::NodeType::Undefined:
            break;
        }
        return {};
    }

private:
    QJsonObject mapping(const YAML::Node &node, int level)
    {
        QJsonObject object;
        QJsonObject inherited;
        for (const auto &pair : node) {
            if (m_exceeded)
                break;
            if (!pair.first.IsScalar())
                continue;
            const QString key = QString::fromStdString(pair.first.Scalar());
            const QJsonValue item = value(pair.second, level + 1);
            if (key == QLatin1String("<<"))
                inherit(inherited, item);
            else
                object.insert(key, item);
        }
        for (auto it = inherited.begin(); it != inherited.end(); ++it) {
            if (!object.contains(it.key()))
                object.insert(it.key(), it.value());
        }
        return object;
    }

    /// The value of `<<`: a mapping, or a sequence of which earlier mappings win.
    static void inherit(QJsonObject &inherited, const QJsonValue &source)
    {
        const QJsonArray sources = source.isArray() ? source.toArray() : QJsonArray{source};
        for (const auto &each : sources) {
            const QJsonObject object = each.toObject();
            for (auto it = object.begin(); it != object.end(); ++it) {
                if (!inherited.contains(it.key()))
                    inherited.insert(it.key(), it.value());
            }
        }
    }

    int m_nodes = 0;
    bool m_exceeded = false;
};

} // namespace

YamlDocument jsonFromYaml(const QByteArray &yaml)
{
    try {
        const YAML::Node node = YAML::Load(yaml.toStdString());
        if (!node.IsMap())
            return {{}, QCoreApplication::translate("Gantry::YamlDocument", "the document is not a mapping")};
        Converter converter;
        const QJsonObject root = converter.value(node, 0).toObject();
        if (converter.exceeded())
            return {{}, QCoreApplication::translate("Gantry::YamlDocument", "the document is too large or nested")};
        return {root, {}};
    } catch (const YAML::Exception &error) {
        return {{},
                QCoreApplication::translate("Gantry::YamlDocument", "line %1, column %2: %3")
                    .arg(error.mark.line + 1)
                    .arg(error.mark.column + 1)
                    .arg(QString::fromStdString(error.msg))};
    }
}

} // namespace Gantry
