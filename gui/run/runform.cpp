// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/runform.h"

#include "engine/onanswer.h"
#include "items/humanize.h"
#include "look/buttonkind.h"
#include "look/label.h"
#include "look/oneline.h"
#include "operations/shellline.h"
#include "run/imagereference.h"
#include "run/runmore.h"
#include "run/shellwords.h"
#include "shell/workbench.h"

#include <QCheckBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// Typing goes on meanwhile.
constexpr int AskImageAfterMs = 250;
constexpr int CheckPortsAfterMs = 150;
/// How far a free port is looked for.
constexpr int MostTried = 100;

} // namespace

RunForm::RunForm(Workbench *workbench, QWidget *parent)
    : FoldingForm(u"runForm"_s, parent)
    , m_workbench(workbench)
    , m_images(new QStringListModel(this))
{
    m_askImage.setSingleShot(true);
    m_askImage.setInterval(AskImageAfterMs);
    connect(&m_askImage, &QTimer::timeout, this, &RunForm::askImage);
    m_checkPorts.setSingleShot(true);
    m_checkPorts.setInterval(CheckPortsAfterMs);
    connect(&m_checkPorts, &QTimer::timeout, this, &RunForm::checkPorts);
    build();

    Engine *engine = workbench->engine();
    const auto followImages = [this, engine] {
        QStringList names;
        for (const ImageSummary &image : engine->images())
            names << image.tags;
        names.sort(Qt::CaseInsensitive);
        m_images->setStringList(names);
        m_askImage.start();
    };
    connect(engine, &Engine::imagesChanged, this, followImages);
    connect(engine->containers(), &ContainerStore::changed, this, [this] { m_checkPorts.start(); });
    followImages();
}

void RunForm::build()
{
    grid()->setVerticalSpacing(4); // hints have rows of their own
    m_image = addField(tr("Image"), u"image"_s);
    m_image->setPlaceholderText(tr("alpine, postgres:16, registry.example/team/api"));
    auto *completer = new QCompleter(m_images, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_image->setCompleter(completer);
    m_imageHint = addHint(u"imageHint"_s);
    m_command = addField(tr("Command"), u"command"_s);
    m_name = addField(tr("Name"), u"name"_s);
    m_name->setPlaceholderText(tr("made up by the engine"));
    m_ports = addField(tr("Ports"), u"ports"_s);
    m_ports->setPlaceholderText(tr("none; 8080:80, 127.0.0.1:5432:5432"));
    m_portHint = addHint(u"portHint"_s);
    m_movePorts = new QPushButton(widget());
    m_movePorts->setObjectName(u"movePorts"_s);
    setButtonKind(m_movePorts, ButtonKind::Link, true);
    m_movePorts->setAutoDefault(false);
    m_movePorts->hide();
    addBelow(m_movePorts, Qt::AlignLeft);
    m_terminal = new QCheckBox(tr("Open a terminal in it"), widget());
    m_terminal->setObjectName(u"terminal"_s);
    m_terminal->setAccessibleName(m_terminal->text());
    addBelow(m_terminal);

    QWidget *area = addMore();
    m_more = new RunMore(m_workbench, area);
    m_interactive = new QCheckBox(tr("Keep its input open without a terminal (-i)"), area);
    m_interactive->setObjectName(u"interactive"_s);
    m_interactive->setAccessibleName(m_interactive->text());
    auto *more = new QVBoxLayout(area);
    more->setContentsMargins(0, 4, 0, 0);
    more->setSpacing(16);
    more->addWidget(m_more);
    more->addWidget(m_interactive);

    connect(m_image, &QLineEdit::textChanged, this, &RunForm::onImageEdited);
    connect(m_ports, &QLineEdit::textEdited, this, [this] { m_portsAreSuggested = false; });
    connect(m_ports, &QLineEdit::textChanged, &m_checkPorts, qOverload<>(&QTimer::start));
    connect(m_movePorts, &QPushButton::clicked, this, &RunForm::moveConflicts);
    connect(m_terminal, &QCheckBox::toggled, this, [this](bool on) {
        m_interactive->setChecked(on);
        Q_EMIT changed();
    });
    connect(m_interactive, &QCheckBox::toggled, this, &RunForm::changed);
    for (const QLineEdit *field : {m_image, m_command, m_name, m_ports})
        connect(field, &QLineEdit::textChanged, this, &RunForm::changed);
    connect(m_more, &RunMore::changed, this, &RunForm::changed);
}

RunRequest RunForm::request() const
{
    RunRequest request;
    request.image = m_image->text().trimmed();
    request.command = ShellWords::split(m_command->text()).texts();
    request.name = m_name->text().trimmed();
    request.ports = RunPort::parseAll(m_ports->text(), &request.oddPorts);
    request.tty = m_terminal->isChecked();
    request.interactive = m_interactive->isChecked();
    m_more->fill(&request);
    return request;
}

void RunForm::setRequest(const RunRequest &request)
{
    m_image->setText(request.image);
    m_command->setText(shellLine(request.command));
    m_name->setText(request.name);
    m_portsAreSuggested = false; // what the line does not publish is not published
    m_ports->setText(RunPort::text(request.ports));
    m_terminal->setChecked(request.tty);
    m_interactive->setChecked(request.interactive);
    m_more->setRequest(request);
    if (RunMore::concerns(request))
        showMore(true);
    askImage();
}

void RunForm::importEnvFile(const QString &path)
{
    showMore(true);
    m_more->importEnvFile(path);
}

QString RunForm::problem() const
{
    const QString quotes = ShellWords::split(m_command->text()).problem;
    if (!quotes.isEmpty())
        return quotes;
    if (const QString more = m_more->problem(); !more.isEmpty())
        return more;
    const RunRequest all = request();
    if (!all.oddPorts.isEmpty())
        return tr("%1 is no port to publish. Write 8080:80.").arg(shortName(all.oddPorts.first()));
    const QHash<QString, ContainerSummary> &containers = m_workbench->engine()->containers()->containers();
    const bool taken = !all.name.isEmpty()
        && std::any_of(containers.begin(), containers.end(),
                       [&all](const ContainerSummary &container) { return container.name == all.name; });
    return taken ? tr("A container named %1 is there already.").arg(shortName(all.name)) : all.problem();
}

void RunForm::onImageEdited()
{
    m_asked.clear();
    m_askImage.start();
}

void RunForm::askImage()
{
    m_askImage.stop();
    const QString image = m_image->text().trimmed();
    EngineClient *client = m_workbench->engine()->client();
    const int generation = ++m_generation;
    if (image.isEmpty() || !client) {
        showNoImage({}, false);
        return;
    }
    onAnswer<EngineError>(
        client->inspectImage(image), this,
        [this, generation](const ImageDetails &details) {
            if (generation == m_generation)
                showImage(details);
        },
        [this, generation, image](const EngineError &error) {
            if (generation != m_generation)
                return;
            const std::optional<ImageReference> reference = ImageReference::parse(image);
            if (!error.isNotFound() && reference)
                showNoImage(error.sentence(), true);
            else if (reference)
                showNoImage(tr("Not on the engine yet: it is pulled from %1.").arg(shortName(reference->registry())),
                            false);
            else
                showNoImage(tr("No image can have this name."), true);
        });
}

void RunForm::showImage(const ImageDetails &image)
{
    m_imageHint->setTone(Tone::Muted);
    m_imageHint->setText(tr("On the engine, %1.").arg(Humanize::sizeText(image.size)));
    const QStringList command = image.entrypoint + image.command;
    m_command->setPlaceholderText(command.isEmpty() ? tr("none: the image has no command of its own")
                                                    : oneLine(shellLine(command), 120));
    const bool isAnother = m_asked != m_image->text().trimmed();
    m_asked = m_image->text().trimmed();
    if (isAnother && m_portsAreSuggested)
        suggestPorts(image);
}

void RunForm::showNoImage(const QString &words, bool wrong)
{
    m_imageHint->setTone(wrong ? Tone::Error : Tone::Muted);
    m_imageHint->setText(words);
    m_command->setPlaceholderText(tr("the image's own"));
    if (m_portsAreSuggested)
        m_ports->clear();
}

void RunForm::suggestPorts(const ImageDetails &image)
{
    QList<RunPort> ports;
    for (const QString &exposed : image.exposedPorts) {
        RunPort port;
        port.containerPort = exposed.section(u'/', 0, 0).toUShort();
        const QString protocol = exposed.section(u'/', 1);
        if (!protocol.isEmpty())
            port.protocol = protocol;
        if (port.containerPort == 0)
            continue;
        port.first = port.last = freePort(port.containerPort, ports);
        ports << port;
    }
    m_ports->setText(RunPort::text(ports));
    m_checkPorts.start();
}

quint16 RunForm::freePort(quint16 from, const QList<RunPort> &ports) const
{
    const QList<ContainerSummary> containers = m_workbench->engine()->containers()->containers().values();
    RunPort wanted;
    for (int number = from; number < std::min(from + MostTried, 65536); ++number) {
        wanted.first = wanted.last = quint16(number);
        const bool twice = std::any_of(ports.begin(), ports.end(),
                                       [&wanted](const RunPort &port) { return port.first == wanted.first; });
        const bool known = std::any_of(m_conflicts.begin(), m_conflicts.end(), [&wanted](const PortConflict &conflict) {
            return conflict.port.first == wanted.first;
        });
        if (!twice && !known && PortConflicts::among({wanted}, containers).isEmpty())
            return quint16(number);
    }
    return from;
}

void RunForm::checkPorts()
{
    const QList<RunPort> ports = RunPort::parseAll(m_ports->text());
    const QList<PortConflict> conflicts
        = PortConflicts::among(ports, m_workbench->engine()->containers()->containers().values());
    if (ports.isEmpty() || !conflicts.isEmpty() || !m_workbench->engine()->endpoint().isLocalSocket()) {
        showConflicts(conflicts);
        return;
    }
    onAnswer(PortConflicts::onThisMachine(ports), this, [this, ports](const QList<PortConflict> &found) {
        if (ports == RunPort::parseAll(m_ports->text()))
            showConflicts(found);
    });
}

void RunForm::showConflicts(const QList<PortConflict> &conflicts)
{
    m_conflicts = conflicts;
    QStringList words;
    for (const PortConflict &conflict : conflicts)
        words << conflict.words();
    const bool suggested = m_portsAreSuggested && !m_ports->text().isEmpty();
    m_portHint->setTone(words.isEmpty() ? Tone::Muted : Tone::Warning);
    m_portHint->setText(!words.isEmpty() ? words.join(u'\n')
                            : suggested ? tr("The image's own, published to the host. Empty the field to publish none.")
                                        : QString());
    m_portHint->setVisible(!m_portHint->text().isEmpty());
    m_movePorts->setVisible(!conflicts.isEmpty());
    if (!conflicts.isEmpty()) {
        const QString text = tr("Use port %1 instead").arg(freePort(conflicts.first().port.first, {}));
        m_movePorts->setText(text);
        m_movePorts->setAccessibleName(text);
    }
}

void RunForm::moveConflicts()
{
    QStringList odd;
    QList<RunPort> ports = RunPort::parseAll(m_ports->text(), &odd);
    for (const PortConflict &conflict : std::as_const(m_conflicts)) {
        for (RunPort &port : ports) {
            if (port == conflict.port)
                port.first = port.last = freePort(port.first, ports);
        }
    }
    m_ports->setText((RunPort::text(ports) + u' ' + odd.join(u' ')).trimmed());
    m_ports->setFocus();
}

} // namespace Gantry
