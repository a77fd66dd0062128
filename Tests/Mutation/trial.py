"""Runs the tests with one mutant active."""
import mmap
import os
import pathlib
import re
import resource
import signal
import subprocess
import tempfile
import threading
import time

# CPU seconds beyond what a suite takes without a mutant, and memory, after which a mutant counts as killed.
MORE_SECONDS = 20
MEMORY = 8 << 30
# After how many seconds without any work a mutant is one that never ends.
ASLEEP_SECONDS = 20
# What starting the program costs.
START_SECONDS = 0.1


class Suites:
    """The suites of the program's tests: how long each takes, and which mutants it reaches."""

    def __init__(self, program):
        self.runner = program.runner()
        tests = subprocess.run([self.runner, *LIBRARY, "--list-tests"], capture_output=True, text=True, check=True).stdout
        names = sorted({"/".join(line.split("/")[:1]) for line in tests.splitlines() if "/" in line})
        self.seconds, self.reached = {}, {}
        # How often a suite was run with mutants of a file, and how many of them it killed.
        self.history = {}
        for name in names:
            with tempfile.NamedTemporaryFile() as file:
                file.truncate(program.count)
                status, output, seconds = self.run(name, {"RS256_MUTANTS_REACHED": file.name})
                if status != 0 or not re.search(r"Test run with [1-9]\d* test", output):
                    raise SystemExit(f"error: {name} fails without a mutant\n{output[-3000:]}")
                self.seconds[name] = seconds
                reached = mmap.mmap(file.fileno(), program.count).read()
                self.reached[name] = {number for number, byte in enumerate(reached) if byte}

    def run(self, suite, environment, stop_at_failure=False):
        """Runs one suite. Returns the exit status, the output, and the seconds of CPU."""
        limit = int(self.seconds.get(suite, 300) * 5 + MORE_SECONDS)

        def confine():
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

        process = subprocess.Popen(
            [self.runner, *LIBRARY, "--filter", "^" + re.escape(suite) + "/"], stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, preexec_fn=confine,
            env={**os.environ, "SWIFT_BACKTRACE": "enable=no", "NO_COLOR": "1", **environment})
        threading.Thread(target=end_when_asleep, args=(process.pid,), daemon=True).start()
        lines = []
        for line in process.stdout:
            lines.append(line.decode(errors="replace"))
            if stop_at_failure and "✘" in lines[-1]:
                # Not process.kill(), which may take the exit status away.
                os.kill(process.pid, signal.SIGKILL)
                break
        process.stdout.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return process.returncode, "".join(lines), usage.ru_utime + usage.ru_stime

    def killer(self, mutant):
        """The first suite that fails with the mutant; None if all that reach it pass.

        The order is that of the expected time until a failure: by the seconds of a suite for each mutant of the same file
        that it kills, as far as that is known.
        """
        def cost(suite):
            runs, kills = self.history.get((mutant.path, suite), (0, 0))
            return (self.seconds[suite] + START_SECONDS) * (runs + 2) / (kills + 1)

        for suite in sorted((name for name in self.seconds if mutant.number in self.reached[name]), key=cost):
            status, _, _ = self.run(suite, {"RS256_MUTANT": str(mutant.number)}, stop_at_failure=True)
            runs, kills = self.history.get((mutant.path, suite), (0, 0))
            self.history[mutant.path, suite] = runs + 1, kills + (status != 0)
            if status != 0:
                return suite
        return None


def end_when_asleep(pid):
    """Ends a process that has done nothing for long and waits for nothing that will come: a mutant that never ends."""
    asleep, used = 0, None
    while asleep < ASLEEP_SECONDS:
        time.sleep(1)
        try:
            # The fields behind the name, which may have spaces: the state, and the ticks of CPU.
            fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return
        before, used = used, fields[11:13]
        asleep = asleep + 1 if fields[0] == "S" and used == before else 0
    os.kill(pid, signal.SIGKILL)


LIBRARY = ["--testing-library", "swift-testing"]
