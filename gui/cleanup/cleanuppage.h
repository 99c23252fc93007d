// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cleanup/cleanupfacts.h"
#include "cleanup/cleanuprun.h"
#include "shell/page.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QTimer>

class QComboBox;
class QLineEdit;

namespace Gantry {

class Banner;
class CleanupLists;
class CleanupModel;
class CleanupTree;
class Label;
class PageHeader;
class Workbench;

/// The page "Clean up": what can be freed on the engine's disk, by name and size, and the button that frees it.
class CleanupPage : public Page
{
    Q_OBJECT

public:
    /// \a workbench outlives the page.
    explicit CleanupPage(Workbench *workbench, QWidget *parent = nullptr);
    ~CleanupPage() override;

    QString title() const override;
    QString icon() const override;
    QWidget *focusTarget() override;
    void updateActions() override;
    bool startFiltering() override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// What is read anew because something changed keeps nobody waiting.
    enum class Work { None, MeasuringQuietly, Measuring, Removing };

    void registerActions();
    QWidget *buildBar();
    QWidget *buildFoot();
    void followEngine();
    void followLists();
    void measureLater();
    void measureQuietly();
    void measure();
    void stopMeasuring();
    void read(Work work);
    bool isBusy() const;
    void measured(const CleanupFacts &facts);
    void measuringFailed(const EngineError &error);
    void measuringCancelled();
    void cancel();
    void applyFilter();
    void confirm();
    void run(const QList<CleanupStep> &steps);
    void ran(const CleanupOutcome &outcome);
    void setWork(Work work);
    void refresh();

    Workbench *m_workbench;
    CleanupModel *m_model;
    CleanupLists *m_lists;
    PageHeader *m_header = nullptr;
    QComboBox *m_age = nullptr;
    QLineEdit *m_label = nullptr;
    Banner *m_banner = nullptr;
    CleanupTree *m_tree = nullptr;
    Label *m_summary = nullptr;
    QAction *m_cancel = nullptr;
    QFuture<CleanupFacts> m_measuring;
    QString m_address; ///< of the engine that was measured
    Work m_work = Work::None;
    int m_generation = 0; ///< of what is being measured: late answers of an older one are dropped
    bool m_bannerTells = false; ///< of what came out, and not of what is being done
    bool m_stale = false; ///< what is listed is not what was measured
    QTimer m_clock;
    QTimer m_soon; ///< until it is measured again
    QElapsedTimer m_since;
    qint64 m_took = 0; ///< milliseconds to measure, the last time
};

} // namespace Gantry
