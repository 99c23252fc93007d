// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QWidget>

class QToolButton;

namespace Gantry {

class CodeView;
class CopyButton;
class Label;
class SearchField;

/// The raw inspection as indented JSON. It is made in the pool and only while the view is shown, so that a large one
/// stops nothing; secrets are masked until asked for. The editor takes 2 MB, so there is nothing in the view before it
/// is shown.
class InspectView : public QWidget
{
    Q_OBJECT

public:
    explicit InspectView(QWidget *parent = nullptr);

    void setJson(const QJsonObject &json);
    /// Masks secrets again.
    void mask();
    /// None before the view is shown.
    QWidget *editor() const;
    /// Of a view that is shown.
    void startFinding();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void refresh();
    void find(bool fromHere);

    QJsonObject m_json;
    bool m_stale = false;
    int m_generation = 0;
    CodeView *m_editor = nullptr;
    SearchField *m_field = nullptr;
    Label *m_result = nullptr;
    QToolButton *m_eye = nullptr;
    CopyButton *m_copy = nullptr;
};

} // namespace Gantry
