// pgjdbc: types in text and binary, batches, fetch size, savepoints, generated keys, COPY, notifications, DatabaseMetaData.
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.sql.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.Callable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.util.PGobject;
import org.postgresql.util.PSQLException;

public class Test {
  static int passed = 0;
  static int failed = 0;

  static void check(String what, Object actual, Object expected) {
    if (Objects.equals(String.valueOf(actual), String.valueOf(expected))) {
      passed++;
    } else {
      failed++;
      System.out.println("FAILED " + what + ": " + actual + " and not " + expected);
    }
  }

  interface Section {
    void run(Connection c) throws Exception;
  }

  static String url(String options) {
    var e = System.getenv();
    return "jdbc:postgresql://" + e.get("PGHOST") + ":" + e.get("PGPORT") + "/" + e.get("PGDATABASE") + "?user=" + e.get("PGUSER") + options;
  }

  static void section(String name, String options, Section section) {
    try (Connection c = DriverManager.getConnection(url(options))) {
      section.run(c);
    } catch (Exception error) {
      failed++;
      System.out.println("FAILED " + name + " " + options + ": " + error);
      if (System.getenv("TRACE") != null) error.printStackTrace(System.out);
    }
  }

  static void run(Connection c, String... statements) throws SQLException {
    try (Statement s = c.createStatement()) {
      for (String statement : statements) s.execute(statement);
    }
  }

  /** All rows: values of the named columns, or of all, separated by commas. */
  static List<String> rows(ResultSet result, String... columns) throws SQLException {
    var rows = new ArrayList<String>();
    try (result) {
      var meta = result.getMetaData();
      while (result.next()) {
        var row = new ArrayList<String>();
        if (columns.length > 0) for (String column : columns) row.add(String.valueOf(result.getObject(column)));
        else for (int i = 1; i <= meta.getColumnCount(); i++) row.add(String.valueOf(result.getObject(i)));
        rows.add(String.join(",", row));
      }
    }
    return rows;
  }

  static List<String> query(Connection c, String text, Object... parameters) throws SQLException {
    try (PreparedStatement s = c.prepareStatement(text)) {
      for (int i = 0; i < parameters.length; i++) s.setObject(i + 1, parameters[i]);
      return rows(s.executeQuery());
    }
  }

  static String state(Callable<?> action) throws Exception {
    try {
      action.call();
      return "none";
    } catch (SQLException error) {
      return error.getSQLState();
    }
  }

  static void types(Connection c) throws Exception {
    run(c, "CREATE TABLE kinds (a smallint, b int, c bigint, d real, e double precision, f numeric(20,5), g text, h varchar(9),"
        + " i char(4), j boolean, k date, l time, m timestamp, n timestamptz, o uuid, p bytea, q int[], r text[], s jsonb, t interval, u inet)");
    var uuid = UUID.fromString("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11");
    var moment = LocalDateTime.of(2024, 2, 29, 12, 34, 56, 789012000);
    for (int round = 0; round < 7; round++) { // after five, pgjdbc prepares by name and asks for binary
      try (PreparedStatement s = c.prepareStatement("INSERT INTO kinds VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")) {
        s.setShort(1, (short) -7);
        s.setInt(2, Integer.MAX_VALUE);
        s.setLong(3, Long.MIN_VALUE);
        s.setFloat(4, 1.5f);
        s.setDouble(5, 0.1);
        s.setBigDecimal(6, new BigDecimal("-123456789.12345"));
        s.setString(7, "ünï 😀");
        s.setString(8, "abc");
        s.setString(9, "ab");
        s.setBoolean(10, true);
        s.setObject(11, LocalDate.of(2024, 2, 29));
        s.setObject(12, LocalTime.of(23, 59, 59));
        s.setObject(13, moment);
        s.setObject(14, moment.atOffset(ZoneOffset.UTC));
        s.setObject(15, uuid);
        s.setBytes(16, new byte[] {0, -1});
        s.setArray(17, c.createArrayOf("int4", new Integer[] {1, null, 3}));
        s.setArray(18, c.createArrayOf("text", new String[] {"a b", "c\"d"}));
        var json = new PGobject();
        json.setType("jsonb");
        json.setValue("{\"a\": [1]}");
        s.setObject(19, json);
        s.setObject(20, new org.postgresql.util.PGInterval("1 day 02:00:00"));
        s.setObject(21, "10.0.0.1", Types.OTHER);
        check("inserted", s.executeUpdate(), 1);
      }
    }
    try (PreparedStatement s = c.prepareStatement("SELECT * FROM kinds WHERE b = ?")) {
      for (int round = 0; round < 7; round++) {
        s.setInt(1, Integer.MAX_VALUE);
        try (ResultSet r = s.executeQuery()) {
          check("a row", r.next(), true);
          check("short", r.getShort(1), -7);
          check("int", r.getInt(2), Integer.MAX_VALUE);
          check("long", r.getLong(3), Long.MIN_VALUE);
          check("float", r.getFloat(4), 1.5f);
          check("double", r.getDouble(5), 0.1);
          check("numeric", r.getBigDecimal(6), "-123456789.12345");
          check("text", r.getString(7), "ünï 😀");
          check("char", r.getString(9), "ab  ");
          check("boolean", r.getBoolean(10), true);
          check("date", r.getObject(11, LocalDate.class), "2024-02-29");
          check("time", r.getObject(12, LocalTime.class), "23:59:59");
          check("timestamp", r.getObject(13, LocalDateTime.class), moment);
          check("timestamptz", r.getObject(14, OffsetDateTime.class), moment.atOffset(ZoneOffset.UTC));
          check("uuid", r.getObject(15), uuid);
          check("bytea", Arrays.toString(r.getBytes(16)), "[0, -1]");
          check("array", Arrays.toString((Object[]) r.getArray(17).getArray()), "[1, null, 3]");
          check("text array", Arrays.toString((Object[]) r.getArray(18).getArray()), "[a b, c\"d]");
          check("jsonb", r.getString(19), "{\"a\": [1]}");
          check("interval", r.getObject(20), "0 years 0 mons 1 days 2 hours 0 mins 0.0 secs");
          check("inet", r.getString(21), "10.0.0.1");
        }
      }
    }
    run(c, "DROP TABLE kinds");
  }

  static void statements(Connection c) throws Exception {
    run(c, "CREATE TABLE t (id serial PRIMARY KEY, name text NOT NULL UNIQUE, n int)");
    try (PreparedStatement s = c.prepareStatement("INSERT INTO t (name, n) VALUES (?, ?)", Statement.RETURN_GENERATED_KEYS)) {
      for (int i = 0; i < 500; i++) {
        s.setString(1, "n" + i);
        s.setInt(2, i);
        s.addBatch();
      }
      check("batch", Arrays.stream(s.executeBatch()).map(Math::abs).filter(n -> n == 1 || n == 2).count(), 500);
      check("keys", rows(s.getGeneratedKeys(), "id").size(), 500);
    }
    c.setAutoCommit(false);
    try (PreparedStatement s = c.prepareStatement("SELECT id FROM t ORDER BY id")) {
      s.setFetchSize(37);
      check("fetch size", rows(s.executeQuery()).size(), 500);
    }
    Savepoint savepoint = c.setSavepoint("s");
    check("unique", state(() -> c.createStatement().executeUpdate("INSERT INTO t (name) VALUES ('n1')")), "23505");
    check("failed block", state(() -> c.createStatement().executeQuery("SELECT 1")), "25P02");
    c.rollback(savepoint);
    check("updated", c.createStatement().executeUpdate("UPDATE t SET n = n + 1 WHERE n < 10"), 10);
    c.rollback();
    c.setAutoCommit(true);
    check("rolled back", query(c, "SELECT sum(n) FROM t"), "[124750]");
    try (Statement s = c.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
        ResultSet r = s.executeQuery("SELECT id, name, n FROM t ORDER BY id")) {
      r.absolute(3);
      r.updateInt("n", -1);
      r.updateRow();
      r.last();
      r.deleteRow();
      check("scrolled", r.getRow() >= 0, true);
    }
    check("updatable", query(c, "SELECT count(*), min(n) FROM t"), "[499,-1]");
    c.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    check("isolation", c.getTransactionIsolation(), Connection.TRANSACTION_SERIALIZABLE);
    c.setReadOnly(true);
    c.setAutoCommit(false);
    check("read only", state(() -> c.createStatement().executeUpdate("DELETE FROM t")), "25006");
    c.rollback();
    c.setAutoCommit(true);
    c.setReadOnly(false);
    try (PreparedStatement s = c.prepareStatement("SELECT n, name AS label FROM t WHERE id = ? AND name LIKE ?")) {
      ParameterMetaData parameters = s.getParameterMetaData();
      check("parameter types", parameters.getParameterTypeName(1) + " " + parameters.getParameterTypeName(2), "int4 text");
      ResultSetMetaData meta = s.getMetaData();
      check("column label", meta.getColumnLabel(2) + " " + ((org.postgresql.PGResultSetMetaData) meta).getBaseColumnName(2), "label name");
      check("table name", ((org.postgresql.PGResultSetMetaData) meta).getBaseTableName(1), "t");
      check("nullable", meta.isNullable(2), ResultSetMetaData.columnNoNulls);
      check("auto increment", meta.isAutoIncrement(1), false);
    }
    try (Statement s = c.createStatement()) {
      s.setQueryTimeout(1);
      check("timeout", state(() -> s.executeQuery("SELECT pg_sleep(20)")), "57014");
    }
    PSQLException error = (PSQLException) caught(() -> c.createStatement().execute("INSERT INTO t (name) VALUES (NULL)"));
    check("error", error.getServerErrorMessage().getTable() + "." + error.getServerErrorMessage().getColumn(), "t.name");
    run(c, "ALTER TABLE t ADD COLUMN extra int DEFAULT 3");
    for (int i = 0; i < 7; i++) check("after ALTER", query(c, "SELECT * FROM t WHERE id = ?", 1), "[1,n0,0,3]");
    check("several results", severalResults(c), "[1, 2]");
    try (CallableStatement s = c.prepareCall("{? = call upper(?)}")) {
      s.registerOutParameter(1, Types.VARCHAR);
      s.setString(2, "abc");
      s.execute();
      check("call", s.getString(1), "ABC");
    }
    check("escapes", query(c, "SELECT {fn concat('a', 'b')}, {d '2024-02-29'}, {fn timestampadd(SQL_TSI_DAY, 1, {ts '2024-01-01 00:00:00'})}"),
        "[ab,2024-02-29,2024-01-02 00:00:00.0]");
  }

  static Exception caught(Callable<?> action) {
    try {
      action.call();
      return null;
    } catch (Exception error) {
      return error;
    }
  }

  static List<Integer> severalResults(Connection c) throws SQLException {
    var found = new ArrayList<Integer>();
    try (Statement s = c.createStatement()) {
      boolean more = s.execute("SELECT 1; SELECT 2");
      while (more) {
        try (ResultSet r = s.getResultSet()) {
          r.next();
          found.add(r.getInt(1));
        }
        more = s.getMoreResults();
      }
    }
    return found;
  }

  static void copyAndListen(Connection c) throws Exception {
    run(c, "CREATE TABLE copied (i int, s text)");
    CopyManager copy = c.unwrap(PGConnection.class).getCopyAPI();
    check("copy in", copy.copyIn("COPY copied FROM STDIN (FORMAT csv)", new StringReader("1,a\n2,\n3,\"x,y\"\n")), 3);
    var out = new StringWriter();
    check("copy out", copy.copyOut("COPY copied TO STDOUT", out), 3);
    check("copied", out, "1\ta\n2\t\\N\n3\tx,y\n");
    run(c, "LISTEN news");
    try (Connection other = DriverManager.getConnection(url(""))) {
      run(other, "NOTIFY news, 'hello'");
    }
    var heard = c.unwrap(PGConnection.class).getNotifications(5000);
    check("heard", heard == null ? null : heard[0].getParameter(), "hello");
  }

  /** Functions and procedures with what they give back. */
  static void calls(Connection c) throws Exception {
    run(c, "CREATE OR REPLACE FUNCTION plus(a int, b int) RETURNS int LANGUAGE sql AS 'SELECT a + b'",
        "CREATE OR REPLACE FUNCTION parts(a int, INOUT b text, OUT c bigint) LANGUAGE sql AS 'SELECT b || a, a * 10::bigint'",
        "CREATE OR REPLACE PROCEDURE turned(a int, INOUT b text, OUT c int) LANGUAGE sql AS 'SELECT reverse(b), a + 1'",
        "CREATE TABLE IF NOT EXISTS written (i int)",
        "CREATE OR REPLACE FUNCTION writes(a int) RETURNS int LANGUAGE sql AS 'INSERT INTO written VALUES (a); SELECT a + 1'");
    for (int round = 0; round < 7; round++) {
      try (CallableStatement s = c.prepareCall("{? = call plus(?, ?)}")) {
        s.registerOutParameter(1, Types.INTEGER);
        s.setInt(2, 40);
        s.setInt(3, round);
        s.execute();
        check("sum", s.getInt(1), 40 + round);
      }
      try (CallableStatement s = c.prepareCall("{call parts(?, ?, ?)}")) {
        s.setInt(1, round);
        s.setString(2, "b");
        s.registerOutParameter(2, Types.VARCHAR);
        s.registerOutParameter(3, Types.BIGINT);
        s.execute();
        check("out", s.getString(2) + " " + s.getLong(3), "b" + round + " " + 10 * round);
      }
      try (CallableStatement s = c.prepareCall("call turned(?, ?, ?)")) {
        s.setInt(1, round);
        s.setString(2, "abc");
        s.registerOutParameter(2, Types.VARCHAR);
        s.registerOutParameter(3, Types.INTEGER);
        s.execute();
        check("procedure", s.getString(2) + " " + s.getInt(3), "cba " + (round + 1));
      }
      try (CallableStatement s = c.prepareCall("{? = call writes(?)}")) {
        s.registerOutParameter(1, Types.INTEGER);
        s.setInt(2, round);
        s.execute();
        check("function that writes", s.getInt(1), round + 1);
      }
    }
    check("written", query(c, "SELECT count(*) FROM written"), "[7]");
    check("too many", state(() -> {
      try (CallableStatement s = c.prepareCall("{? = call plus(?, ?, ?)}")) {
        s.registerOutParameter(1, Types.INTEGER);
        for (int i = 2; i <= 4; i++) s.setInt(i, i);
        return s.execute();
      }
    }), "42883");
    run(c, "DROP TABLE written");
  }

  static void domains(Connection c) throws Exception {
    run(c, "CREATE DOMAIN positive AS int CHECK (value > 0)", "CREATE TABLE counted (n positive, ns positive[])");
    try (PreparedStatement s = c.prepareStatement("INSERT INTO counted VALUES (?, ?)")) {
      check("types", s.getParameterMetaData().getParameterTypeName(1) + " " + s.getParameterMetaData().getParameterTypeName(2), "positive _positive");
      for (int round = 0; round < 7; round++) {
        s.setInt(1, 1 + round);
        s.setArray(2, c.createArrayOf("int4", new Integer[] {1, 2}));
        check("of a domain", s.executeUpdate(), 1);
        s.setInt(1, -round);
        check("not of it", state(s::executeUpdate), "23514");
      }
    }
  }

  static void savedAutomatically(Connection c) throws Exception {
    c.setAutoCommit(false);
    run(c, "CREATE TEMP TABLE saved (i int PRIMARY KEY)", "INSERT INTO saved VALUES (1)");
    check("fails", state(() -> c.createStatement().executeUpdate("INSERT INTO saved VALUES (1)")), "23505");
    check("goes on", c.createStatement().executeUpdate("INSERT INTO saved VALUES (2)"), 1);
    c.commit();
    check("saved", query(c, "SELECT i FROM saved ORDER BY i"), "[1, 2]");
  }

  static void adaptiveFetch(Connection c) throws Exception {
    c.setAutoCommit(false);
    try (Statement s = c.createStatement(); ResultSet r = s.executeQuery("SELECT g, repeat('x', 100) FROM generate_series(1, 5000) g")) {
      long sum = 0;
      while (r.next()) sum += r.getInt(1);
      check("all rows", sum, 12502500);
      check("a larger size", r.getFetchSize(), 50);
    }
    c.commit();
  }

  static void rewrittenBatches(Connection c) throws Exception {
    run(c, "CREATE TEMP TABLE batched (i serial, a int, b text UNIQUE)");
    for (int size : new int[] {1, 2, 7, 128, 300}) {
      try (PreparedStatement s = c.prepareStatement("INSERT INTO batched (a, b) VALUES (?, ?)", new String[] {"i"})) {
        for (int i = 0; i < size; i++) {
          s.setInt(1, i);
          s.setString(2, size + "-" + i);
          s.addBatch();
        }
        check("batch", s.executeBatch().length, size);
        check("keys", rows(s.getGeneratedKeys(), "i").size(), size);
      }
    }
    try (PreparedStatement s = c.prepareStatement("INSERT INTO batched (a, b) VALUES (?, ?)")) {
      for (String b : List.of("x", "7-3", "y")) {
        s.setInt(1, 0);
        s.setString(2, b);
        s.addBatch();
      }
      check("refused", state(s::executeBatch), "23505");
    }
    check("batched", query(c, "SELECT count(*), sum(a) FROM batched"), "[438,53000]");
  }

  static void metaData(Connection c) throws Exception {
    run(c, "CREATE SCHEMA shop", "CREATE TYPE shop.size AS ENUM ('s', 'm')",
        "CREATE TABLE shop.customer (id bigint GENERATED ALWAYS AS IDENTITY, name varchar(40) NOT NULL DEFAULT 'x', PRIMARY KEY (id))",
        "CREATE TABLE shop.sale (customer bigint CONSTRAINT sale_customer REFERENCES shop.customer ON DELETE CASCADE, at timestamptz,"
            + " price numeric(12,2), size shop.size, tags text[], total numeric GENERATED ALWAYS AS (price * 2) STORED, UNIQUE (customer, at))",
        "COMMENT ON TABLE shop.sale IS 'what was sold'", "COMMENT ON COLUMN shop.sale.price IS 'in euros'",
        "CREATE INDEX sale_by_price ON shop.sale (price DESC)",
        "CREATE VIEW shop.big AS SELECT * FROM shop.sale WHERE price > 100",
        "CREATE MATERIALIZED VIEW shop.totals AS SELECT customer, sum(price) AS total FROM shop.sale GROUP BY customer",
        "CREATE FUNCTION shop.twice(n int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT n * 2'");
    DatabaseMetaData m = c.getMetaData();
    check("product", m.getDatabaseProductName() + " " + m.getDatabaseMajorVersion(), "PostgreSQL 15");
    check("user", m.getUserName(), System.getenv("PGUSER"));
    check("schemas", rows(m.getSchemas(null, "s%"), "TABLE_SCHEM"), "[shop]");
    check("all schemas", rows(m.getSchemas(), "TABLE_SCHEM").containsAll(List.of("information_schema", "pg_catalog", "public")), true);
    check("catalogs", rows(m.getCatalogs()).contains(System.getenv("PGDATABASE")), true);
    check("table types", rows(m.getTableTypes()).containsAll(List.of("TABLE", "VIEW", "MATERIALIZED VIEW", "SYSTEM TABLE")), true);
    check("tables", rows(m.getTables(null, "shop", "%", new String[] {"TABLE", "VIEW", "MATERIALIZED VIEW"}), "TABLE_NAME", "TABLE_TYPE", "REMARKS"),
        "[totals,MATERIALIZED VIEW,null, customer,TABLE,null, sale,TABLE,what was sold, big,VIEW,null]");
    check("all tables", rows(m.getTables(null, null, null, null)).size() > 100, true);
    check("columns", rows(m.getColumns(null, "shop", "sale", "%"), "COLUMN_NAME", "TYPE_NAME", "DATA_TYPE", "COLUMN_SIZE", "DECIMAL_DIGITS", "NULLABLE", "IS_GENERATEDCOLUMN"),
        "[customer,int8,-5,19,0,1,NO, at,timestamptz,93,35,6,1,NO, price,numeric,2,12,2,1,NO, size,\"shop\".\"size\",12,2147483647,0,1,NO,"
            + " tags,_text,2003,2147483647,0,1,NO, total,numeric,2,0,null,1,YES]");
    check("defaults", rows(m.getColumns(null, "shop", "customer", "%"), "COLUMN_NAME", "COLUMN_DEF", "IS_NULLABLE", "IS_AUTOINCREMENT"),
        "[id,null,NO,YES, name,'x'::character varying,NO,NO]");
    check("comment", rows(m.getColumns(null, "shop", "sale", "price"), "REMARKS"), "[in euros]");
    check("primary key", rows(m.getPrimaryKeys(null, "shop", "customer"), "COLUMN_NAME", "KEY_SEQ", "PK_NAME"), "[id,1,customer_pkey]");
    check("imported keys", rows(m.getImportedKeys(null, "shop", "sale"), "PKTABLE_NAME", "PKCOLUMN_NAME", "FKCOLUMN_NAME", "DELETE_RULE", "FK_NAME"),
        "[customer,id,customer,0,sale_customer]");
    check("exported keys", rows(m.getExportedKeys(null, "shop", "customer"), "FKTABLE_NAME"), "[sale]");
    check("cross reference", rows(m.getCrossReference(null, "shop", "customer", null, "shop", "sale"), "FK_NAME"), "[sale_customer]");
    check("indexes", rows(m.getIndexInfo(null, "shop", "sale", false, false), "INDEX_NAME", "NON_UNIQUE", "COLUMN_NAME", "ASC_OR_DESC"),
        "[sale_customer_at_key,false,customer,A, sale_customer_at_key,false,at,A, sale_by_price,true,price,D]");
    check("best row", rows(m.getBestRowIdentifier(null, "shop", "customer", DatabaseMetaData.bestRowSession, false), "COLUMN_NAME"), "[id]");
    check("types", rows(m.getTypeInfo(), "TYPE_NAME").containsAll(List.of("int4", "text", "numeric", "timestamptz", "jsonb")), true);
    check("own types", new TreeSet<>(rows(m.getUDTs(null, "shop", "%", null), "TYPE_NAME")), "[big, customer, sale, totals]");
    check("functions", rows(m.getFunctions(null, "shop", "%"), "FUNCTION_NAME"), "[twice]");
    check("function columns", rows(m.getFunctionColumns(null, "shop", "twice", "%"), "COLUMN_NAME", "TYPE_NAME"), "[returnValue,int4, n,int4]");
    check("procedures", rows(m.getProcedures(null, "shop", "%")).size(), 0);
    check("table privileges", rows(m.getTablePrivileges(null, "shop", "customer"), "PRIVILEGE").contains("SELECT"), true);
    check("column privileges", rows(m.getColumnPrivileges(null, "shop", "customer", "id"), "PRIVILEGE").contains("SELECT"), true);
    check("client info", rows(m.getClientInfoProperties(), "NAME"), "[ApplicationName]");
    check("keywords", m.getSQLKeywords().contains("ilike"), true);
    check("longest name", m.getMaxColumnNameLength(), 63);
    check("enum", query(c, "SELECT 's'::shop.size, ARRAY['m']::shop.size[]").toString(), "[s,{m}]");
  }

  public static void main(String[] arguments) {
    for (String options : List.of("", "&prepareThreshold=-1", "&preferQueryMode=simple")) section("types", options, Test::types);
    section("types", "&preferQueryMode=extendedForPrepared", Test::types);
    section("types", "&preferQueryMode=extendedCacheEverything&binaryTransfer=false", Test::types);
    section("statements", "", Test::statements);
    for (String options : List.of("", "&prepareThreshold=-1")) section("calls", options, Test::calls);
    section("domains", "", Test::domains);
    section("saved automatically", "&autosave=always", Test::savedAutomatically);
    section("adaptive fetch", "&adaptiveFetch=true&adaptiveFetchMaximum=50&defaultRowFetchSize=3&maxResultBuffer=200000", Test::adaptiveFetch);
    for (String options : List.of("", "&reWriteBatchedInserts=true")) section("batches", options, Test::rewrittenBatches);
    section("copy and listen", "", Test::copyAndListen);
    section("metadata", "", Test::metaData);
    System.out.println(passed + " passed, " + failed + " failed");
    System.exit(failed > 0 ? 1 : 0);
  }
}
