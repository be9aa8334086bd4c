"""Counts what holds, and prints what does not."""

import os
import traceback

passed = 0
failed = 0


def check(what, actual, expected):
    global passed, failed
    if actual == expected:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {what}: {actual!r} and not {expected!r}")


def section(test):
    """Runs one test; that it breaks off is a failed check."""

    def run(*args):
        global failed
        try:
            test(*args)
        except Exception as error:  # whatever Superset raises is a finding
            failed += 1
            print(f"FAILED {test.__name__}: {type(error).__name__}: {str(error)[:1500]}")
            if os.environ.get("TRACE"):
                traceback.print_exc()

    return run
