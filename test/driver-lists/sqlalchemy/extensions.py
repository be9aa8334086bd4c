"""Millrace has no extensions: the tests' database is prepared without them, as SQLAlchemy does it for PostgreSQL before 13."""

import os


def pytest_configure(config):
    if os.environ["SERVER"] == "millrace":
        from sqlalchemy.dialects.postgresql import provision

        provision._extensions.clear()
