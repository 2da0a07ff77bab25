# SPDX-License-Identifier: GPL-3.0-or-later
"""Children that end with their user, and what processes cost, read from /proc."""

import collections
import contextlib
import os
import subprocess
import time

Cost = collections.namedtuple("Cost", "cpu switches")


class Children(contextlib.ExitStack):
    """Ends all that was started through it, by its process id, in the opposite order, whatever happens."""

    def start(self, command, **options):
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, **options)
        self.callback(end, child)
        return child

    def x_server(self, command, log):
        """Its process and its display."""
        reader, writer = os.pipe()
        with os.fdopen(reader) as told:
            with open(log, "w", encoding="utf-8") as file:
                server = self.start([*command, "-displayfd", str(writer)], pass_fds=[writer], stdout=file, stderr=file)
            os.close(writer)
            number = told.readline().strip()
        if not number:
            raise RuntimeError(f"{command[0]} did not start; see {log}")
        return server, ":" + number


def end(child):
    if child.poll() is None:
        child.terminate()
        try:
            child.wait(3)
        except subprocess.TimeoutExpired:
            child.kill()
    child.wait()
    for pipe in (child.stdout, child.stderr):
        if pipe:
            pipe.close()


def family(pid):
    """The process and all that descends from it."""
    parents = {}
    for entry in filter(str.isdigit, os.listdir("/proc")):
        with contextlib.suppress(OSError), open(f"/proc/{entry}/stat", encoding="utf-8") as file:
            parents[int(entry)] = int(file.read().rpartition(")")[2].split()[1])
    members = {pid}
    while grown := {child for child, parent in parents.items() if parent in members} - members:
        members |= grown
    return members


def lines_of(path):
    with contextlib.suppress(OSError), open(path, encoding="utf-8") as file:
        return file.read().splitlines()
    return []


def cost(pid):
    """Seconds of the processor and voluntary context switches so far. By the scheduler's own clock: utime and stime
    count in hundredths of a second, of which an idle process uses none for minutes."""
    cpu = switches = 0
    with contextlib.suppress(OSError):
        for task in os.listdir(f"/proc/{pid}/task"):
            folder = f"/proc/{pid}/task/{task}"
            cpu += sum(int(line.split()[0]) for line in lines_of(folder + "/schedstat")) / 1e9
            switches += sum(int(line.split()[1]) for line in lines_of(folder + "/status")
                            if line.startswith("voluntary_ctxt_switches"))
    return Cost(cpu, switches)


def costs_during(pids, seconds):
    """What each of them costs from now on; when that began and ended, by the monotonic clock."""
    began, before = time.monotonic(), {pid: cost(pid) for pid in pids}
    time.sleep(seconds)
    after, ended = {pid: cost(pid) for pid in pids}, time.monotonic()
    return {pid: Cost(after[pid].cpu - before[pid].cpu, after[pid].switches - before[pid].switches)
            for pid in pids}, began, ended


def memory(pid):
    """Proportional set size in MiB."""
    return sum(int(line.split()[1]) for line in lines_of(f"/proc/{pid}/smaps_rollup") if line.startswith("Pss:")) / 1024
