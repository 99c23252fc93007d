// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "build/buildcontext.h"
#include "build/buildrequest.h"
#include "look/foldingform.h"

#include <QTimer>

#include <atomic>
#include <memory>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace Gantry {

class Label;
class PairRows;

/// What is to be built: few fields, and behind "More" all others. Reads the folder meanwhile, and says how much of it
/// goes to the engine or why it cannot.
class BuildForm : public FoldingForm
{
    Q_OBJECT

public:
    explicit BuildForm(QWidget *parent = nullptr);
    ~BuildForm() override;

    BuildRequest request() const;
    /// What stands in the way, translated; empty if nothing does.
    QString problem() const;
    /// Whether somebody has said what to build.
    bool isBegun() const;
    QLineEdit *folder() const { return m_folder; }
    void setFolder(const QString &folder);
    /// Its files may have changed.
    void readAgain();

Q_SIGNALS:
    void changed();

private:
    void build();
    void buildMore(QWidget *more);
    void chooseFolder();
    void folderEdited();
    void readFolder();
    void showContext(const BuildContext &context);
    void suggestTag();

    QLineEdit *m_folder = nullptr;
    QLineEdit *m_tag = nullptr;
    QLineEdit *m_dockerfile = nullptr;
    QPushButton *m_choose = nullptr;
    Label *m_context = nullptr;
    QComboBox *m_target = nullptr;
    PairRows *m_arguments = nullptr;
    QCheckBox *m_noCache = nullptr;
    QCheckBox *m_pull = nullptr;
    QTimer m_soon;
    QString m_problem; ///< of the folder
    bool m_hasContext = false; ///< of the folder that is named
    bool m_tagIsSuggested = true;
    int m_generation = 0;
    std::shared_ptr<std::atomic_bool> m_stop;
};

} // namespace Gantry
