"""The tests name the database of their pools: `postgres`. It is the one that $PGDATABASE names."""

import os

from asyncpg._testbase import ClusterTestCase

spec = ClusterTestCase.get_connection_spec.__func__


def get_connection_spec(cls, kwargs={}):
    if kwargs.get("database") == "postgres":
        kwargs = {**kwargs, "database": os.environ["PGDATABASE"]}
    return spec(cls, kwargs)


ClusterTestCase.get_connection_spec = classmethod(get_connection_spec)
