"""pytest's plugin of the lists (`-p results`): one line per test in the file $RESULTS, `passed|failed|skipped<TAB>id`.

A test whose process died before it came to an end has failed. $LEFT_OUT names files of patterns, one a line before a tab: those
tests are not run."""

import fnmatch
import os

import pytest

PATTERNS = []
for name in os.environ.get("LEFT_OUT", "").split(":"):
    if os.path.exists(name):
        with open(name) as lines:
            PATTERNS += [line.split("\t")[0] for line in lines if line.strip()]

outcomes = {}


def pytest_collection_modifyitems(config, items):
    left = [item for item in items if any(fnmatch.fnmatchcase(item.nodeid, p.replace("[", "[[]")) for p in PATTERNS)]
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item not in left]


@pytest.hookimpl(trylast=True)
def pytest_collection_finish(session):
    for item in session.items:
        outcomes[item.nodeid] = "not run"


def pytest_collectreport(report):
    if report.failed:
        outcomes[report.nodeid] = "failed"


def pytest_runtest_logreport(report):
    was = outcomes.get(report.nodeid, "not run")
    if report.failed:
        now = "failed"
    elif was == "failed":
        now = was
    elif report.skipped:
        now = "skipped" if was == "not run" else was
    elif report.when == "call" or hasattr(report, "context"):
        now = "passed"
    else:
        now = was
    outcomes[report.nodeid] = now


def pytest_sessionfinish(session):
    if hasattr(session.config, "workerinput"):
        return
    with open(os.environ["RESULTS"], "w") as out:
        for nodeid in sorted(outcomes):
            outcome = outcomes[nodeid]
            out.write(f"{'failed' if outcome == 'not run' else outcome}\t{nodeid}\n")
