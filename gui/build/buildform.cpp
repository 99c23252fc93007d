// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/buildform.h"

#include "engine/onanswer.h"
#include "look/editablebox.h"
#include "look/formgrid.h"
#include "look/label.h"
#include "run/pairrows.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QtConcurrentRun>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// Typing goes on meanwhile.
constexpr int ReadFolderAfterMs = 300;

} // namespace

BuildForm::BuildForm(QWidget *parent)
    : FoldingForm(u"buildForm"_s, parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(ReadFolderAfterMs);
    connect(&m_soon, &QTimer::timeout, this, &BuildForm::readFolder);
    build();
}

BuildForm::~BuildForm()
{
    if (m_stop)
        *m_stop = true;
}

void BuildForm::build()
{
    m_choose = new QPushButton(tr("Choose…"), widget());
    m_choose->setObjectName(u"chooseFolder"_s);
    m_choose->setAccessibleName(tr("Choose the build folder"));
    m_choose->setAutoDefault(false);
    m_folder = addField(tr("Build folder"), u"buildFolder"_s, m_choose);
    m_folder->setPlaceholderText(tr("a folder with a Dockerfile"));
    m_context = addHint(u"buildContext"_s);
    m_tag = addField(tr("Tag"), u"tag"_s);
    m_tag->setPlaceholderText(tr("a name for the image, such as simple-api or team/api:1.2"));
    m_dockerfile = addField(tr("Dockerfile"), u"dockerfile"_s);
    m_dockerfile->setText(u"Dockerfile"_s);
    buildMore(addMore());

    connect(m_choose, &QPushButton::clicked, this, &BuildForm::chooseFolder);
    connect(m_folder, &QLineEdit::textChanged, this, &BuildForm::folderEdited);
    connect(m_dockerfile, &QLineEdit::textChanged, this, &BuildForm::folderEdited);
    connect(m_tag, &QLineEdit::textEdited, this, [this] { m_tagIsSuggested = m_tag->text().isEmpty(); });
    connect(m_tag, &QLineEdit::textChanged, this, &BuildForm::changed);
    connect(m_target, &QComboBox::editTextChanged, this, &BuildForm::changed);
    connect(m_arguments, &PairRows::changed, this, &BuildForm::changed);
    connect(m_noCache, &QCheckBox::toggled, this, &BuildForm::changed);
    connect(m_pull, &QCheckBox::toggled, this, &BuildForm::changed);
    setTabOrder(m_folder, m_choose);
    setTabOrder(m_choose, m_tag);
}

void BuildForm::buildMore(QWidget *more)
{
    QGridLayout *grid = makeFormGrid(more);
    m_target = makeEditableBox(tr("Target"), u"target"_s, more);
    m_target->lineEdit()->setPlaceholderText(tr("the last stage"));
    addFormRow(grid, tr("Target"), m_target);
    m_arguments = new PairRows(tr("Build argument"), more);
    m_arguments->setObjectName(u"buildArguments"_s);
    addFormRow(grid, tr("Arguments"), m_arguments, 1, true);
    m_noCache = new QCheckBox(tr("Build every step anew, without the cache"), more);
    m_noCache->setObjectName(u"noCache"_s);
    m_noCache->setAccessibleName(m_noCache->text());
    m_pull = new QCheckBox(tr("Look for newer base images first"), more);
    m_pull->setObjectName(u"pull"_s);
    m_pull->setAccessibleName(m_pull->text());
    grid->addWidget(m_noCache, grid->rowCount(), 1);
    grid->addWidget(m_pull, grid->rowCount(), 1);
}

BuildRequest BuildForm::request() const
{
    BuildRequest request;
    QString folder = m_folder->text().trimmed();
    if (folder == "~"_L1 || folder.startsWith("~/"_L1))
        folder.replace(0, 1, QDir::homePath());
    request.folder = folder.isEmpty() ? QString() : QDir::cleanPath(folder);
    request.dockerfile = m_dockerfile->text().trimmed();
    if (const QString tag = m_tag->text().trimmed(); !tag.isEmpty())
        request.tags << tag;
    request.target = m_target->currentText().trimmed();
    const QStringList lines = m_arguments->lines();
    for (const QString &line : lines)
        request.arguments.emplaceBack(line.section(u'=', 0, 0), line.section(u'=', 1));
    request.noCache = m_noCache->isChecked();
    request.pull = m_pull->isChecked();
    return request;
}

bool BuildForm::isBegun() const
{
    return !m_folder->text().trimmed().isEmpty();
}

QString BuildForm::problem() const
{
    const BuildRequest request = this->request();
    if (const QString problem = request.problem(); !problem.isEmpty())
        return problem;
    if (!QDir::isAbsolutePath(request.folder))
        return tr("Name the folder from the root on: it begins with /.");
    return m_problem;
}

void BuildForm::chooseFolder()
{
    const QString begin = request().folder;
    auto *dialog = new QFileDialog(this, tr("Choose the build folder"), begin.isEmpty() ? QDir::homePath() : begin);
    dialog->setObjectName(u"chooseBuildFolder"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &BuildForm::setFolder);
    dialog->open();
}

void BuildForm::setFolder(const QString &folder)
{
    m_folder->setText(folder);
}

void BuildForm::folderEdited()
{
    m_problem.clear();
    m_hasContext = false;
    suggestTag();
    m_soon.start();
    Q_EMIT changed();
}

/// The folder's name, as far as an image can have it.
void BuildForm::suggestTag()
{
    static const QRegularExpression foreign(u"[^a-z0-9]+"_s);
    if (!m_tagIsSuggested)
        return;
    QString name = QDir(request().folder).dirName().toLower();
    name.replace(foreign, u"-"_s);
    while (name.startsWith(u'-'))
        name.remove(0, 1);
    while (name.endsWith(u'-'))
        name.chop(1);
    m_tag->setText(name);
}

void BuildForm::readAgain()
{
    // What is about to be read has no need of it.
    if (!m_soon.isActive() && m_hasContext)
        readFolder();
}

void BuildForm::readFolder()
{
    if (m_stop)
        *m_stop = true;
    const int generation = ++m_generation;
    const BuildRequest request = this->request();
    if (!QDir::isAbsolutePath(request.folder) || !request.problem().isEmpty()) {
        m_context->setText({});
        m_hasContext = false;
        return;
    }
    m_stop = std::make_shared<std::atomic_bool>(false);
    if (!m_hasContext) {
        m_context->setTone(Tone::Muted);
        m_context->setText(tr("Reading the folder…"));
    }
    onAnswer(QtConcurrent::run([folder = request.folder, dockerfile = request.dockerfile, stop = m_stop] {
                 return BuildContext::read(folder, dockerfile, *stop);
             }),
             this, [this, generation](const BuildContext &context) {
                 if (generation == m_generation)
                     showContext(context);
             });
}

void BuildForm::showContext(const BuildContext &context)
{
    m_hasContext = true;
    m_problem = context.problem();
    m_context->setTone(m_problem.isEmpty() ? Tone::Muted : Tone::Error);
    m_context->setText(m_problem.isEmpty() ? tr("Sends %1.", "12 files, 3.4 MB").arg(context.summary()) : m_problem);
    const QString target = m_target->currentText();
    {
        const QSignalBlocker blocker(m_target);
        m_target->clear();
        m_target->addItems(context.dockerfile().targets());
        m_target->setCurrentIndex(-1);
        m_target->setEditText(target);
    }
    Q_EMIT changed();
}

} // namespace Gantry
