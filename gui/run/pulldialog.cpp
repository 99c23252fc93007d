// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/pulldialog.h"

#include "look/banner.h"
#include "look/buttonkind.h"
#include "look/fonts.h"
#include "look/label.h"
#include "look/oneline.h"
#include "run/imagepull.h"
#include "run/pullview.h"
#include "shell/workbench.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

PullDialog *PullDialog::openFor(Workbench *workbench, QWidget *parent, const QString &image)
{
    auto *dialog = new PullDialog(workbench, image, parent->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
    return dialog;
}

PullDialog::PullDialog(Workbench *workbench, const QString &image, QWidget *parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_image(new QLineEdit(image, this))
    , m_hint(new Label(this))
    , m_progress(new PullView(this))
    , m_failure(new Banner(Banner::Kind::Error, this))
{
    setObjectName(u"pullImage"_s);
    setWindowTitle(tr("Pull image"));
    auto *caption = new Label(tr("Image"), this);
    caption->setTone(Tone::Muted);
    caption->setBuddy(m_image);
    m_image->setObjectName(u"image"_s);
    m_image->setAccessibleName(tr("Image"));
    m_image->setPlaceholderText(tr("alpine:3.20, registry.example:5000/team/api:1.2"));
    m_hint->setObjectName(u"hint"_s);
    m_hint->setTone(Tone::Muted);
    m_hint->setLook(12);
    m_hint->setWordWrap(true);
    m_progress->hide();
    m_failure->setObjectName(u"failure"_s);
    m_failure->hide();
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(QDialogButtonBox::Cancel)->setObjectName(u"cancel"_s);
    m_verb = buttons->addButton(tr("Pull"), QDialogButtonBox::AcceptRole);
    m_verb->setObjectName(u"pull"_s);
    m_verb->setDefault(true);
    setButtonKind(m_verb, ButtonKind::Primary);
    connect(buttons, &QDialogButtonBox::rejected, this, &PullDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &PullDialog::pull);
    connect(m_image, &QLineEdit::textChanged, this, &PullDialog::check);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(8);
    layout->addWidget(caption);
    layout->addWidget(m_image);
    layout->addWidget(m_hint);
    layout->addWidget(m_progress);
    layout->addWidget(m_failure);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(Fonts::scaled(480));
    check();
}

void PullDialog::check()
{
    const QString text = m_image->text().trimmed();
    const std::optional<ImageReference> reference = ImageReference::parse(text);
    m_hint->setTone(text.isEmpty() || reference ? Tone::Muted : Tone::Error);
    if (text.isEmpty())
        m_hint->setText(tr("Logins are those of docker login."));
    else if (!reference)
        m_hint->setText(
            tr("No image can have this name: small letters, digits, and . _ - / between them, then a tag."));
    else
        m_hint->setText(tr("Is pulled as %1.").arg(shortName(reference->canonical())));
    m_verb->setEnabled(reference && !m_operation);
}

void PullDialog::pull()
{
    const std::optional<ImageReference> reference = ImageReference::parse(m_image->text().trimmed());
    if (!reference || m_operation)
        return;
    m_failure->hide();
    m_operation = ImagePull::begin(m_workbench->engine(), m_workbench->operations(), *reference);
    m_operation->setTeller(this);
    m_progress->setOperation(m_operation);
    m_progress->show();
    if (auto *pull = m_operation->findChild<ImagePull *>())
        connect(pull, &ImagePull::progressed, this, [this, pull] {
            m_progress->setLayers(pull->progress());
            fitHeight();
        });
    connect(m_operation, &Operation::finished, this, &PullDialog::ended);
    m_image->setReadOnly(true);
    check();
}

void PullDialog::ended()
{
    const Operation *operation = std::exchange(m_operation, nullptr);
    if (operation->state() == Operation::State::Succeeded) {
        accept();
        return;
    }
    m_image->setReadOnly(false);
    check();
    if (operation->state() == Operation::State::Failed) {
        const Failure &failure = operation->failure();
        m_failure->setMessage(failure.fact, failure.reason());
        m_failure->show();
    }
    m_progress->hide();
    fitHeight();
    m_image->setFocus();
}

void PullDialog::fitHeight()
{
    // A window does not follow its texts by itself.
    layout()->invalidate();
    resize(width(), layout()->totalHeightForWidth(width()));
}

void PullDialog::reject()
{
    if (m_operation)
        m_operation->cancel();
    else
        QDialog::reject();
}

} // namespace Gantry
