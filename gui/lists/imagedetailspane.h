// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/imagemodel.h"
#include "lists/objectdetailspane.h"

namespace Gantry {

class Engine;
class ImageHistoryModel;
class TableView;

/// What an image is made of: facts, and the steps of its making with what each added.
class ImageDetailsPane : public ObjectDetailsPane
{
    Q_OBJECT

public:
    /// \a engine is not owned and outlives the pane.
    ImageDetailsPane(Engine *engine, QWidget *parent);

    void setImage(const ImageRow &image);
    void clear();

private:
    void readHistory(const QString &id);

    Engine *m_engine;
    ImageHistoryModel *m_history;
    TableView *m_table;
    Label *m_problem = nullptr;
    QString m_id; ///< of the image whose steps are shown, or asked for
};

} // namespace Gantry
