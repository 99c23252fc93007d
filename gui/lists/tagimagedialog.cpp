// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/tagimagedialog.h"

#include "look/label.h"
#include "look/oneline.h"
#include "shell/workbench.h"

#include <QLineEdit>
#include <QRegularExpression>

namespace Gantry {

using namespace Qt::StringLiterals;

TagImageDialog::TagImageDialog(Workbench *workbench, ObjectCommands *commands, const ObjectCommands::Target &image,
                               const QString &imageId, QWidget *parent)
    : FormDialog(u"tagImage"_s, tr("Tag image"), tr("Tag"), parent)
    , m_workbench(workbench)
    , m_commands(commands)
    , m_image(image)
    , m_imageId(imageId)
    , m_name(new QLineEdit(this))
    , m_owner(new Label(this))
{
    m_name->setObjectName(u"name"_s);
    m_name->setPlaceholderText(u"registry:5000/name:tag"_s);
    m_owner->setTone(Tone::Warning);
    m_owner->setWordWrap(true);
    addField(tr("New name"), tr("One more name for %1:").arg(shortName(image.name)), m_name);
    addField(tr("Present owner of the name"), {}, m_owner);
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        tellOwner();
        check();
    });
    tellOwner();
    check();
}

std::optional<QString> TagImageDialog::obstacle() const
{
    // github.com/distribution/reference: [host[:port]/]path[:tag]; the path in small letters.
    static const QRegularExpression allowed(
        u"\\A(?:[A-Za-z0-9.-]+(?::[0-9]+)?/)?[a-z0-9]+(?:(?:[._]|__|-+|/)[a-z0-9]+)*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?\\z"_s);
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return QString();
    if (!allowed.match(name).hasMatch())
        return tr("A name is small letters and digits with . _ - / between them, and may end with a colon and a tag.");
    return std::nullopt;
}

void TagImageDialog::tellOwner()
{
    QString name = m_name->text().trimmed();
    if (name.indexOf(u':', name.lastIndexOf(u'/') + 1) < 0)
        name += u":latest"_s;
    QString owner;
    const QList<ImageSummary> &images = m_workbench->engine()->images();
    for (const ImageSummary &image : images) {
        if (image.tags.contains(name))
            owner = image.id == m_imageId ? tr("The image has this name already.")
                                          : tr("Image %1 has this name now and would lose it.").arg(image.shortId());
    }
    m_owner->setText(owner);
    m_owner->setVisible(!owner.isEmpty());
}

Operation *TagImageDialog::act()
{
    return m_commands->tagImage(m_image, m_name->text().trimmed());
}

} // namespace Gantry
