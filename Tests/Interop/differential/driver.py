"""The program of Tests/Driver, asked many questions at once."""
import os
import subprocess
import sys


class Batch:
    """Requests with the answers that are expected, asked and compared by the thousand."""

    # Enough to make starting the program cheap, few enough to be held in memory.
    LIMIT = 4_000_000

    def __init__(self, path, engine, lie=None):
        self.path = path
        self.environment = {**os.environ, "RS256_ENGINE": engine}
        if lie is not None:
            self.environment["RS256_LIE"] = str(lie)
        self.restart = []
        self.begin()
        self.differences = []
        self.contexts = set()

    def begin(self):
        self.requests, self.expected, self.size = list(self.restart), [None] * len(self.restart), 0

    def context(self, *words):
        """A request whose effect lasts, such as the key to use; its answer is kept in `contexts`."""
        if self.size > self.LIMIT:
            self.flush()
        self.restart = ["\t".join(words)]
        self.requests += self.restart
        self.expected.append(None)

    def ask(self, expected, *words):
        """A request, and its answer if both sides agree."""
        self.requests.append("\t".join(words))
        self.expected.append(expected)
        self.size += len(self.requests[-1]) + len(expected)
        if self.size > self.LIMIT:
            self.flush()

    def flush(self):
        """Asks what has been collected, and keeps the differences."""
        if self.size > 0:
            lines = "".join(request + "\n" for request in self.requests)
            process = subprocess.run([self.path], input=lines, env=self.environment, capture_output=True, text=True)
            answers = process.stdout.split("\n")[:-1]
            if process.returncode != 0 or len(answers) != len(self.requests):
                sys.exit(f"error: the driver ended with {process.returncode} after {len(answers)} answers, asked\n"
                         f"{self.requests[min(len(answers), len(self.requests) - 1)]}\n{process.stderr[-2000:]}")
            for request, expected, answer in zip(self.requests, self.expected, answers):
                if expected is None:
                    self.contexts.add(answer)
                if answer.startswith("error") or (expected is not None and answer != expected):
                    self.differences.append((request, expected, answer))
        self.begin()


class Batches:
    """The same requests to several drivers."""

    def __init__(self, batches):
        self.batches = batches

    def context(self, *words):
        for batch in self.batches:
            batch.context(*words)

    def ask(self, expected, *words):
        for batch in self.batches:
            batch.ask(expected, *words)
