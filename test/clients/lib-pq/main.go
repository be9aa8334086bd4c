// lib/pq through database/sql: prepared statements, transactions, arrays, COPY, LISTEN, errors, cancelling by context.
package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/lib/pq"
)

var passed, failed int

func check(what string, actual, expected any) {
	if fmt.Sprint(actual) == fmt.Sprint(expected) {
		passed++
		return
	}
	failed++
	fmt.Printf("FAILED %s: %v and not %v\n", what, actual, expected)
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func section(name string, run func(db *sql.DB)) {
	db, err := sql.Open("postgres", os.Getenv("PGURL")+"?sslmode=disable"+os.Getenv("PQ_OPTIONS"))
	must(err)
	defer db.Close()
	defer func() {
		if broken := recover(); broken != nil {
			failed++
			fmt.Printf("FAILED %s: %v\n", name, broken)
		}
	}()
	run(db)
}

func code(err error) string {
	var answer *pq.Error
	if errors.As(err, &answer) {
		return string(answer.Code)
	}
	return fmt.Sprint(err)
}

func types(db *sql.DB) {
	at := time.Date(2024, 2, 29, 12, 34, 56, 789012000, time.UTC)
	for _, value := range []struct {
		kind     string
		value    any
		expected string
	}{
		{"bool", true, "true"}, {"int2", -32768, "-32768"}, {"int8", int64(-9223372036854775808), "-9223372036854775808"},
		{"float8", 0.1, "0.1"}, {"numeric", "-1234567890123.4567890", "-1234567890123.4567890"}, {"text", "ünï", "ünï"},
		{"timestamptz", at, "2024-02-29T12:34:56.789012Z"}, {"date", at, "2024-02-29T00:00:00Z"}, {"bytea", []byte{0, 255}, "\x00\xff"},
		{"uuid", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"}, {"jsonb", `{"a":1}`, `{"a": 1}`},
		{"interval", "1 day 02:00:00", "1 day 02:00:00"}, {"inet", "10.0.0.1/8", "10.0.0.1/8"},
	} {
		var back string
		if err := db.QueryRow("SELECT $1::"+value.kind, value.value).Scan(&back); err != nil {
			check(value.kind, err, value.expected)
			continue
		}
		check(value.kind, back, value.expected)
		var none sql.NullString
		must(db.QueryRow("SELECT $1::"+value.kind, nil).Scan(&none))
		check(value.kind+" null", none.Valid, false)
	}
	var ints pq.Int64Array
	var texts pq.StringArray
	must(db.QueryRow("SELECT $1::bigint[], $2::text[]", pq.Array([]int64{1, 2}), pq.Array([]string{"a b", `"`})).Scan(&ints, &texts))
	check("arrays", fmt.Sprint(ints, texts), `[1 2] [a b "]`)
	rows, err := db.Query("SELECT 1::int2 AS s, 'x'::varchar(7) AS v, 1.5::numeric(6,2) AS n, now() AS t")
	must(err)
	defer rows.Close()
	columns, err := rows.ColumnTypes()
	must(err)
	told := ""
	for _, column := range columns {
		length, _ := column.Length()
		precision, scale, _ := column.DecimalSize()
		told += fmt.Sprintf("%s %s %d %d %d;", column.Name(), column.DatabaseTypeName(), length, precision, scale)
	}
	check("columns", told, "s INT2 0 0 0;v VARCHAR 7 0 0;n NUMERIC 0 6 2;t TIMESTAMPTZ 0 0 0;")
}

func statements(db *sql.DB) {
	exec := func(text string, parameters ...any) int64 {
		result, err := db.Exec(text, parameters...)
		must(err)
		count, err := result.RowsAffected()
		must(err)
		return count
	}
	exec("CREATE TABLE t (id serial PRIMARY KEY, name text UNIQUE)")
	var id int
	must(db.QueryRow("INSERT INTO t (name) VALUES ($1) RETURNING id", "a").Scan(&id))
	check("returning", id, 1)
	prepared, err := db.Prepare("INSERT INTO t (name) VALUES ($1)")
	must(err)
	for i := 0; i < 100; i++ {
		_, err := prepared.Exec(fmt.Sprint("n", i))
		must(err)
	}
	check("updated", exec("UPDATE t SET name = name || '!' WHERE id <= $1", 10), 10)
	check("in", exec("DELETE FROM t WHERE id = ANY($1)", pq.Array([]int{1, 2, 999})), 2)
	tx, err := db.BeginTx(context.Background(), &sql.TxOptions{Isolation: sql.LevelSerializable, ReadOnly: true})
	must(err)
	_, err = tx.Exec("DELETE FROM t")
	check("read only", code(err), "25006")
	must(tx.Rollback())
	tx, err = db.Begin()
	must(err)
	_, err = tx.Exec("INSERT INTO t (name) VALUES ('n50')")
	check("unique", code(err), "23505")
	_, err = tx.Exec("SELECT 1")
	check("failed block", code(err), "25P02")
	must(tx.Rollback())
	var answer *pq.Error
	_, err = db.Query("SELECT * FROM t WHERE nme = 1")
	check("an error", errors.As(err, &answer), true)
	check("its fields", answer.Position+" "+answer.Severity+" "+string(answer.Code), "23 ERROR 42703")
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	_, err = db.ExecContext(ctx, "SELECT pg_sleep(10)")
	check("cancelled", err != nil, true)
	var wait sync.WaitGroup
	for i := 0; i < 20; i++ {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for j := 0; j < 20; j++ {
				var n int
				if db.QueryRow("SELECT count(*) FROM t WHERE id > $1", j).Scan(&n) != nil {
					panic("query failed")
				}
			}
		}()
	}
	wait.Wait()
	rows, err := db.Query("SELECT 1 AS a; SELECT 2 AS b")
	must(err)
	defer rows.Close()
	found := 0
	for more := true; more; more = rows.NextResultSet() {
		for rows.Next() {
			var n int
			must(rows.Scan(&n))
			found += n
		}
	}
	check("several results", found, 3)
}

func copying(db *sql.DB) {
	_, err := db.Exec("CREATE TABLE copied (i int, s text, b bytea)")
	must(err)
	tx, err := db.Begin()
	must(err)
	into, err := tx.Prepare(pq.CopyIn("copied", "i", "s", "b"))
	must(err)
	for i := 0; i < 5000; i++ {
		var text any = fmt.Sprint("tab\t", i)
		if i%3 == 0 {
			text = nil
		}
		_, err := into.Exec(i, text, []byte{0, byte(i)})
		must(err)
	}
	_, err = into.Exec()
	must(err)
	must(into.Close())
	must(tx.Commit())
	var count, texts int
	must(db.QueryRow("SELECT count(*), count(s) FROM copied").Scan(&count, &texts))
	check("copied", fmt.Sprint(count, texts), "5000 3333")
}

func listening(db *sql.DB) {
	listener := pq.NewListener(os.Getenv("PGURL")+"?sslmode=disable", time.Second, time.Minute, nil)
	defer listener.Close()
	must(listener.Listen("news"))
	_, err := db.Exec("SELECT pg_notify('news', $1)", "hello")
	must(err)
	select {
	case heard := <-listener.Notify:
		check("heard", heard.Extra, "hello")
	case <-time.After(5 * time.Second):
		check("heard", "nothing", "hello")
	}
}

func main() {
	section("types", types)
	os.Setenv("PQ_OPTIONS", "&binary_parameters=yes")
	section("types, binary", types)
	os.Setenv("PQ_OPTIONS", "")
	section("statements", statements)
	section("copy", copying)
	section("listen", listening)
	fmt.Printf("%d passed, %d failed\n", passed, failed)
	if failed > 0 {
		os.Exit(1)
	}
}
