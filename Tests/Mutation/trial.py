"""Runs the tests with one mutant active."""
import mmap
import os
import re
import resource
import signal
import subprocess
import tempfile

# CPU seconds beyond what a suite takes without a mutant, and memory, after which a mutant counts as killed.
MORE_SECONDS = 20
MEMORY = 8 << 30


class Suites:
    """The suites of the program's tests: how long each takes, and which mutants it reaches."""

    def __init__(self, program):
        self.runner = program.runner()
        tests = subprocess.run([self.runner, *LIBRARY, "--list-tests"], capture_output=True, text=True, check=True).stdout
        names = sorted({"/".join(line.split("/")[:1]) for line in tests.splitlines() if "/" in line})
        self.seconds, self.reached = {}, {}
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
        """The first suite that fails with the mutant, fastest first; None if all that reach it pass."""
        for suite in sorted(self.seconds, key=self.seconds.get):
            if mutant.number in self.reached[suite]:
                status, _, _ = self.run(suite, {"RS256_MUTANT": str(mutant.number)}, stop_at_failure=True)
                if status != 0:
                    return suite
        return None


LIBRARY = ["--testing-library", "swift-testing"]
