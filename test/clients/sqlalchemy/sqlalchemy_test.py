"""SQLAlchemy 2 over psycopg 3, psycopg2 and asyncpg: tables made by it, the ORM, reflection of everything, pandas.

Needs PGURL and requirements.txt. Prints a line a failed check and a last line "N passed, N failed".
"""

import asyncio
import datetime as dt
import decimal
import enum
import os
import sys
import traceback

import pandas
import sqlalchemy as sa
from sqlalchemy import orm
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.ext.asyncio import create_async_engine

URL = os.environ["PGURL"].replace("postgres://", "postgresql://", 1)
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
    global failed

    def run(*args):
        global failed
        try:
            test(*args)
        except Exception as error:  # whatever a driver raises is a finding
            failed += 1
            print(f"FAILED {test.__name__}{args}: {type(error).__name__}: {str(error)[:1500]}")
            if os.environ.get("TRACE"):
                traceback.print_exc()

    return run


class Mood(enum.Enum):
    glad = "glad"
    sad = "sad"


class Base(orm.DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "author"
    __table_args__ = (
        sa.UniqueConstraint("name", "born", name="author_name_born"),
        sa.CheckConstraint("length(name) > 0", name="author_name_not_empty"),
        sa.Index("author_by_born", "born", sa.text("name DESC")),
        sa.Index("author_glad", "name", postgresql_where=sa.text("mood = 'glad'")),
        {"comment": "who writes"},
    )
    id: orm.Mapped[int] = orm.mapped_column(primary_key=True)
    name: orm.Mapped[str] = orm.mapped_column(sa.String(40), comment="as on the cover")
    born: orm.Mapped[dt.date | None]
    mood: orm.Mapped[Mood | None] = orm.mapped_column(sa.Enum(Mood, name="mood"))
    fee: orm.Mapped[decimal.Decimal] = orm.mapped_column(sa.Numeric(10, 2), server_default=sa.text("9.50"))
    tags: orm.Mapped[list[str] | None] = orm.mapped_column(pg.ARRAY(sa.Text))
    notes: orm.Mapped[dict | None] = orm.mapped_column(pg.JSONB)
    books: orm.Mapped[list["Book"]] = orm.relationship(back_populates="author", cascade="all, delete-orphan")


class Book(Base):
    __tablename__ = "book"
    isbn: orm.Mapped[str] = orm.mapped_column(sa.CHAR(13), primary_key=True)
    author_id: orm.Mapped[int] = orm.mapped_column(
        sa.ForeignKey("author.id", name="book_author", ondelete="CASCADE", deferrable=True, initially="DEFERRED")
    )
    title: orm.Mapped[str]
    pages: orm.Mapped[int] = orm.mapped_column(sa.SmallInteger)
    words: orm.Mapped[int] = orm.mapped_column(sa.BigInteger, sa.Computed("pages * 300", persisted=True))
    number: orm.Mapped[int] = orm.mapped_column(sa.Integer, sa.Identity(always=True, start=10, increment=5))
    printed: orm.Mapped[dt.datetime | None] = orm.mapped_column(sa.DateTime(timezone=True))
    author: orm.Mapped[Author] = orm.relationship(back_populates="books")


NOON = dt.datetime(2024, 2, 29, 12, tzinfo=dt.timezone.utc)


@section
def tables_and_orm(engine):
    Base.metadata.drop_all(engine)
    Base.metadata.create_all(engine)
    Base.metadata.create_all(engine)  # finds all of them there
    with orm.Session(engine) as session:
        ada = Author(name="Ada", born=dt.date(1815, 12, 10), mood=Mood.glad, tags=["a", "b c"], notes={"x": [1, None]})
        ada.books.append(Book(isbn="1234567890123", title="Notes", pages=66, printed=NOON))
        session.add_all([ada, Author(name="Bob"), Author(name="Cy", mood=Mood.sad)])
        session.commit()
        check("key given by the server", ada.id, 1)
        check("default of the server", ada.fee, decimal.Decimal("9.50"))
        check("generated column", ada.books[0].words, 19800)
        check("identity", ada.books[0].number, 10)
        check("enum", session.scalars(sa.select(Author.mood).order_by(Author.id)).all(), [Mood.glad, None, Mood.sad])
        check("array", session.scalar(sa.select(Author.tags).where(Author.id == 1)), ["a", "b c"])
        check("element", session.scalar(sa.select(Author.tags[2]).where(Author.id == 1)), "b c")
        check("any", session.scalar(sa.select(Author.name).where(Author.tags.any("b c"))), "Ada")
        check("jsonb", session.scalar(sa.select(Author.notes).where(Author.id == 1)), {"x": [1, None]})
        check("json path", session.scalar(sa.select(Author.notes["x"][0].as_integer()).where(Author.id == 1)), 1)
        check("contains", session.scalar(sa.select(Author.id).where(Author.notes.contains({"x": [1]}))), 1)
        check("instant", session.scalar(sa.select(Book.printed)), NOON)
        check("join", session.execute(sa.select(Author.name, Book.title).join(Book)).all(), [("Ada", "Notes")])
        eager = session.scalars(sa.select(Author).options(orm.selectinload(Author.books)).order_by(Author.id)).all()
        check("selectinload", [len(a.books) for a in eager], [1, 0, 0])
        eager = session.scalars(sa.select(Author).options(orm.joinedload(Author.books))).unique().all()
        check("joinedload", len(eager), 3)
        ada.name = "Ada L."
        session.flush()
        nested = session.begin_nested()
        session.add(Author(name=""))
        try:
            session.flush()
            check("check constraint", "accepted", "refused")
        except sa.exc.IntegrityError as error:
            check("check constraint", "author_name_not_empty" in str(error.orig), True)
        nested.rollback()
        session.commit()
        check("after a savepoint", session.scalar(sa.select(Author.name).where(Author.id == 1)), "Ada L.")
        session.delete(ada)
        session.commit()
        check("cascade", session.scalar(sa.select(sa.func.count()).select_from(Book)), 0)


@section
def statements(engine):
    author = Author.__table__
    with engine.begin() as connection:
        rows = [{"name": f"n{i}", "born": dt.date(2000, 1, 1) + dt.timedelta(i)} for i in range(2000)]
        result = connection.execute(sa.insert(author).returning(author.c.id), rows)
        check("insertmanyvalues", len(result.all()), 2000)
        upsert = pg.insert(author).values(name="n1", born=dt.date(2000, 1, 2), fee=1)
        upsert = upsert.on_conflict_do_update(constraint="author_name_born", set_={"fee": upsert.excluded.fee + 1})
        check("upsert", connection.execute(upsert.returning(author.c.fee)).scalar(), decimal.Decimal("2.00"))
        updated = connection.execute(sa.update(author).where(author.c.name.like("n1%")).values(fee=author.c.fee * 2))
        check("rows updated", updated.rowcount, 1111)
        deleted = connection.execute(sa.delete(author).where(author.c.name.in_(["n1", "n2"])).returning(author.c.name))
        check("rows deleted", sorted(deleted.scalars()), ["n1", "n2"])
        window = sa.func.row_number().over(order_by=author.c.born.desc())
        last = connection.execute(sa.select(author.c.name, window).where(author.c.born.is_not(None)).limit(2))
        check("window", last.all(), [("n1999", 1), ("n1998", 2)])
        streamed = connection.execution_options(yield_per=100).execute(sa.select(author.c.id))
        check("streamed", sum(1 for _ in streamed), 2000)
        tree = sa.select(sa.literal(1).label("n")).cte(recursive=True)
        tree = tree.union_all(sa.select(tree.c.n + 1).where(tree.c.n < 5))
        check("recursive", connection.scalar(sa.select(sa.func.sum(tree.c.n))), 15)
    with engine.connect().execution_options(isolation_level="SERIALIZABLE") as connection:
        check("isolation level", connection.get_isolation_level(), "SERIALIZABLE")
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        check("autocommit", connection.scalar(sa.text("SELECT 1")), 1)
    check("server version", engine.dialect.server_version_info[0], 15)


@section
def reflection(engine):
    with engine.begin() as connection:
        for drop in ["MATERIALIZED VIEW IF EXISTS by_mood", "VIEW IF EXISTS names", "TABLE IF EXISTS other.many"]:
            connection.exec_driver_sql(f"DROP {drop}")
        connection.exec_driver_sql("DROP SCHEMA IF EXISTS other")
        connection.exec_driver_sql("DROP DOMAIN IF EXISTS positive")
        connection.exec_driver_sql("CREATE VIEW names AS SELECT id, name FROM author")
        connection.exec_driver_sql("CREATE SCHEMA other")
        connection.exec_driver_sql("CREATE DOMAIN positive AS integer NOT NULL DEFAULT 1 CHECK (VALUE > 0)")
        columns = [
            "a smallint", "b integer", "c bigint DEFAULT 7", "d real", "e double precision", "f numeric(12,3)", "g numeric",
            "h text", "i varchar(9)", "j char(4)", "k boolean NOT NULL DEFAULT true", "l date", "m time", "n timestamp(3)",
            "o timestamptz", "p interval", "q uuid", "r json", "s jsonb", "t bytea", "u int[]", "v inet", "w int4range",
            "x mood", "y positive", "z serial",
        ]  # fmt: skip
        connection.exec_driver_sql(f"CREATE TABLE other.many ({', '.join(columns)})")
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("CREATE MATERIALIZED VIEW by_mood AS SELECT mood, count(*) AS n FROM author GROUP BY 1")
    look = sa.inspect(engine)
    check("schemas", sorted(set(look.get_schema_names()) - {"millrace", "mz_catalog", "mz_internal", "rw_catalog"}), SCHEMAS)
    check("default schema", look.default_schema_name, "public")
    check("tables", sorted(look.get_table_names()), ["author", "book"])
    check("tables of a schema", look.get_table_names("other"), ["many"])
    check("views", look.get_view_names(), ["names"])
    check("materialized views", look.get_materialized_view_names(), ["by_mood"])
    check("has table", [look.has_table(t) for t in ["author", "names", "by_mood", "nix"]], [True, True, True, False])
    check("sequences", sorted(look.get_sequence_names()), ["author_id_seq", "book_number_seq"])
    check("view definition", " ".join(look.get_view_definition("names").split()), VIEW)
    check("comment", look.get_table_comment("author"), {"text": "who writes"})
    check("primary key", look.get_pk_constraint("author"), PRIMARY_KEY)
    check("foreign keys", look.get_foreign_keys("book"), FOREIGN_KEYS)
    check("unique", look.get_unique_constraints("author"), UNIQUE)
    checks = look.get_check_constraints("author")
    check("checks", [(c["name"], c["sqltext"]) for c in checks], [("author_name_not_empty", "length(name::text) > 0")])
    check("indexes", [(i["name"], i["unique"]) for i in look.get_indexes("author")], INDEXES)
    check("index columns", [i["column_names"] for i in look.get_indexes("author")], [["born", "name"], ["name"], ["name", "born"]])
    check("enums", look.get_enums(), [{"name": "mood", "schema": "public", "visible": True, "labels": ["glad", "sad"]}])
    check("domains", [(d["name"], d["type"], d["nullable"], d["default"]) for d in look.get_domains()], DOMAINS)
    book = {c["name"]: c for c in look.get_columns("book")}
    check("computed", book["words"].get("computed"), {"sqltext": "(pages * 300)", "persisted": True})
    check("identity", (book["number"].get("identity") or {}).get("start"), 10)
    many = look.get_columns("many", "other")
    types = [c["type"].compile(engine.dialect) if c["name"] not in "xy" else str(c["type"].name) for c in many]
    check("types", types, TYPES)
    check("defaults", [(c["name"], c["default"]) for c in many if c["default"]], DEFAULTS)
    check("nullable", [c["name"] for c in many if not c["nullable"]], ["k", "y", "z"])
    meta = sa.MetaData()
    meta.reflect(engine, views=True)
    check("reflected", sorted(meta.tables), ["author", "book", "by_mood", "names"])
    check("reflected column comment", meta.tables["author"].c.name.comment, "as on the cover")
    check("dependency order", [t.name for t in meta.sorted_tables if t.name in ("author", "book")], ["author", "book"])
    multi = look.get_multi_columns(kind=sa.engine.reflection.ObjectKind.ANY)
    check("all kinds at once", sorted(key[1] for key in multi), ["author", "book", "by_mood", "names"])


SCHEMAS = ["information_schema", "other", "public"]
VIEW = "SELECT author.id, author.name FROM author;"
PRIMARY_KEY = {"constrained_columns": ["id"], "name": "author_pkey", "comment": None, "dialect_options": {"postgresql_include": []}}
FOREIGN_KEYS = [
    {
        "name": "book_author",
        "constrained_columns": ["author_id"],
        "referred_schema": None,
        "referred_table": "author",
        "referred_columns": ["id"],
        "options": {"ondelete": "CASCADE", "deferrable": True, "initially": "DEFERRED"},
        "comment": None,
    }
]
UNIQUE = [
    {
        "column_names": ["name", "born"],
        "name": "author_name_born",
        "comment": None,
        "dialect_options": {"postgresql_include": [], "postgresql_nulls_not_distinct": False},
    }
]
INDEXES = [("author_by_born", False), ("author_glad", False), ("author_name_born", True)]
DOMAINS = [("positive", "integer", False, "1")]
TYPES = [
    "SMALLINT", "INTEGER", "BIGINT", "REAL", "DOUBLE PRECISION", "NUMERIC(12, 3)", "NUMERIC", "TEXT", "VARCHAR(9)", "CHAR(4)",
    "BOOLEAN", "DATE", "TIME WITHOUT TIME ZONE", "TIMESTAMP(3) WITHOUT TIME ZONE", "TIMESTAMP WITH TIME ZONE", "INTERVAL",
    "UUID", "JSON", "JSONB", "BYTEA", "INTEGER[]", "INET", "INT4RANGE", "mood", "positive", "INTEGER",
]  # fmt: skip
DEFAULTS = [("c", "7"), ("k", "true"), ("y", "1"), ("z", "nextval('other.many_z_seq'::regclass)")]


@section
def data_frames(engine):
    frame = pandas.DataFrame(
        {
            "n": [1, 2, 3],
            "x": [1.5, None, -2.25],
            "s": ["a", None, "ü"],
            "t": pandas.to_datetime(["2024-01-01 01:02:03.000004", None, "2024-02-29"], format="ISO8601"),
            "b": [True, False, True],
        }
    )
    frame.to_sql("frame", engine, if_exists="replace", index=False)
    frame.to_sql("frame", engine, if_exists="append", index=False, method="multi")
    back = pandas.read_sql("SELECT * FROM frame ORDER BY n, x LIMIT 6", engine)
    check("dtypes", [str(t) for t in back.dtypes], ["int64", "float64", "object", "datetime64[ns]", "bool"])
    check("rows", len(back), 6)
    check("values", back["x"].sum(), -1.5)
    check("instants", str(back["t"].max()), "2024-02-29 00:00:00")
    check("table", len(pandas.read_sql_table("frame", engine)), 6)
    chunks = pandas.read_sql(sa.text("SELECT generate_series(1, 1000) AS i"), engine, chunksize=300)
    check("chunks", [len(c) for c in chunks], [300, 300, 300, 100])
    frame.to_sql("frame", engine, if_exists="replace", index=True)
    check("index column", list(pandas.read_sql_table("frame", engine).columns), ["index", "n", "x", "s", "t", "b"])


@section
def asynchronous():
    async def run():
        engine = create_async_engine(URL.replace("://", "+asyncpg://"))
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.drop_all)
            await connection.run_sync(Base.metadata.create_all)
            await connection.execute(sa.insert(Author.__table__), [{"name": "x", "mood": Mood.sad, "notes": {"a": 1}}])
            found = (await connection.execute(sa.select(Author.__table__.c["name", "mood", "notes", "fee"]))).all()
            check("asyncpg rows", found, [("x", Mood.sad, {"a": 1}, decimal.Decimal("9.50"))])
            names = await connection.run_sync(lambda sync: sorted(sa.inspect(sync).get_table_names()))
            check("asyncpg reflection", "author" in names and "book" in names, True)
            streamed = await connection.stream(sa.text("SELECT generate_series(1, 1000)"))
            check("asyncpg stream", len([row async for row in streamed]), 1000)
        await engine.dispose()

    asyncio.run(run())


for driver in ["psycopg", "psycopg2"]:
    engine = sa.create_engine(URL.replace("://", f"+{driver}://"))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for drop in ["MATERIALIZED VIEW IF EXISTS by_mood", "VIEW IF EXISTS names", "TABLE IF EXISTS frame", "TABLE IF EXISTS other.many"]:
            connection.exec_driver_sql(f"DROP {drop}")
    before = failed
    tables_and_orm(engine)
    statements(engine)
    reflection(engine)
    data_frames(engine)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for drop in ["MATERIALIZED VIEW IF EXISTS by_mood", "VIEW IF EXISTS names", "TABLE IF EXISTS frame", "TABLE IF EXISTS other.many"]:
            connection.exec_driver_sql(f"DROP {drop}")
    if failed > before:
        print(f"({driver})")
    engine.dispose()
asynchronous()
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
