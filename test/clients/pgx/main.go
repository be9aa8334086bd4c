// Every SQL type through pgx 5: binary and text, the extended and the simple protocol.
//
// Plan: needs PGURL (a server to connect to). `go run .` prints a line a failure and a last line
// "N passed, N failed"; exits 1 if any failed. The expected values hold for Postgres 15.
package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"net"
	"net/netip"
	"os"
	"reflect"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgtype"
)

var passed, failed int

func check(name string, actual, expected any) {
	if same(actual, expected) {
		passed++
		return
	}
	failed++
	fmt.Printf("FAILED %s: got %#v, expected %#v\n", name, actual, expected)
}

func same(actual, expected any) bool {
	if a, ok := actual.(time.Time); ok {
		e, ok := expected.(time.Time)
		return ok && a.Equal(e)
	}
	return reflect.DeepEqual(actual, expected)
}

func fail(name string, err error) {
	failed++
	fmt.Printf("FAILED %s: %v\n", name, err)
}

type literal struct {
	sqlType string
	value   any
	text    string
}

var (
	moment = time.Date(2024, 2, 29, 12, 34, 56, 789012000, time.UTC)
	day    = time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC)
	id     = [16]byte{0xa0, 0xee, 0xbc, 0x99, 0x9c, 0x0b, 0x4e, 0xf8, 0xbb, 0x6d, 0x6b, 0xb9, 0xbd, 0x38, 0x0a, 0x11}
)

var literals = []literal{
	{"boolean", true, "t"},
	{"boolean", false, "f"},
	{"smallint", int16(-32768), "-32768"},
	{"integer", int32(math.MinInt32), "-2147483648"},
	{"bigint", int64(math.MinInt64), "-9223372036854775808"},
	{"bigint", int64(math.MaxInt64), "9223372036854775807"},
	{"real", float32(0.1), "0.1"},
	{"real", float32(16777216), "1.6777216e+07"},
	{"double precision", 0.1, "0.1"},
	{"double precision", math.Inf(-1), "-Infinity"},
	{"text", "ünï 日本 😀 \"q\" \\", "ünï 日本 😀 \"q\" \\"},
	{"text", "", ""},
	{"varchar(10)", "abc", "abc"},
	{"bytea", []byte{0, 255, 92}, "\\x00ff5c"},
	{"date", day, "2024-02-29"},
	{"timestamp", moment, "2024-02-29 12:34:56.789012"},
	{"timestamptz", moment, "2024-02-29 12:34:56.789012+00"},
	{"uuid", id, "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"},
	{"bigint[]", []int64{1, -2, 3}, "{1,-2,3}"},
	{"text[]", []string{"a", "b \"c\"", "", "NULL"}, "{a,\"b \\\"c\\\"\",\"\",\"NULL\"}"},
	{"double precision[]", []float64{0.5, 2}, "{0.5,2}"},
	{"boolean[]", []bool{true, false}, "{t,f}"},
	{"integer[]", [][]int32{{1, 2}, {3, 4}}, "{{1,2},{3,4}}"},
	{"text[]", [][]string{{"a b", ""}, {"NULL", "c"}}, "{{\"a b\",\"\"},{\"NULL\",c}}"},
	{"int4range", int4Range(1, 5), "[1,5)"},
	{"int4range[]", []pgtype.Range[pgtype.Int4]{int4Range(1, 3)}, "{\"[1,3)\"}"},
	{"int4multirange", pgtype.Multirange[pgtype.Range[pgtype.Int4]]{int4Range(1, 3), int4Range(5, 8)}, "{[1,3),[5,8)}"},
	{"inet", netip.MustParsePrefix("10.1.2.3/8"), "10.1.2.3/8"},
	{"cidr", netip.MustParsePrefix("2001:db8::/32"), "2001:db8::/32"},
	{"macaddr", net.HardwareAddr{8, 0, 43, 1, 2, 3}, "08:00:2b:01:02:03"},
}

func int4Range(lower, upper int32) pgtype.Range[pgtype.Int4] {
	return pgtype.Range[pgtype.Int4]{
		Lower:     pgtype.Int4{Int32: lower, Valid: true},
		Upper:     pgtype.Int4{Int32: upper, Valid: true},
		LowerType: pgtype.Inclusive,
		UpperType: pgtype.Exclusive,
		Valid:     true,
	}
}

// Values of types whose Go form is pgtype's own.
var numerics = []string{"0", "1.50", "-12345678901234567890.123456789", "0.0000000001", "20000", "NaN"}

var modes = []struct {
	name string
	mode pgx.QueryExecMode
	// The driver asks the server for the parameters' types; otherwise it goes by the Go types alone.
	knowsTypes bool
}{
	{"prepared", pgx.QueryExecModeCacheStatement, true},
	{"described", pgx.QueryExecModeDescribeExec, true},
	{"unnamed", pgx.QueryExecModeExec, false},
	{"simple", pgx.QueryExecModeSimpleProtocol, false},
}

func roundTrips(ctx context.Context, conn *pgx.Conn) {
	for _, mode := range modes {
		for _, l := range literals {
			name := fmt.Sprintf("%s %s, %s", l.sqlType, l.text, mode.name)
			// A new value of the expected type to scan into.
			target := reflect.New(reflect.TypeOf(l.value))
			query := fmt.Sprintf("SELECT $1::%s", l.sqlType)
			var argument any = l.value
			if !mode.knowsTypes && (l.sqlType == "uuid" || strings.HasPrefix(l.text, "{{")) {
				argument = l.text
			}
			err := conn.QueryRow(ctx, query, mode.mode, argument).Scan(target.Interface())
			if err != nil {
				fail(name, err)
				continue
			}
			check(name, target.Elem().Interface(), l.value)
		}
	}
}

func texts(ctx context.Context, conn *pgx.Conn) {
	for _, l := range literals {
		name := fmt.Sprintf("'%s'::%s as bytes", l.text, l.sqlType)
		result := conn.PgConn().ExecParams(
			ctx, fmt.Sprintf("SELECT $1::%s", l.sqlType), [][]byte{[]byte(l.text)}, nil, nil, []int16{0},
		).Read()
		if result.Err != nil {
			fail(name, result.Err)
			continue
		}
		check(name, string(result.Rows[0][0]), l.text)
	}
}

func numericsAndIntervals(ctx context.Context, conn *pgx.Conn) {
	for _, text := range numerics {
		var sent, got pgtype.Numeric
		if err := sent.Scan(text); err != nil {
			fail("numeric "+text, err)
			continue
		}
		if err := conn.QueryRow(ctx, "SELECT $1::numeric", sent).Scan(&got); err != nil {
			fail("numeric "+text, err)
			continue
		}
		back, _ := got.Value()
		var asText string
		if err := conn.QueryRow(ctx, "SELECT $1::numeric::text", sent).Scan(&asText); err != nil {
			fail("numeric "+text+" as text", err)
			continue
		}
		check("numeric "+text+" as text", asText, text)
		value, _ := sent.Value()
		check("numeric "+text, fmt.Sprint(back), fmt.Sprint(value))
	}

	interval := pgtype.Interval{Months: 14, Days: -3, Microseconds: 14706700000, Valid: true}
	var gotInterval pgtype.Interval
	if err := conn.QueryRow(ctx, "SELECT $1::interval", interval).Scan(&gotInterval); err != nil {
		fail("interval", err)
	} else {
		check("interval", gotInterval, interval)
	}

	clock := pgtype.Time{Microseconds: 86399999999, Valid: true}
	var gotClock pgtype.Time
	if err := conn.QueryRow(ctx, "SELECT $1::time", clock).Scan(&gotClock); err != nil {
		fail("time", err)
	} else {
		check("time", gotClock, clock)
	}

	for _, mode := range modes {
		var document map[string]any
		given := map[string]any{"b": []any{1.0, nil}, "a": "é"}
		var argument any = given
		if !mode.knowsTypes {
			argument = `{"b": [1, null], "a": "é"}`
		}
		if err := conn.QueryRow(ctx, "SELECT $1::jsonb", mode.mode, argument).Scan(&document); err != nil {
			fail("jsonb, "+mode.name, err)
		} else {
			check("jsonb, "+mode.name, document, given)
		}
	}

	for _, infinity := range []pgtype.InfinityModifier{pgtype.Infinity, pgtype.NegativeInfinity} {
		sent := pgtype.Timestamptz{InfinityModifier: infinity, Valid: true}
		var got pgtype.Timestamptz
		if err := conn.QueryRow(ctx, "SELECT $1::timestamptz", sent).Scan(&got); err != nil {
			fail("infinite timestamptz", err)
		} else {
			check("infinite timestamptz", got, sent)
		}
		date := pgtype.Date{InfinityModifier: infinity, Valid: true}
		var gotDate pgtype.Date
		if err := conn.QueryRow(ctx, "SELECT $1::date", date).Scan(&gotDate); err != nil {
			fail("infinite date", err)
		} else {
			check("infinite date", gotDate, date)
		}
	}
}

func nulls(ctx context.Context, conn *pgx.Conn) {
	types := []string{"numeric", "interval", "time", "jsonb", "numeric(12,2)", "timestamptz[]"}
	for _, l := range literals {
		types = append(types, l.sqlType)
	}
	for _, sqlType := range types {
		var got *string
		result := conn.PgConn().ExecParams(
			ctx, fmt.Sprintf("SELECT $1::%s", sqlType), [][]byte{nil}, nil, nil, []int16{1},
		).Read()
		if result.Err != nil {
			fail("NULL::"+sqlType, result.Err)
			continue
		}
		if result.Rows[0][0] != nil {
			text := string(result.Rows[0][0])
			got = &text
		}
		check("NULL::"+sqlType, got, (*string)(nil))
	}
	var list []*int64
	one := int64(1)
	if err := conn.QueryRow(ctx, "SELECT $1::bigint[]", []*int64{&one, nil}).Scan(&list); err != nil {
		fail("array with NULL", err)
	} else {
		check("array with NULL", len(list) == 2 && *list[0] == 1 && list[1] == nil, true)
	}
}

func tables(ctx context.Context, conn *pgx.Conn) {
	exec := func(sql string, args ...any) bool {
		if _, err := conn.Exec(ctx, sql, args...); err != nil {
			fail(sql, err)
			return false
		}
		return true
	}
	columns := make([]string, len(literals))
	places := make([]string, len(literals))
	values := make([]any, len(literals))
	for i, l := range literals {
		columns[i] = fmt.Sprintf("c%d %s", i, l.sqlType)
		places[i] = fmt.Sprintf("$%d::%s", i+1, l.sqlType)
		values[i] = l.value
	}
	if !exec("DROP TABLE IF EXISTS go_client_types") ||
		!exec("CREATE TABLE go_client_types ("+strings.Join(columns, ", ")+")") ||
		!exec("INSERT INTO go_client_types VALUES ("+strings.Join(places, ", ")+")", values...) {
		return
	}
	for _, mode := range modes {
		targets := make([]any, len(literals))
		for i, l := range literals {
			targets[i] = reflect.New(reflect.TypeOf(l.value)).Interface()
		}
		if err := conn.QueryRow(ctx, "SELECT * FROM go_client_types", mode.mode).Scan(targets...); err != nil {
			fail("table, "+mode.name, err)
			continue
		}
		for i, l := range literals {
			check(l.sqlType+" column, "+mode.name, reflect.ValueOf(targets[i]).Elem().Interface(), l.value)
		}
	}
	exec("DROP TABLE go_client_types")
}

func failures(ctx context.Context, conn *pgx.Conn) {
	cases := []struct {
		sql, state string
		position   int32
		args       []any
	}{
		{"SELECT 1 FORM t", "42601", 0, nil},
		{"SELECT * FROM no_such_table", "42P01", 15, nil},
		{"SELECT nope", "42703", 8, nil},
		{"SELECT 1 / $1::integer", "22012", 0, []any{int32(0)}},
		{"SELECT $1::text::smallint", "22003", 0, []any{"40000"}},
		{"SELECT $1::text::integer", "22P02", 0, []any{"x"}},
	}
	for _, c := range cases {
		rows, err := conn.Query(ctx, c.sql, c.args...)
		if err == nil {
			for rows.Next() {
			}
			err = rows.Err()
			rows.Close()
		}
		var pgErr *pgconn.PgError
		if !errors.As(err, &pgErr) {
			fail(c.sql, fmt.Errorf("expected %s, got %v", c.state, err))
			continue
		}
		check(c.sql, pgErr.Code, c.state)
		if c.position > 0 {
			check(c.sql+", position", pgErr.Position, c.position)
		}
		var one int
		if err := conn.QueryRow(ctx, "SELECT 1").Scan(&one); err != nil {
			fail("a query after "+c.sql, err)
		} else {
			check("a query after "+c.sql, one, 1)
		}
	}
}

// Many statements sent before the first answer is read.
func batches(ctx context.Context, conn *pgx.Conn) {
	batch := &pgx.Batch{}
	for i := 0; i < 50; i++ {
		batch.Queue("SELECT $1::integer + 1", int32(i))
	}
	results := conn.SendBatch(ctx, batch)
	for i := 0; i < 50; i++ {
		var got int32
		if err := results.QueryRow().Scan(&got); err != nil {
			fail("batch", err)
			break
		}
		check("batch", got, int32(i+1))
	}
	if err := results.Close(); err != nil {
		fail("batch", err)
	}
}

func transactions(ctx context.Context, conn *pgx.Conn) {
	if _, err := conn.Exec(ctx, "DROP TABLE IF EXISTS go_client_tx; CREATE TABLE go_client_tx (n integer)"); err != nil {
		fail("transactions", err)
		return
	}
	count := func() (n int64) {
		if err := conn.QueryRow(ctx, "SELECT count(*) FROM go_client_tx").Scan(&n); err != nil {
			fail("count", err)
		}
		return n
	}
	for _, commit := range []bool{false, true} {
		tx, err := conn.Begin(ctx)
		if err != nil {
			fail("begin", err)
			return
		}
		check("status in a transaction", string(conn.PgConn().TxStatus()), "T")
		tag, err := tx.Exec(ctx, "INSERT INTO go_client_tx VALUES ($1), ($2)", 1, 2)
		if err != nil {
			fail("insert", err)
		}
		check("tag of INSERT", tag.String(), "INSERT 0 2")
		if commit {
			err = tx.Commit(ctx)
		} else {
			err = tx.Rollback(ctx)
		}
		if err != nil {
			fail("end of transaction", err)
		}
		check("status after a transaction", string(conn.PgConn().TxStatus()), "I")
		check("rows after the transaction", count(), map[bool]int64{false: 0, true: 2}[commit])
	}
	if _, err := conn.Exec(ctx, "DROP TABLE go_client_tx"); err != nil {
		fail("drop", err)
	}
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	conn, err := pgx.Connect(ctx, os.Getenv("PGURL"))
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, "SET TimeZone = 'UTC'"); err != nil {
		fail("SET TimeZone", err)
	}
	for _, group := range []func(context.Context, *pgx.Conn){
		roundTrips, texts, numericsAndIntervals, nulls, tables, failures, batches, transactions,
	} {
		group(ctx, conn)
	}
	fmt.Printf("%d passed, %d failed\n", passed, failed)
	if failed > 0 {
		os.Exit(1)
	}
}
