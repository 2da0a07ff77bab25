// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <terminal/terminalgrid.h>
#include <terminal/terminalmodes.h>
#include <terminal/terminalpaste.h>
#include <terminal/terminalsearch.h>
#include <terminal/terminalselection.h>

#include <QtCore/QByteArrayView>
#include <QtCore/QObject>
#include <QtCore/QSize>
#include <QtCore/QTimer>

#include <functional>
#include <memory>

namespace Sandglass {

class TerminalMachine;

/// One thing that the mouse did, for a program that listens to it.
struct TerminalMouseEvent {
    enum class Kind { Press, Release, Move, Wheel };
    Kind kind = Kind::Move;
    /// Press and Release: 1 left, 2 middle, 3 right. Wheel: 4 up, 5 down, 6 left, 7 right.
    int button = 0;
    TerminalPosition cell;
    Qt::KeyboardModifiers modifiers;
};

/// A terminal without a picture: bytes of a program in, cells out; keys in, bytes for the program
/// out. Lives in the GUI thread. Takes in bytes for at most some three milliseconds at a time and
/// goes on by itself from the event loop; what waits is counted, so that a source can be slowed
/// down (isBusy()).
class TerminalSurface final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TerminalSurface)

public:
    /// Waiting bytes at which isBusy() becomes true, and at which it becomes false again.
    static constexpr qsizetype busyAbove = 1024 * 1024;
    static constexpr qsizetype idleBelow = 256 * 1024;
    /// Waiting bytes beyond which further ones are skipped, which is said on the screen.
    static constexpr qsizetype maximumQueue = 32 * 1024 * 1024;
    static constexpr int maximumColumns = 1000;
    static constexpr int maximumRows = 1000;

    /// `cells` is columns by rows; clipped to 2 x 1 ... maximumColumns x maximumRows.
    explicit TerminalSurface(QSize cells, TerminalLimits limits = {}, QObject *parent = nullptr);
    ~TerminalSurface() override;

    /// Where keys and replies go: called from within the functions below and from the event loop.
    void setOutput(std::function<void(QByteArrayView)> output);

    void receive(QByteArrayView bytes);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] qsizetype queuedBytes() const { return m_queue.size() - m_queueStart; }

    /// Emits resized() when the size is another one.
    void resize(QSize cells);
    [[nodiscard]] QSize size() const;

    [[nodiscard]] const TerminalGrid &grid() const;
    [[nodiscard]] const TerminalModes &modes() const;
    [[nodiscard]] TerminalPosition cursor() const;
    /// Cleaned and short; empty when the program set none.
    [[nodiscard]] const QString &title() const { return m_title; }
    /// Screen rows that changed since the last call. There is one caller, the view.
    [[nodiscard]] std::vector<TerminalRowRange> takeDamage();

    /// False when the key means nothing to a program.
    bool sendKey(int key, Qt::KeyboardModifiers modifiers, const QString &text);
    void sendText(const QString &text);
    /// Whether to ask before paste(): the text is run as it arrives, or holds what cannot be seen.
    [[nodiscard]] PasteRisk pasteNeedsConfirmation(const QString &text) const;
    void paste(const QString &text);
    void sendMouse(const TerminalMouseEvent &event);
    void sendFocus(bool focused);
    /// Programs that ask are told these (0xRRGGBB), so that they can suit a light or a dark ground.
    void setDefaultColors(quint32 foreground, quint32 background);

    /// To change it; noteSelectionChange() tells the others. Cleared by itself when its text
    /// changes.
    [[nodiscard]] TerminalSelection &selection() { return m_selection; }
    void noteSelectionChange() { Q_EMIT selectionChanged(); }
    [[nodiscard]] const TerminalSelection &selection() const { return m_selection; }
    [[nodiscard]] QString selectedText() const { return m_selection.text(); }
    /// Selects the next place where the text is found; false when there is none.
    bool find(const QString &text, SearchDirection direction);
    void clearScrollback();

Q_SIGNALS:
    /// Something to paint or a cursor that moved: at most once per turn of the event loop.
    void damaged();
    void selectionChanged();
    void titleChanged(const QString &title);
    void bell();
    void resized(QSize cells);
    void busyChanged(bool busy);
    /// Bytes that were not shown because they came faster than they could be taken in.
    void skipped(qint64 bytes);

private:
    void work();
    qsizetype takeIn(QByteArrayView bytes);
    void enqueue(QByteArrayView bytes);
    void sayWhatWasSkipped();
    void updateBusy();
    void scheduleAnnounce();
    void announce();
    void flushOutput();

    std::unique_ptr<TerminalMachine> m_machine;
    TerminalSelection m_selection;
    std::function<void(QByteArrayView)> m_output;
    QTimer m_workTimer;
    QByteArray m_queue;
    qsizetype m_queueStart = 0;
    qint64 m_skipped = 0;
    bool m_busy = false;
    bool m_announcePending = false;
    TerminalPosition m_announcedCursor;
    TerminalModes m_announcedModes;
    QByteArray m_rawTitle;
    QString m_title;
};

} // namespace Sandglass
