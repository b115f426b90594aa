"""Runs the tests of one module of CPython's suite and appends a JSON line for each event to a file.

    python run_module.py NAME RESULTS [SKIPPED]

NAME is a module below the package `test` ("test_int", "test_asyncio.test_events"). SKIPPED is a file of test ids, one a
line, that an earlier run of the same module has settled: it crashed or ran out of time, and this one goes on after it.

Lines are written unbuffered: when the process dies, the last {"start": id} without a result names the test that killed it.
"""

import importlib
import json
import os
import sys
import time
import traceback
import unittest

NAME, RESULTS = sys.argv[1:3]
SETTLED = set()
if len(sys.argv) > 3:
    with open(sys.argv[3], encoding="utf-8") as file:
        SETTLED.update(file.read().splitlines())
OWNER = os.getpid()
DESCRIPTOR = os.open(RESULTS, os.O_WRONLY | os.O_CREAT | os.O_APPEND)


def record(**event):
    # A child that a test forked has this function too; its results are not ours.
    if os.getpid() == OWNER:
        os.write(DESCRIPTOR, (json.dumps(event) + "\n").encode())


def last_line(error):
    try:
        return traceback.format_exception_only(error[0], error[1])[-1].strip()[:300]
    except Exception:
        return error[0].__name__


class Recorder(unittest.TestResult):
    """The outcome of a test is its worst: a failing subtest makes the whole test fail."""

    def startTest(self, test):
        super().startTest(test)
        self.outcome = ("ok", "")
        self.began = time.perf_counter()
        record(start=test.id())

    def stopTest(self, test):
        super().stopTest(test)
        outcome, why = self.outcome
        record(id=test.id(), outcome=outcome, why=why, seconds=round(time.perf_counter() - self.began, 3))

    def settle(self, test, outcome, why, error=None):
        if error is not None:
            sys.stderr.write(f"\n{outcome}: {test.id()}\n{self._exc_info_to_string(error, test)}")
        if not isinstance(test, unittest.suite._ErrorHolder):
            if self.outcome[0] not in ("fail", "error"):
                self.outcome = (outcome, why)
        else:
            record(id=test.id(), outcome=outcome, why=why, seconds=0)

    def addFailure(self, test, error):
        self.settle(test, "fail", last_line(error), error)

    def addError(self, test, error):
        self.settle(test, "error", last_line(error), error)

    def addSkip(self, test, reason):
        if self.outcome[0] == "ok" or isinstance(test, unittest.suite._ErrorHolder):
            self.settle(test, "skip", reason)

    def addExpectedFailure(self, test, error):
        self.settle(test, "ok", "expected failure")

    def addUnexpectedSuccess(self, test):
        self.settle(test, "fail", "unexpected success")

    def addSubTest(self, test, subtest, error):
        if error is not None:
            failed = issubclass(error[0], test.failureException)
            sys.stderr.write(f"\n{subtest.id()}\n{self._exc_info_to_string(error, test)}")
            self.settle(test, "fail" if failed else "error", last_line(error))

    # For a test that stops without having started, as asyncio's own test case can.
    outcome = ("ok", "")
    began = time.perf_counter()


def without_settled(suite):
    tests = []
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            tests.append(without_settled(test))
        elif test.id() not in SETTLED:
            tests.append(test)
    return type(suite)(tests)


def main():
    # Tests of what other implementations may do otherwise are run too: this one says to be as CPython is.
    sys.implementation.name = "cpython"
    from test import support

    # As regrtest without -u: no network, no screen, no hours of arithmetic.
    support.use_resources = ()
    support.verbose = 0
    try:
        module = importlib.import_module(f"test.{NAME}")
    except unittest.SkipTest as reason:
        record(module="skip", why=str(reason))
        return
    except BaseException:
        traceback.print_exc()
        record(module="error", why=last_line(sys.exc_info()))
        return
    suite = unittest.TestLoader().loadTestsFromModule(module)
    without_settled(suite).run(Recorder())
    record(module="done")


main()
sys.stdout.flush()
sys.stderr.flush()
# Threads that a test left behind must not keep the process alive.
os._exit(0)
