"""Django's own tests on psycopg 3: the settings, and a runner that writes $RESULTS. No other database is made for them."""

import fnmatch
import os
from contextlib import contextmanager
from unittest import TextTestResult

from django.db.backends.postgresql.base import DatabaseWrapper
from django.test.runner import DiscoverRunner, iter_test_cases

DATABASE = {
    "ENGINE": "django.db.backends.postgresql",
    "HOST": os.environ["PGHOST"],
    "PORT": os.environ["PGPORT"],
    "USER": os.environ["PGUSER"],
    "NAME": os.environ["PGDATABASE"],
    "OPTIONS": {"options": "-c statement_timeout=20s"},
}
DATABASES = {
    "default": {**DATABASE, "TEST": {"NAME": os.environ["PGDATABASE"]}},
    "other": {**DATABASE, "TEST": {"MIRROR": "default"}},
}
SECRET_KEY = "none"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
USE_TZ = False
TEST_RUNNER = "here.Runner"


@contextmanager
def cursor_of_the_database_itself(self):
    with self.cursor() as cursor:
        yield cursor


DatabaseWrapper._nodb_cursor = cursor_of_the_database_itself

with open(os.environ["LEFT_OUT"]) as lines:
    LEFT_OUT = [line.split("\t")[0] for line in lines if line.strip()]


class Result(TextTestResult):
    """A line for each test. One with a part that fails has failed."""

    file = open(os.environ["RESULTS"], "w", buffering=1)

    def startTest(self, test):
        self.outcome = "passed"
        super().startTest(test)

    def addFailure(self, test, err):
        self.outcome = "failed"
        super().addFailure(test, err)

    def addError(self, test, err):
        self.outcome = "failed"
        super().addError(test, err)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.outcome = "failed"
        super().addSubTest(test, subtest, err)

    def addSkip(self, test, reason):
        self.outcome = "skipped"
        super().addSkip(test, reason)

    def addExpectedFailure(self, test, err):
        self.outcome = "skipped"
        super().addExpectedFailure(test, err)

    def addUnexpectedSuccess(self, test):
        self.outcome = "skipped"
        super().addUnexpectedSuccess(test)

    def stopTest(self, test):
        print(self.outcome, test.id(), sep="\t", file=self.file)
        super().stopTest(test)


class Runner(DiscoverRunner):
    def build_suite(self, *args, **kwargs):
        suite = super().build_suite(*args, **kwargs)
        tests = [t for t in iter_test_cases(suite) if not any(fnmatch.fnmatchcase(t.id(), p) for p in LEFT_OUT)]
        return self.test_suite(tests)

    def get_resultclass(self):
        return Result
