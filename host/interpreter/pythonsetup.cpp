// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/interpreter/pythonsetup.h>

namespace Sandglass {

namespace {

// ipykernel publishes on a PUB socket, which by itself drops what a slow reader does not take, and
// hands everything to a thread with an endless queue. Here the socket waits instead, and whoever
// prints waits for it. Each part is tried by itself: another release of ipykernel may lack it, and
// then only that part is missing.
constexpr const char *setup = R"py(
def _sandglass_setup():
    import json, math, numbers, os, signal, sys, threading, types

    PIECE = 64 << 10        # characters that are taken at once
    UNSENT = 256 << 10      # characters after which whoever prints waits for their sending
    BEHIND = 32             # messages that the sending thread may be behind
    LARGEST = 44 << 20      # bytes of a message; a line of the result stream may have 64 MiB
    LARGEST_JSON = 8 << 20

    def wait_for(thread):
        __tracebackhide__ = True
        done = threading.Event()
        thread.schedule(done.set)
        while thread.thread.is_alive() and not done.wait(0.5):
            pass

    def patch_socket(app):
        import zmq
        socket = app.iopub_thread.socket
        def options():
            socket.set_hwm(16)
            socket.setsockopt(zmq.XPUB_NODROP, 1)
        app.iopub_thread.schedule(options)

    def patch_thread():
        from ipykernel.iostream import IOPubThread
        plain = IOPubThread.send_multipart
        def send_multipart(self, msg, *args, **kwargs):
            __tracebackhide__ = True
            size = sum(len(part) for part in msg)
            if size > LARGEST:
                sys.stderr.write(f"An output of {size / (1 << 20):.0f} MiB was left out: "
                                 "more than the stream can carry.\n")
                return
            plain(self, msg, *args, **kwargs)
            if (threading.get_ident() != self.thread.ident and self._is_master_process()
                    and len(self._events) > BEHIND):
                wait_for(self)
        IOPubThread.send_multipart = send_multipart

    def patch_streams():
        from ipykernel.iostream import OutStream
        plain = OutStream.write
        OutStream.flush_interval = 0.05

        def flush(self):
            __tracebackhide__ = True
            thread = self.pub_thread
            if (thread and thread.thread is not None and thread.thread.is_alive()
                    and thread.thread.ident != threading.get_ident()):
                thread.schedule(self._flush)
                wait_for(thread)
            else:
                self._flush()

        def write(self, string):
            __tracebackhide__ = True
            if not isinstance(string, str):
                return plain(self, string)
            try:
                string.encode()
            except UnicodeEncodeError:
                string = string.encode(errors="backslashreplace").decode()
            unsent = getattr(self, "_sandglass_unsent", 0)
            for start in range(0, len(string), PIECE) or (0,):
                piece = string[start:start + PIECE]
                plain(self, piece)
                unsent += len(piece)
                if unsent >= UNSENT and self._is_master_process():
                    self.flush()
                    unsent = 0
            self._sandglass_unsent = unsent
            return len(string)

        OutStream.flush = flush
        OutStream.write = write

    def clean(value, depth=0):
        if depth > 50:
            raise ValueError
        if value is None or isinstance(value, (bool, str)):
            return value
        if isinstance(value, numbers.Integral):
            return int(value)
        if isinstance(value, numbers.Real):
            number = float(value)
            return number if math.isfinite(number) else repr(number)
        if isinstance(value, (list, tuple)):
            return [clean(item, depth + 1) for item in value]
        if isinstance(value, dict) and all(isinstance(key, (str, int, float)) for key in value):
            return {str(key): clean(item, depth + 1) for key, item in value.items()}
        raise ValueError

    def as_json(value):
        try:
            cleaned = clean(value)
            return cleaned if len(json.dumps(cleaned)) <= LARGEST_JSON else None
        except (ValueError, RecursionError, TypeError):
            return None

    def patch_formatters(shell):
        formatter = shell.display_formatter.formatters["application/json"]
        formatter.for_type(list, as_json)
        formatter.for_type(dict, as_json)

    # os.system() does not let SIGINT through while its command runs.
    def add_second_interrupt():
        def interrupt(number, frame):
            if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
                raise KeyboardInterrupt
        signal.signal(signal.SIGUSR2, interrupt)

    def add_variables():
        module = types.ModuleType("_sandglass_variables")
        module.before = {}
        def enter(variables):
            for name, value in variables.items():
                name, value = bytes.fromhex(name), bytes.fromhex(value)
                module.before.setdefault(name, os.environb.get(name))
                os.environb[name] = value
        def leave():
            for name, value in module.before.items():
                if value is None:
                    os.environb.pop(name, None)
                else:
                    os.environb[name] = value
            module.before.clear()
        module.enter, module.leave = enter, leave
        sys.modules[module.__name__] = module

    shell = get_ipython()
    add_variables()
    add_second_interrupt()
    for patch, arguments in ((patch_streams, ()), (patch_thread, ()),
                             (patch_formatters, (shell,)),
                             (patch_socket, (shell.kernel.parent,))):
        try:
            patch(*arguments)
        except Exception:
            pass

_sandglass_setup()
del _sandglass_setup
)py";

std::string hex(std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const unsigned char byte : bytes) {
        text += digits[byte >> 4U];
        text += digits[byte & 0xFU];
    }
    return text;
}

} // namespace

std::string pythonSetup()
{
    return setup;
}

std::string pythonSetVariables(const StringMap &variables)
{
    std::string code = "__import__('_sandglass_variables').enter({";
    for (const auto &[name, value] : variables)
        code += "'" + hex(name) + "':'" + hex(value) + "',";
    return code + "})";
}

std::string pythonResetVariables()
{
    return "__import__('_sandglass_variables').leave()";
}

} // namespace Sandglass
