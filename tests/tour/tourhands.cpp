// SPDX-License-Identifier: GPL-3.0-or-later
// What a person's hands and eyes do: click, type, look.
#include <app/pages/terminalpane.h>
#include <app/sessions/terminalsession.h>
#include <terminal/terminaltext.h>
#include <tests/tour/tour.h>
#include <widgets/fleetview.h>
#include <widgets/terminalview.h>

#include <QtCore/QElapsedTimer>
#include <QtGui/QScreen>
#include <QtGui/QWindow>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Sandglass {

void Tour::step(const QString &name, const std::function<void()> &what)
{
    if (!m_failure.isEmpty())
        return;
    m_application.setStep(name);
    std::printf("tour: %s\n", qPrintable(name));
    std::fflush(stdout);
    what();
    if (m_failure.isEmpty())
        picture(name);
    else
        picture(u"failed "_s + name);
}

void Tour::expect(const QString &what, const std::function<bool()> &condition, int seconds)
{
    if (!m_failure.isEmpty() || QTest::qWaitFor(condition, seconds * 1000))
        return;
    m_failure = what;
    std::fprintf(stderr, "tour: FAILED: %s\n", qPrintable(what));
}

void Tour::picture(const QString &name)
{
    // What was asked for is on the display once a frame was swapped; charts paint at most twice a
    // second.
    QElapsedTimer settled;
    settled.start();
    (void)QTest::qWaitFor([&settled] { return settled.hasExpired(600); });
    const QString file = u"%1-%2.png"_s.arg(++m_number, 2, 10, QLatin1Char('0'))
                             .arg(QString(name).replace(u' ', u'-'));
    if (!m_window->screen()->grabWindow(m_window->winId()).save(m_pictures.filePath(file)) &&
        m_failure.isEmpty())
        m_failure = u"cannot write "_s + file;
}

void Tour::click(QWidget *widget)
{
    if (widget == nullptr || !m_failure.isEmpty())
        return;
    QTest::mouseClick(widget, Qt::LeftButton);
}

void Tour::clickButton(const QString &text, Match match)
{
    const auto fits = [&text, match](const QString &name) {
        return match == Match::Whole ? name == text : name.contains(text);
    };
    QAbstractButton *found = nullptr;
    expect(u"the button '%1' is there and enabled"_s.arg(text), [&] {
        const auto buttons = m_window->findChildren<QAbstractButton *>();
        for (QAbstractButton *button : buttons) {
            const bool named = fits(button->text().remove(u'&')) || fits(button->accessibleName());
            if (named && button->isVisible() && button->isEnabled())
                found = button;
        }
        return found != nullptr;
    });
    click(found);
}

void Tour::key(int key, Qt::KeyboardModifiers modifiers)
{
    if (!m_failure.isEmpty())
        return;
    // There is no window manager to give the focus back when a dialog has closed; shortcuts want an
    // active window.
    if (QApplication::activeWindow() == nullptr) {
        m_window->activateWindow();
        expect(u"the window is active"_s, [this] { return m_window->isActiveWindow(); });
    }
    QTest::keyClick(target(), Qt::Key(key), modifiers);
}

void Tour::type(const QString &text)
{
    if (!m_failure.isEmpty())
        return;
    QWidget *widget = target();
    for (const QChar character : text)
        QTest::keyClick(widget, character.toLatin1());
}

void Tour::command(const QString &line)
{
    type(line);
    key(Qt::Key_Return);
}

QWidget *Tour::target() const
{
    QWidget *focus = QApplication::focusWidget();
    return focus != nullptr ? focus : m_window.get();
}

FleetView *Tour::fleet() const
{
    return m_window->findChild<FleetView *>();
}

TerminalPane *Tour::terminal() const
{
    for (TerminalPane *pane : m_window->findChildren<TerminalPane *>()) {
        if (pane->isVisible())
            return pane;
    }
    return nullptr;
}

QString Tour::terminalText() const
{
    const TerminalPane *pane = terminal();
    if (pane == nullptr)
        return {};
    const TerminalGrid &grid = pane->session()->surface().grid();
    QString text;
    for (qint64 row = grid.screenTop(); row < grid.endRow(); ++row)
        text += terminalRowText(grid, row, 0, grid.columns()) + u'\n';
    return text;
}

bool Tour::shows(const QWidget *parent, const QString &words)
{
    const auto labels = parent->findChildren<QLabel *>();
    return std::ranges::any_of(labels, [&words](const QLabel *label) {
        return label->isVisible() && label->text().contains(words);
    });
}

QWidget *Tour::dialog() const
{
    for (QDialog *dialog : m_window->findChildren<QDialog *>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

const FleetEntry *Tour::entryNamed(const QString &name) const
{
    for (const QString &key : m_context->fleet.keys()) {
        const FleetEntry *entry = m_context->fleet.find(key);
        if (const auto found = entry->info.metadata.find("name");
            found != entry->info.metadata.end() && found->second == name.toStdString())
            return entry;
    }
    return nullptr;
}

} // namespace Sandglass
