// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/scintilla.h"

namespace Gantry {

/// A text in a language, to read: coloured by the theme, with line numbers, or with folding where it is nested deeply.
class CodeView : public QsciScintilla
{
    Q_OBJECT

public:
    enum class Language { Json, Yaml, Properties, Plain };

    explicit CodeView(Language language, QWidget *parent = nullptr);

    void setLanguage(Language language);
    /// In place of the text before; the place stays. Of very long lines the middle is left out.
    void showText(const QString &text);
    /// Of the text that is shown.
    bool hasShortenedLines() const { return m_isShortened; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void wear();
    void wearLexer();
    void fitLineNumbers();

    Language m_language = Language::Json;
    bool m_isShortened = false;
};

} // namespace Gantry
