# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of the remote desktop: our view beside a bare libvncclient window and beside vncviewer, each on a display
of its own, in turn, against the same served desktop."""

import contextlib
import os
import re
import shutil
import socket
import statistics
import subprocess
import tempfile
import time

from figures import BUILD, figure, percentile
from processes import Children, costs_during, family, memory

ROUNDS = 3
WARM_UP = 2
SECONDS = 8
IDLE_WARM_UP = 4
KEYS = 100
DESKTOP = "1920x1080"
SCREEN = "2048x1152x24"  # of the viewers: nothing has to be scaled or scrolled
QUALITY = 8
# What Xvnc and x11vnc write when a viewer comes, and Xvnc when one has left.
CONNECTED = r"Connections: [Aa]ccepted|Got connection from client"
UPDATES = r"Framebuffer updates: (\d+)"


def program(name):
    return os.path.join(BUILD, "bench", name)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def patiently(condition, complaint):
    deadline = time.monotonic() + 10
    while not condition():
        if time.monotonic() > deadline:
            raise RuntimeError(complaint)
        time.sleep(0.05)


class Served:
    """A desktop that a real server serves: Xvnc, or x11vnc as E2B starts it."""

    def __init__(self, kind, children, folder):
        self.kind = kind
        self.log = os.path.join(folder, kind + ".log")
        self.port = free_port()
        if kind == "Xvnc":
            _, self.display = children.x_server(
                ["Xvnc", "-geometry", DESKTOP, "-depth", "24", "-rfbport", str(self.port), "-localhost", "-nolisten", "tcp",
                 "-SecurityTypes", "None", "-AlwaysShared"], self.log)
        else:
            _, self.display = children.x_server(["Xvfb", "-screen", "0", DESKTOP + "x24", "-nolisten", "tcp"], self.log)
            with open(self.log, "a", encoding="utf-8") as log:
                children.start(["x11vnc", "-display", self.display, "-forever", "-wait", "50", "-shared", "-nopw",
                                "-localhost", "-rfbport", str(self.port)], stdout=log, stderr=log)
        patiently(self.is_there, f"there is no desktop; see {self.log}")

    def is_there(self):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1) as probe:
            probe.settimeout(5)
            return probe.recv(12).startswith(b"RFB ")

    def logged(self, pattern):
        with open(self.log, encoding="utf-8", errors="replace") as file:
            return re.findall(pattern, file.read())


class Viewer:
    """One of the programs that are compared, with its own display server."""

    def __init__(self, name, children, folder):
        self.name = name
        self.folder = folder
        self.frames = []
        self.server, self.display = children.x_server(["Xvfb", "-screen", "0", SCREEN, "-nolisten", "tcp"],
                                                      os.path.join(folder, name + "-display.log"))
        self.environment = dict(os.environ, DISPLAY=self.display, QT_QPA_PLATFORM="xcb", NO_AT_BRIDGE="1", HOME=folder,
                                XDG_CONFIG_HOME=folder, XDG_CACHE_HOME=folder)
        for variable in ("WAYLAND_DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS"):
            self.environment.pop(variable, None)

    def command(self, port, seconds):
        if self.name == "sandglass":
            return [os.path.join(BUILD, "app", "sandglass"), f"vnc://127.0.0.1:{port}"]
        if self.name == "vncviewer":
            return ["vncviewer", "-AutoSelect=0", "-PreferredEncoding=Tight", f"-QualityLevel={QUALITY}",
                    "-CompressLevel=1", "-RemoteResize=0", "-AlertOnFatalError=0", "-ReconnectOnError=0",
                    f"127.0.0.1::{port}"]
        return [program(self.name), "--quality", str(QUALITY), "--seconds", str(seconds), f"127.0.0.1:{port}"]

    @contextlib.contextmanager
    def running(self, served, seconds=0):
        """The viewer's process, connected. With `seconds` it ends by itself then, and `frames` are the times at which
        it showed one, if it tells."""
        output, log = (os.path.join(self.folder, f"{self.name}.{end}") for end in ("frames", "log"))
        before = len(served.logged(CONNECTED))
        with Children() as children, open(output, "w", encoding="utf-8") as frames, \
                open(log, "a", encoding="utf-8") as errors:
            process = children.start(self.command(served.port, seconds), env=self.environment, stdout=frames,
                                     stderr=errors)
            patiently(lambda: len(served.logged(CONNECTED)) > before, f"{self.name} does not connect; see {log}")
            yield process
            if process.poll() is not None:
                raise RuntimeError(f"{self.name} ended too soon; see {log}")
            if seconds and self.name != "vncviewer":
                process.wait(seconds + 10)
        with open(output, encoding="utf-8") as shown:
            self.frames = [float(line) for line in shown]


@contextlib.contextmanager
def scene(name, display):
    with Children() as children:
        drawer = children.start([program("scene"), name], env=dict(os.environ, DISPLAY=display), stdout=subprocess.PIPE,
                                text=True)
        if drawer.stdout.readline() != "ready\n":
            raise RuntimeError(f"the scene {name} could not be drawn")
        yield


def frames_shown(viewer, served, left, began, ended, stayed):
    """In the measured time. A viewer that paints an update of the server in parts has shown one frame, and of one that
    does not tell what it paints, what it was sent counts, evenly."""
    shown = sum(began <= time <= ended for time in viewer.frames)
    if served.kind != "Xvnc":
        return shown
    patiently(lambda: len(served.logged(UPDATES)) > left, "Xvnc does not say what it has sent")
    sent = int(served.logged(UPDATES)[-1])
    if viewer.name == "vncviewer":
        return sent * (ended - began) / stayed
    return shown * min(1, sent / max(1, len(viewer.frames)))


def measure_frames(viewer, served):
    """Milliseconds of the processor for each frame it shows, by process, and frames per second."""
    left = len(served.logged(UPDATES))
    with viewer.running(served, WARM_UP + SECONDS + 3) as process:
        connected = time.monotonic()
        time.sleep(WARM_UP)
        members = family(process.pid)
        costs, began, ended = costs_during(members | {viewer.server.pid}, SECONDS)
        stayed = ended - connected
    frames = frames_shown(viewer, served, left, began, ended, stayed)
    if not frames:
        raise RuntimeError(f"{viewer.name} showed nothing")
    parts = {"view": costs[process.pid].cpu, "display": costs[viewer.server.pid].cpu,
             "decoder": sum(costs[pid].cpu for pid in members - {process.pid})}
    spent = {part: seconds * 1000 / frames for part, seconds in parts.items()}
    return {"all": sum(spent.values()), **spent, "rate": frames / (ended - began)}


def measure_idle(viewer, served):
    """Percent of a processor, wake-ups a second and MiB, without the display server."""
    with viewer.running(served) as process:
        time.sleep(IDLE_WARM_UP)
        members = family(process.pid)
        costs, began, ended = costs_during(members, SECONDS)
        memories = sum(memory(pid) for pid in members)
    return {"cpu": sum(part.cpu for part in costs.values()) / (ended - began) * 100,
            "switches": sum(part.switches for part in costs.values()) / (ended - began), "memory": memories}


def measure_keys(viewer, served):
    """Milliseconds from each key press to its pixel."""
    with viewer.running(served):
        time.sleep(WARM_UP)
        output = subprocess.run([program("keytopixel"), str(KEYS)], env=viewer.environment, check=True,
                                stdout=subprocess.PIPE, text=True, timeout=60 + KEYS).stdout
    times = [float(line) for line in output.split()]
    return {"p50": percentile(times, 50), "p95": percentile(times, 95)}


def in_turn(measure, name, viewers, served):
    """The medians of all rounds, by viewer and by what was measured."""
    rounds = {viewer.name: [] for viewer in viewers}
    with scene(name, served.display):
        for _ in range(ROUNDS):
            for viewer in viewers:
                rounds[viewer.name].append(measure(viewer, served))
    print(f"desktop, {name}: load {os.getloadavg()[0]:.1f}", flush=True)
    return {name: {key: statistics.median(run[key] for run in runs) for key in runs[0]} for name, runs in rounds.items()}


def frame_rows(title, measured, judged=True):
    title = f"{title}, JPEG {QUALITY}"
    bare, ours = measured["barevnc"], measured["desktop"]
    verdict = ("<= 1.5x", ours["all"] <= 1.5 * bare["all"]) if judged else (None, None)
    rows = [figure(f"{title}, CPU per shown frame", ours["all"], "ms", bare["all"], *verdict),
            figure("  of it the view", ours["view"], "ms", bare["view"]),
            figure("  of it the decoder", ours["decoder"], "ms", None),
            figure("  of it the display server", ours["display"], "ms", bare["display"]),
            figure("  frames shown", ours["rate"], "1/s", bare["rate"])]
    if "vncviewer" in measured:
        rows.append(figure(f"{title}, CPU per shown frame, vncviewer", measured["vncviewer"]["all"], "ms", bare["all"]))
    return rows


def idle_rows(measured):
    rows = []
    for name, title in (("desktop", "view"), ("sandglass", "sandglass vnc://"), ("vncviewer", "vncviewer")):
        if name not in measured:
            continue
        bare, ours, judged = measured["barevnc"], measured[name], name != "vncviewer"
        rows += [figure(f"idle desktop, {title}: CPU", ours["cpu"], "%", bare["cpu"],
                        *(("<= 0.1 %", ours["cpu"] <= 0.1) if judged else ())),
                 figure(f"idle desktop, {title}: wake-ups", ours["switches"], "1/s", bare["switches"],
                        *(("<= 10/s", ours["switches"] <= 10) if judged else ())),
                 figure(f"idle desktop, {title}: memory, PSS", ours["memory"], "MiB", bare["memory"],
                        *(("<= 60 MiB", ours["memory"] <= 60) if judged else ()))]
    return rows


def key_rows(measured):
    rows = []
    for name, title in (("desktop", "view"), ("vncviewer", "vncviewer")):
        for key in ("p50", "p95") if name in measured else ():
            ours, bare = measured[name][key], measured["barevnc"][key]
            rows.append(figure(f"key to pixel, {title}, {key} of {KEYS}", ours, "ms", bare,
                               *(("<= +1 ms", ours - bare <= 1) if name == "desktop" else ())))
    return rows


def bench_desktop():
    with tempfile.TemporaryDirectory() as folder, Children() as children:
        names = ["barevnc", "desktop"]
        if shutil.which("vncviewer"):
            names.append("vncviewer")
        else:
            print("vncviewer is not installed: its rows are missing")
        viewers = [Viewer(name, children, folder) for name in names]
        xvnc = Served("Xvnc", children, folder)
        rows = frame_rows("video 960x540, 30/s", in_turn(measure_frames, "video", viewers, xvnc))
        rows += frame_rows("text 1200x800, 20/s", in_turn(measure_frames, "scroll", viewers, xvnc))
        rows += idle_rows(in_turn(measure_idle, "idle", [*viewers, Viewer("sandglass", children, folder)], xvnc))
        rows += key_rows(in_turn(measure_keys, "flip", viewers, xvnc))
        x11vnc = Served("x11vnc", children, folder)
        rows += frame_rows("video of x11vnc", in_turn(measure_frames, "video", viewers[:2], x11vnc), judged=False)
        return rows + frame_rows("text of x11vnc", in_turn(measure_frames, "scroll", viewers[:2], x11vnc), judged=False)
