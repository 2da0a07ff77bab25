// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/fleetstage.h>
#include <widgets/appearance.h>

#include <QtGui/QContextMenuEvent>
#include <QtGui/QCursor>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>

namespace Sandglass {

void FleetStage::initTestCase()
{
    installAppearance(*qApp);
}

void FleetStage::init()
{
    QTest::failOnWarning();
}

Pixels FleetStage::pixels() const
{
    return Pixels(m_view->viewport());
}

void FleetStage::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    QTest::keyClick(m_view.get(), key, modifiers);
}

void FleetStage::choose(int row) const
{
    m_view->selectKey(m_fixture->rows().at(row).key());
}

void FleetStage::show(QList<FixtureRow> rows)
{
    m_fixture = std::make_unique<FleetFixture>(std::move(rows));
    m_view = std::make_unique<FleetView>();
    m_view->setModel(m_fixture.get());
    m_view->resize(1224, 460);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->activateWindow();
    m_view->setFocus();
    QTRY_VERIFY(m_view->hasFocus());
}

void FleetStage::cleanup()
{
    m_view.reset();
    m_fixture.reset();
    setColorScheme(Qt::ColorScheme::Light);
    // The pointer of one test must not hover in the next.
    QCursor::setPos(1590, 990);
}

QRect FleetStage::cell(int row, FleetColumn column) const
{
    return m_view->visualRect(m_view->model()->index(row, int(column)));
}

QMenu *FleetStage::openMenu(int row, FleetColumn column) const
{
    const QPoint position = cell(row, column).center();
    QTest::mouseClick(m_view->viewport(), Qt::RightButton, {}, position);
    QContextMenuEvent event(QContextMenuEvent::Mouse, position,
                            m_view->viewport()->mapToGlobal(position));
    QApplication::sendEvent(m_view->viewport(), &event);
    return qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

QAction *FleetStage::action(const QMenu *menu, const QString &text)
{
    for (QAction *action : menu->actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

} // namespace Sandglass
