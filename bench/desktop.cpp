// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop view alone: one desktop, 1:1 when it fits the screen, or several as a grid of tiles.
//
//   desktop [--quality 0-9] [--seconds N] [--view-only] HOST:PORT...
//
// Unlike in the app, whoever types into the window drives, unless --view-only says otherwise; as
// there, Ctrl+Alt hands back and C takes control. With --seconds it ends by itself and prints when
// it has shown a frame, in seconds of CLOCK_MONOTONIC. It ends when all desktops are gone.
#include <vnc/rfbbridges.h>
#include <vnc/rfbsession.h>
#include <widgets/desktopview.h>

#include <QtCore/QCommandLineParser>
#include <QtCore/QTimer>
#include <QtGui/QScreen>
#include <QtWidgets/QApplication>
#include <QtWidgets/QGridLayout>

#include <bench/framelog.h>

#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

struct Options {
    QList<RfbEndpoint> endpoints;
    double seconds = 0; ///< zero: for ever
    RfbInput::Mode mode = RfbInput::Mode::Control;
};

/// One desktop and its view, which its window owns.
struct Tile {
    std::unique_ptr<RfbSession> session;
    DesktopView *view = nullptr;
};

class Wall final : public QWidget
{
    Q_DISABLE_COPY_MOVE(Wall)

public:
    Wall(RfbBridges &bridges, const Options &options);
    ~Wall() override;

    [[nodiscard]] const FrameLog &frames() const { return m_frames; }

private:
    void add(RfbBridges &bridges, const RfbEndpoint &endpoint, RfbInput::Mode mode);
    void fit();
    void noteEnd(const RfbSession &session, const RfbEndpoint &endpoint);

    std::vector<Tile> m_tiles;
    FrameLog m_frames;
};

Wall::Wall(RfbBridges &bridges, const Options &options)
{
    auto *grid = new QGridLayout(this);
    const bool isAlone = options.endpoints.size() == 1;
    grid->setContentsMargins({});
    grid->setSpacing(isAlone ? 0 : 4);
    const int columns = int(std::ceil(std::sqrt(double(options.endpoints.size()))));
    for (const RfbEndpoint &endpoint : options.endpoints) {
        const int place = int(m_tiles.size());
        add(bridges, endpoint, options.mode);
        grid->addWidget(m_tiles.back().view, place / columns, place % columns);
    }
    if (isAlone)
        connect(m_tiles.front().session.get(), &RfbSession::resized, this, &Wall::fit);
    m_tiles.front().view->setFocus();
}

Wall::~Wall()
{
    for (const Tile &tile : m_tiles)
        tile.view->setSession(nullptr);
}

void Wall::add(RfbBridges &bridges, const RfbEndpoint &endpoint, RfbInput::Mode mode)
{
    Tile tile{.session = std::make_unique<RfbSession>(bridges), .view = new DesktopView(this)};
    RfbSession *const session = tile.session.get();
    session->input().setMode(mode);
    connect(session, &RfbSession::stateChanged, this, [this, session, endpoint] {
        if (session->state() == RfbSession::State::Ended)
            noteEnd(*session, endpoint);
    });
    connect(tile.view, &DesktopView::painted, this, [this] { m_frames.add(); });
    connect(tile.view, &DesktopView::handBackRequested, session,
            [session] { session->input().setMode(RfbInput::Mode::ViewOnly); });
    connect(tile.view, &DesktopView::takeControlRequested, session,
            [session] { session->input().setMode(RfbInput::Mode::Control); });
    tile.view->setSession(session);
    session->open(endpoint);
    m_tiles.push_back(std::move(tile));
}

/// The window takes the size of the one desktop, or as much of it as there is room for.
void Wall::fit()
{
    DesktopView &view = *m_tiles.front().view;
    const QSize remote = m_tiles.front().session->framebuffer().size();
    const QSize room = screen()->availableSize();
    const QSize wanted = (QSizeF(remote) / devicePixelRatioF()).toSize();
    const bool fits = wanted.width() <= room.width() && wanted.height() <= room.height();
    view.setScale(fits ? DesktopView::Scale::Native : DesktopView::Scale::Fit);
    resize(wanted.boundedTo(room));
}

void Wall::noteEnd(const RfbSession &session, const RfbEndpoint &endpoint)
{
    std::fprintf(stderr, "%s:%d is gone: %s\n", qPrintable(endpoint.host), int(endpoint.port),
                 qPrintable(session.end().detail));
    const bool isAnyLeft = std::ranges::any_of(m_tiles, [](const Tile &tile) {
        return tile.session->state() != RfbSession::State::Ended;
    });
    if (!isAnyLeft)
        QCoreApplication::exit(1);
}

std::optional<RfbEndpoint> endpointFrom(const QString &address, int quality)
{
    const auto colon = address.lastIndexOf(u':');
    bool isNumber = false;
    const quint16 port = address.sliced(colon + 1).toUShort(&isNumber);
    if (colon <= 0 || !isNumber || port == 0)
        return std::nullopt;
    RfbEndpoint endpoint;
    endpoint.host = address.first(colon);
    endpoint.port = port;
    endpoint.encoding = {
        .names = "tight copyrect zrle hextile raw", .compressLevel = 1, .qualityLevel = quality};
    return endpoint;
}

/// Ends the program when they make no sense.
Options optionsFrom(const QCoreApplication &app)
{
    QCommandLineParser parser;
    const QCommandLineOption quality(u"quality"_s, u"Of JPEG, 0 to 9."_s, u"level"_s, u"8"_s);
    const QCommandLineOption seconds(u"seconds"_s, u"End by itself and print the frames."_s,
                                     u"number"_s, u"0"_s);
    const QCommandLineOption viewOnly(u"view-only"_s, u"Send nothing."_s);
    parser.addOptions({quality, seconds, viewOnly});
    parser.addHelpOption();
    parser.addPositionalArgument(u"addresses"_s, u"RFB servers."_s, u"HOST:PORT..."_s);
    parser.process(app);
    Options options;
    options.seconds = parser.value(seconds).toDouble();
    if (parser.isSet(viewOnly))
        options.mode = RfbInput::Mode::ViewOnly;
    const QStringList addresses = parser.positionalArguments();
    for (const QString &address : addresses) {
        const auto endpoint = endpointFrom(address, parser.value(quality).toInt());
        if (!endpoint)
            parser.showHelp(2);
        options.endpoints << *endpoint;
    }
    if (options.endpoints.isEmpty())
        parser.showHelp(2);
    return options;
}

} // namespace

} // namespace Sandglass

int main(int argc, char **argv)
{
    using namespace Sandglass;
    const QApplication app(argc, argv);
    const Options options = optionsFrom(app);
    RfbBridges bridges(RfbBridges::findHelper());
    Wall wall(bridges, options);
    wall.resize(wall.screen()->availableSize());
    wall.show();
    if (options.seconds > 0)
        QTimer::singleShot(int(options.seconds * 1000), &wall, [] { QCoreApplication::quit(); });
    const int code = QApplication::exec();
    if (options.seconds > 0)
        wall.frames().print();
    return code;
}
