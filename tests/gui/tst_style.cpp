// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lookprobe.h"
#include "look/actionbutton.h"
#include "look/banner.h"
#include "look/detailedmenu.h"
#include "look/icons.h"
#include "look/style.h"
#include "look/tabbar.h"

using namespace Gantry;
using namespace Gantry::LookProbe;
using namespace Qt::StringLiterals;

/// Each control is painted in the colours of the tokens, in both themes, and not by the style below.
class TestStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(); }
    void cleanup() { QApplication::setLayoutDirection(Qt::LeftToRight); }

    void buttonsAreDrawnInTokens_data();
    void buttonsAreDrawnInTokens();
    void toolButtonsAreDrawnInTokens_data() { addThemes(); }
    void toolButtonsAreDrawnInTokens();
    void fieldsAreDrawnInTokens_data() { addThemes(); }
    void fieldsAreDrawnInTokens();
    void marksAreDrawnInTokens_data() { addThemes(); }
    void marksAreDrawnInTokens();
    void menusAreDrawnInTokens_data() { addThemes(); }
    void menusAreDrawnInTokens();
    void barsAreDrawnInTokens_data() { addThemes(); }
    void barsAreDrawnInTokens();
    void tabsAndHeadersAreDrawnInTokens_data() { addThemes(); }
    void tabsAndHeadersAreDrawnInTokens();
    void plainListsAreDrawnInTokens_data() { addThemes(); }
    void plainListsAreDrawnInTokens();
    void splitterIsOneLine_data() { addThemes(); }
    void splitterIsOneLine();
    void focusRingsFollowTheKeyboard_data() { addThemes(); }
    void focusRingsFollowTheKeyboard();
    void focusIsSeenOnEveryKindOfButton_data() { buttonsAreDrawnInTokens_data(); }
    void focusIsSeenOnEveryKindOfButton();
    void areasShowThatTheyHaveTheKeyboard();
    void bannersUseTheirWidth();
    void mnemonicsShowWhileAltIsDown();
    void scrollBarPartsFillTheBar();
    void actionButtonFollowsItsAction();
    void rightToLeftIsMirrored();

private:
    Theme m_theme;
};

void TestStyle::buttonsAreDrawnInTokens_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<ButtonKind>("kind");
    const std::pair<const char *, ButtonKind> kinds[] = {{"outlined", ButtonKind::Outlined},
                                                         {"primary", ButtonKind::Primary},
                                                         {"ghost", ButtonKind::Ghost},
                                                         {"link", ButtonKind::Link},
                                                         {"danger", ButtonKind::Danger}};
    for (const bool dark : {false, true}) {
        for (const auto &[name, kind] : kinds)
            QTest::addRow("%s %s", name, dark ? "dark" : "light") << dark << kind;
    }
}

void TestStyle::buttonsAreDrawnInTokens()
{
    QFETCH(bool, dark);
    QFETCH(ButtonKind, kind);
    wear(&m_theme, dark);
    const Tokens &t = tokensOf(dark);
    QPushButton button(symbolIcon(u"run"_s), u"Run it"_s);
    setButtonKind(&button, kind);
    QCOMPARE(buttonKind(&button), kind);
    button.resize(button.sizeHint());
    QCOMPARE(button.height(), 30);
    const QImage image = grabbed(&button);
    const QPoint inside(5, 15);
    const QPoint border(button.width() / 2, 0);
    const bool outlined = kind == ButtonKind::Outlined || kind == ButtonKind::Danger;
    QCOMPARE(image.pixelColor(inside), kind == ButtonKind::Primary ? t.accentFill : t.base);
    QCOMPARE(image.pixelColor(border), outlined ? t.lineStrong : kind == ButtonKind::Primary ? t.accentFill : t.base);
    const QColor symbol = kind == ButtonKind::Primary ? t.onAccent
        : kind == ButtonKind::Link                    ? t.accent
        : kind == ButtonKind::Danger                  ? t.red.text
                                                      : t.text2;
    const QRect content = button.rect().adjusted(4, 4, -4, -4); // without what shows outside the round corners
    QVERIFY(count(image.copy(content), symbol) > 20);

    button.setEnabled(false);
    const QImage disabled = grabbed(&button);
    QCOMPARE(disabled.pixelColor(inside), kind == ButtonKind::Primary ? t.grey.tint : t.base);
    QCOMPARE(count(disabled.copy(content), symbol), 0);
    setButtonKind(&button, kind, true);
    QCOMPARE(button.sizeHint().height(), 26);
}

void TestStyle::toolButtonsAreDrawnInTokens()
{
    QFETCH(bool, dark);
    wear(&m_theme, dark);
    const Tokens &t = tokensOf(dark);
    QToolButton button;
    button.setIcon(symbolIcon(u"run"_s));
    button.resize(button.sizeHint());
    QCOMPARE(button.size(), QSize(28, 28));
    QVERIFY(count(grabbed(&button), t.text2) > 20);
    QCOMPARE(grabbed(&button).pixelColor(3, 14), t.base);
    button.setCheckable(true);
    button.setChecked(true);
    QCOMPARE(grabbed(&button).pixelColor(3, 14), t.accentTint);
    QVERIFY(count(grabbed(&button), t.accent) > 20);
    button.setEnabled(false);
    QCOMPARE(count(grabbed(&button), t.accent), 0);
}

void TestStyle::fieldsAreDrawnInTokens()
{
    QFETCH(bool, dark);
    wear(&m_theme, dark);
    const Tokens &t = tokensOf(dark);
    QLineEdit line;
    QComboBox combo;
    combo.addItem(u"one"_s);
    QSpinBox spin;
    for (QWidget *field :
         {static_cast<QWidget *>(&line), static_cast<QWidget *>(&combo), static_cast<QWidget *>(&spin)}) {
        field->resize(160, field->sizeHint().height());
        QCOMPARE(field->height(), 30);
        const QImage image = grabbed(field);
        QCOMPARE(image.pixelColor(80, 0), t.lineStrong);
        QCOMPARE(image.pixelColor(0, 15), t.lineStrong);
        QCOMPARE(image.pixelColor(159, 15), t.lineStrong);
        QCOMPARE(image.pixelColor(80, 3), t.base);
        field->setEnabled(false);
        QCOMPARE(grabbed(field).pixelColor(80, 0), t.line);
        QCOMPARE(grabbed(field).pixelColor(80, 3), t.sunken);
    }
}

void TestStyle::marksAreDrawnInTokens()
{
    QFETCH(bool, dark);
    wear(&m_theme, dark);
    const Tokens &t = tokensOf(dark);
    QCheckBox check;
    QRadioButton radio;
    for (QAbstractButton *button : {static_cast<QAbstractButton *>(&check), static_cast<QAbstractButton *>(&radio)}) {
        button->resize(24, 24);
        QVERIFY(count(grabbed(button), t.lineStrong) >= (button == &check ? 16 : 2)); // of a circle few are whole
        QCOMPARE(count(grabbed(button), t.accentFill), 0);
        button->setChecked(true);
        QVERIFY(count(grabbed(button), t.accentFill) > 60);
        button->setEnabled(false);
        QCOMPARE(count(grabbed(button), t.accentFill), 0);
    }
}

void TestStyle::menusAreDrawnInTokens()
{
    QFETCH(bool, dark);
    wear(&m_theme, dark);
    const Tokens &t = tokensOf(dark);
    QMenuBar bar;
    bar.addMenu(u"&File"_s)->addAction(u"x"_s);
    bar.resize(300, bar.sizeHint().height());
    QCOMPARE(bar.height(), 40);
    QCOMPARE(grabbed(&bar).pixelColor(290, 20), t.chrome);
    QCOMPARE(grabbed(&bar).pixelColor(9, 20), t.chrome);

    QMenu menu;
    QAction *first = menu.addAction(symbolIcon(u"run"_s), u"Start"_s);
    menu.addSeparator();
    QAction *checked = menu.addAction(u"Grouped"_s);
    checked->setCheckable(true);
    checked->setChecked(true);
    menu.resize(menu.sizeHint());
    const QImage image = grabbed(&menu);
    QCOMPARE(image.pixelColor(0, 20), t.lineStrong);
    QCOMPARE(image.pixelColor(2, 20), t.base);
    QVERIFY(count(image, t.text2) > 20); // the symbol
    QVERIFY(count(image, t.accentFill) > 60); // the box with its check mark
    checked->setChecked(false);
    const QImage unticked = grabbed(&menu);
    QCOMPARE(count(unticked, t.accentFill), 0);
    QVERIFY(count(unticked, t.lineStrong) > count(image, t.lineStrong) + 16); // still a box
    QVERIFY(extent(image, t.line).width() > menu.width() / 2); // the separator
    menu.setActiveAction(first);
    QVERIFY(count(grabbed(&menu), t.selection) > menu.width() * 20);

    DetailedMenu detailed;
    QAction *entry = detailed.addAction(symbolIcon(u"run"_s), u"Down"_s);
    QAction *other = detailed.addAction(u"Up"_s);
    detailed.setDetails(entry, {u"Goes: all of it"_s, u"Stays: "_s + QString(400, u'x')});
    detailed.resize(detailed.sizeHint());
    QVERIFY(detailed.width() < 600);
    QCOMPARE(detailed.actionGeometry(other).height(), 28);
    QCOMPARE(detailed.actionGeometry(entry).height(), 28 + 2 * 18);
    detailed.setActiveAction(entry);
    const QRect whole = extent(grabbed(&detailed), t.selection);
    QVERIFY2(whole.height() > 50, "the selection takes the details in");
    QVERIFY(count(grabbed(&detailed).copy(0, detailed.actionGeometry(entry).y() + 28, detailed.width(), 36), t.text3)
            > 20);
}

void TestStyle::barsAreDrawnInTokens()
{
    QFETCH(bool, dark);
    wear(&m_theme, dark);
    const Tokens &t = tokensOf(dark);
    QProgressBar progress;
    progress.setTextVisible(false);
    progress.setRange(0, 100);
    progress.setValue(50);
    progress.resize(100, 16);
    const QImage image = grabbed(&progress);
    QCOMPARE(image.pixelColor(20, 8), t.accent);
    QCOMPARE(image.pixelColor(80, 8), t.lineStrong);
    QCOMPARE(image.pixelColor(20, 2), t.base);

    QScrollArea area;
    area.setWidget(new QWidget);
    area.widget()->resize(1000, 1000);
    area.setFrameShape(QFrame::NoFrame);
    area.resize(200, 200);
    const QImage scrolled = grabbed(&area);
    QCOMPARE(area.verticalScrollBar()->width(), 12);
    QCOMPARE(scrolled.pixelColor(189, 150), t.base); // no track
    const QColor handle = scrolled.pixelColor(194, 16);
    QVERIFY(handle != t.base);
    QCOMPARE(scrolled.pixelColor(190, 16), t.base); // six of twelve pixels
    QCOMPARE(scrolled.pixelColor(199, 199), t.base); // the corner
}

void TestStyle::tabsAndHeadersAreDrawnInTokens()
{
    QFETCH(bool, dark);
    wear(&m_theme, dark);
    const Tokens &t = tokensOf(dark);
    TabBar tabs;
    tabs.addTab(u"Overview"_s);
    tabs.addTab(u"Logs"_s);
    tabs.setBadge(1, u"12"_s, Tone::Warning);
    tabs.resize(tabs.sizeHint());
    QCOMPARE(tabs.height(), 40);
    QImage image = grabbed(&tabs);
    const QRect bar = extent(image.copy(0, 37, image.width(), 3), t.accent);
    const QRect first = tabs.tabRect(0);
    QVERIFY(bar.left() >= first.left() + 12 && bar.right() <= first.right() - 12);
    QVERIFY(bar.width() > first.width() / 2);
    QVERIFY(count(image, t.amber.tint) > 50);
    tabs.setCurrentIndex(1);
    image = grabbed(&tabs);
    QVERIFY(extent(image.copy(0, 37, image.width(), 3), t.accent).left() > first.right());

    QStandardItemModel model(1, 2);
    model.setHorizontalHeaderLabels({u"Name"_s, u"Size"_s});
    QTreeView tree;
    tree.setModel(&model);
    tree.resize(300, 100);
    QHeaderView *header = tree.header();
    QCOMPARE(header->sizeHint().height(), 30);
    const QImage top = grabbed(header);
    QCOMPARE(top.pixelColor(2, header->height() - 1), t.line);
    QCOMPARE(top.pixelColor(290, header->height() - 1), t.line);
    QCOMPARE(top.pixelColor(2, 5), t.base);
}

void TestStyle::plainListsAreDrawnInTokens()
{
    QFETCH(bool, dark);
    wear(&m_theme, dark);
    const Tokens &t = tokensOf(dark);
    QListWidget list;
    list.setFrameShape(QFrame::NoFrame);
    list.addItems({u"one"_s, u"two"_s});
    list.setCurrentRow(1);
    list.resize(200, 100);
    QCOMPARE(list.visualItemRect(list.item(0)).height(), 28);
    const QRect selected = extent(grabbed(list.viewport()), t.selection);
    QCOMPARE(selected.top(), list.visualItemRect(list.item(1)).top() + 1);
    QVERIFY(selected.width() > 190);
}

void TestStyle::splitterIsOneLine()
{
    QFETCH(bool, dark);
    wear(&m_theme, dark);
    QSplitter splitter;
    splitter.addWidget(new QWidget);
    splitter.addWidget(new QWidget);
    splitter.resize(201, 50);
    const QRect line = extent(grabbed(&splitter), tokensOf(dark).line);
    QCOMPARE(line.size(), QSize(1, 50));
}

void TestStyle::focusRingsFollowTheKeyboard()
{
    QFETCH(bool, dark);
    wear(&m_theme, dark);
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *field = new QLineEdit;
    auto *button = new QPushButton(u"Next"_s);
    auto *check = new QCheckBox(u"Check"_s);
    for (QWidget *widget :
         {static_cast<QWidget *>(field), static_cast<QWidget *>(button), static_cast<QWidget *>(check)})
        layout->addWidget(widget);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    button->setFocus(Qt::MouseFocusReason);
    const QImage plainField = grabbed(field);
    const QImage plainButton = grabbed(button);
    const QImage plainCheck = grabbed(check);
    field->setFocus(Qt::MouseFocusReason); // a field always shows that it takes the text
    QCOMPARE(grabbed(button), plainButton);
    QVERIFY(ringContrast(plainField, grabbed(field)) >= 3);
    QTest::keyClick(field, Qt::Key_Tab);
    QVERIFY(button->hasFocus());
    QVERIFY(ringContrast(plainButton, grabbed(button)) >= 3);
    QTest::keyClick(button, Qt::Key_Tab);
    QVERIFY(check->hasFocus());
    QCOMPARE(grabbed(button), plainButton);
    QVERIFY(count(grabbed(check), tokensOf(dark).accent) > 20);
    QCOMPARE(count(plainCheck, tokensOf(dark).accent), 0);

    QDialog dialog; // there the ring says what Return would do
    auto *cancel = new QPushButton(u"Cancel"_s, &dialog);
    cancel->resize(cancel->sizeHint());
    dialog.show();
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    cancel->clearFocus();
    const QImage plainCancel = grabbed(cancel);
    cancel->setFocus(Qt::OtherFocusReason);
    QVERIFY(ringContrast(plainCancel, grabbed(cancel)) >= 3);
    QTest::mouseClick(&window, Qt::LeftButton); // what comes next does not begin with a key
}

void TestStyle::focusIsSeenOnEveryKindOfButton()
{
    QFETCH(bool, dark);
    QFETCH(ButtonKind, kind);
    wear(&m_theme, dark);
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *before = new QPushButton(u"Before"_s);
    auto *button = new QPushButton(u"Run it"_s);
    setButtonKind(button, kind);
    layout->addWidget(before);
    layout->addWidget(button);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    before->setFocus();
    const QImage plain = grabbed(button);
    QTest::keyClick(before, Qt::Key_Tab);
    QVERIFY(button->hasFocus());
    const QImage focused = grabbed(button);
    const double ratio = ringContrast(plain, focused);
    QVERIFY2(ratio >= 3, qPrintable(QString::number(ratio)));
    // The words stay readable beside it.
    const QRect words = button->rect().adjusted(8, 7, -8, -7);
    QCOMPARE(focused.copy(words), plain.copy(words));
}

void TestStyle::areasShowThatTheyHaveTheKeyboard()
{
    wear(&m_theme, false);
    const Tokens &t = Tokens::lightTheme();
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *button = new QPushButton(u"Next"_s);
    auto *area = new QScrollArea;
    area->setFocusPolicy(Qt::StrongFocus);
    auto *list = new QListWidget;
    list->addItem(u"one"_s);
    auto *read = new QPlainTextEdit;
    read->setReadOnly(true);
    auto *write = new QPlainTextEdit;
    for (QAbstractScrollArea *each :
         {static_cast<QAbstractScrollArea *>(area), static_cast<QAbstractScrollArea *>(list),
          static_cast<QAbstractScrollArea *>(read), static_cast<QAbstractScrollArea *>(write)}) {
        each->setFrameShape(QFrame::NoFrame);
        if (auto *edit = qobject_cast<QPlainTextEdit *>(each))
            edit->setTabChangesFocus(true);
    }
    layout->addWidget(button);
    for (QWidget *each : {static_cast<QWidget *>(area), static_cast<QWidget *>(list), static_cast<QWidget *>(read),
                          static_cast<QWidget *>(write)})
        layout->addWidget(each);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto ringed = [&t](QWidget *widget) { return count(grabbed(widget), t.accent) > widget->width(); };
    button->setFocus();
    QVERIFY(!ringed(area));
    QTest::keyClick(button, Qt::Key_Tab);
    QVERIFY(area->hasFocus());
    QVERIFY(ringed(area));
    QTest::mouseClick(area->viewport(), Qt::LeftButton);
    QVERIFY(!ringed(area));
    QTest::keyClick(area, Qt::Key_Tab);
    QVERIFY(list->hasFocus());
    QVERIFY(!ringed(area));
    list->setCurrentItem(nullptr);
    QVERIFY(ringed(list));
    list->setCurrentRow(0);
    QVERIFY(!ringed(list)); // the row shows it
    QTest::keyClick(list, Qt::Key_Tab);
    QVERIFY(read->hasFocus());
    QVERIFY(ringed(read));
    QTest::keyClick(read, Qt::Key_Tab);
    QVERIFY(write->hasFocus());
    QVERIFY(!ringed(write)); // the caret shows it
}

void TestStyle::bannersUseTheirWidth()
{
    QAction action(u"Show"_s);
    Banner banner(Banner::Kind::Error);
    banner.addButton(&action);
    banner.resize(1000, 60);
    banner.show();
    QVERIFY(QTest::qWaitForWindowExposed(&banner));
    const auto *fact = banner.findChild<QLabel *>(u"bannerFact"_s);
    // Also when the text changes while the banner stands there.
    for (const QString &consequence : {QString(), u"A short consequence."_s, QString(u"long "_s).repeated(80)}) {
        banner.setMessage(u"A fact that has all the room it needs in one line of the banner."_s, consequence);
        QTRY_VERIFY2(fact->width() >= fact->fontMetrics().horizontalAdvance(fact->text()), qPrintable(consequence));
    }
    QVERIFY(banner.minimumSizeHint().width() < 400);
}

void TestStyle::mnemonicsShowWhileAltIsDown()
{
    QWidget window;
    auto *button = new QPushButton(u"&Next"_s, &window);
    button->resize(button->sizeHint());
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const QImage plain = grabbed(button);
    QTest::keyPress(&window, Qt::Key_Alt, Qt::AltModifier);
    QVERIFY(grabbed(button) != plain);
    QTest::keyRelease(&window, Qt::Key_Alt);
    QCOMPARE(grabbed(button), plain);
}

void TestStyle::scrollBarPartsFillTheBar()
{
    QScrollBar bar(Qt::Vertical);
    bar.setRange(0, 1000000);
    bar.setPageStep(10);
    bar.setValue(400000);
    bar.resize(12, 300);
    QStyleOptionSlider option;
    option.initFrom(&bar);
    option.orientation = Qt::Vertical;
    option.minimum = bar.minimum();
    option.maximum = bar.maximum();
    option.pageStep = bar.pageStep();
    option.sliderPosition = option.sliderValue = bar.value();
    const auto part = [&](QStyle::SubControl which) {
        return bar.style()->subControlRect(QStyle::CC_ScrollBar, &option, which, &bar);
    };
    QCOMPARE(part(QStyle::SC_ScrollBarSlider).height(), 32); // never too small to grab
    QCOMPARE(part(QStyle::SC_ScrollBarSubPage).height() + part(QStyle::SC_ScrollBarSlider).height()
                 + part(QStyle::SC_ScrollBarAddPage).height(),
             300);
    QVERIFY(part(QStyle::SC_ScrollBarSubLine).isEmpty());
    QVERIFY(part(QStyle::SC_ScrollBarAddLine).isEmpty());
}

void TestStyle::actionButtonFollowsItsAction()
{
    QAction action(symbolIcon(u"stop"_s), u"&Stop"_s);
    action.setToolTip(u"why"_s);
    ActionButton button(&action, ButtonKind::Outlined);
    QCOMPARE(button.text(), u"Stop"_s);
    QCOMPARE(button.accessibleName(), u"Stop"_s);
    QCOMPARE(button.toolTip(), u"why"_s);
    QCOMPARE(button.focusPolicy(), Qt::TabFocus);
    action.setEnabled(false);
    action.setText(u"Stop all"_s);
    QVERIFY(!button.isEnabled());
    QCOMPARE(button.text(), u"Stop all"_s);
    action.setEnabled(true);
    QSignalSpy triggered(&action, &QAction::triggered);
    QTest::mouseClick(&button, Qt::LeftButton);
    QCOMPARE(triggered.size(), 1);

    action.setCheckable(true);
    QTest::mouseClick(&button, Qt::LeftButton);
    QVERIFY(action.isChecked());
    QVERIFY(button.isChecked());
    QTest::mouseClick(&button, Qt::LeftButton);
    QVERIFY(!action.isChecked());
    QVERIFY(!button.isChecked());
}

void TestStyle::rightToLeftIsMirrored()
{
    wear(&m_theme, false);
    const Tokens &t = Tokens::lightTheme();
    QPushButton button(symbolIcon(u"run"_s), u"MMMM"_s);
    button.resize(button.sizeHint());
    QVERIFY(extent(grabbed(&button), t.text2).center().x() < button.width() / 2);
    button.setLayoutDirection(Qt::RightToLeft);
    QVERIFY(extent(grabbed(&button), t.text2).center().x() > button.width() / 2);
}

QTEST_MAIN(TestStyle)
#include "tst_style.moc"
