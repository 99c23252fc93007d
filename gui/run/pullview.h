// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QProgressBar;

namespace Gantry {

class Label;
class Operation;
class PullLayerModel;
class PullProgress;
class TableView;

/// How an operation that pulls goes: what happens now, how far it is, and every layer.
class PullView : public QWidget
{
    Q_OBJECT

public:
    explicit PullView(QWidget *parent = nullptr);

    /// Follows it from now on, until another comes.
    void setOperation(const Operation *operation);
    /// The layers; they stay when the pull is over.
    void setLayers(const PullProgress &progress);
    void clear();

private:
    void follow(const Operation &operation);

    Label *m_words;
    QProgressBar *m_bar;
    PullLayerModel *m_model;
    TableView *m_table;
};

} // namespace Gantry
