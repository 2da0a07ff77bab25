// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helper/rectdecoder.h>

#include <rfb/rfbclient.h>
#include <stdio_ext.h>
#include <sys/time.h>

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace Sandglass::Rfb {

namespace {

/// The library has one log for the whole process, and so has this.
std::array<char, 160> lastLine{};

void keepLine(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    std::vsnprintf(lastLine.data(), lastLine.size(), format, arguments);
    va_end(arguments);
}

struct ClientCleanup {
    void operator()(rfbClient *client) const
    {
        // The pixels are not the library's.
        client->frameBuffer = nullptr;
        rfbClientCleanup(client);
    }
};

struct FileCloser {
    void operator()(FILE *file) const { std::fclose(file); }
};

constexpr int playbackPort = -1; ///< makes the library read vncRec->file and write nothing
constexpr std::size_t rectHeaderBytes = 16; ///< an update's header and one rect's

} // namespace

class RectDecoder::Engine final
{
public:
    explicit Engine(RfbStream &stream);
    [[nodiscard]] bool isReady() const { return m_file && m_client && m_client->vncRec; }
    [[nodiscard]] rfbClient *client() { return m_client.get(); }
    /// What the library reads before the stream's own bytes.
    void prepend(Encoding encoding, const DamageRect &rect);
    /// Returns to the stream what the file has read ahead.
    void giveBack();

private:
    static ssize_t read(void *self, char *out, size_t size);

    RfbStream &m_stream;
    Bytes m_prefix;
    std::size_t m_prefixStart = 0;
    std::array<char, 4096> m_buffer{}; ///< before the file that uses it
    std::unique_ptr<FILE, FileCloser> m_file;
    std::unique_ptr<rfbClient, ClientCleanup> m_client;
};

RectDecoder::Engine::Engine(RfbStream &stream) : m_stream(stream)
{
    rfbClientLog = keepLine;
    rfbClientErr = keepLine;
    m_file.reset(::fopencookie(this, "rb", {.read = &Engine::read}));
    m_client.reset(rfbGetClient(8, 3, bytesPerPixel));
    if (!m_file || !m_client)
        return;
    // Unbuffered, the C library would ask for each single byte.
    std::setvbuf(m_file.get(), m_buffer.data(), _IOFBF, m_buffer.size());
    m_client->format.redShift = 16;
    m_client->format.greenShift = 8;
    m_client->format.blueShift = 0;
    m_client->serverPort = playbackPort;
    // The library's cleanup frees it.
    m_client->vncRec = static_cast<rfbVNCRec *>(std::calloc(1, sizeof(rfbVNCRec)));
    if (!m_client->vncRec)
        return;
    m_client->vncRec->file = m_file.get();
    m_client->vncRec->doNotSleep = TRUE;
}

void RectDecoder::Engine::prepend(Encoding encoding, const DamageRect &rect)
{
    // Recordings have a time before each message.
    m_prefix.assign(sizeof(timeval), std::byte{0});
    m_prefixStart = 0;
    m_prefix.reserve(sizeof(timeval) + rectHeaderBytes);
    appendU16(m_prefix, 0); // FramebufferUpdate and padding
    appendU16(m_prefix, 1); // of one rect
    for (const std::uint16_t value : {rect.x, rect.y, rect.width, rect.height})
        appendU16(m_prefix, value);
    appendU32(m_prefix, static_cast<std::uint32_t>(encoding));
}

ssize_t RectDecoder::Engine::read(void *self, char *out, size_t size)
{
    auto &engine = *static_cast<Engine *>(self);
    const std::size_t left = engine.m_prefix.size() - engine.m_prefixStart;
    if (const std::size_t count = std::min(left, size); count > 0) {
        std::memcpy(out, engine.m_prefix.data() + engine.m_prefixStart, count);
        engine.m_prefixStart += count;
        return static_cast<ssize_t>(count);
    }
    return static_cast<ssize_t>(
        engine.m_stream.readSome(std::as_writable_bytes(std::span(out, size))));
}

void RectDecoder::Engine::giveBack()
{
    // There is no public name for this count, but the fields are part of glibc's interface, and
    // gnulib's freadahead() reads them as well.
    m_stream.giveBack(static_cast<std::size_t>(m_file->_IO_read_end - m_file->_IO_read_ptr));
    ::__fpurge(m_file.get());
}

RectDecoder::RectDecoder(RfbStream &stream) : m_engine(std::make_unique<Engine>(stream)) {}

RectDecoder::~RectDecoder() = default;

bool RectDecoder::isReady() const
{
    return m_engine->isReady();
}

void RectDecoder::setFramebuffer(SharedFramebuffer &framebuffer)
{
    rfbClient *const client = m_engine->client();
    client->frameBuffer = reinterpret_cast<uint8_t *>(framebuffer.pixels());
    client->width = framebuffer.width();
    client->height = framebuffer.height();
}

bool RectDecoder::decode(Encoding encoding, const DamageRect &rect)
{
    m_engine->prepend(encoding, rect);
    if (HandleRFBServerMessage(m_engine->client()) == FALSE)
        return false;
    m_engine->giveBack();
    return true;
}

std::string RectDecoder::lastWords()
{
    std::string words = lastLine.data();
    std::erase_if(words, [](char c) { return c >= '\0' && c < ' '; });
    return words;
}

} // namespace Sandglass::Rfb
