//! tokio-postgres: binary formats of its types, its lookups of unknown types, portals, pipelining, COPY, cancelling, notices.

use bytes::Bytes;
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};
use futures_util::{future, pin_mut, stream, SinkExt, StreamExt, TryStreamExt};
use std::{cell::Cell, env, error::Error, fmt::Debug, process::exit, time::Duration};
use tokio_postgres::{types::Type, AsyncMessage, Client, IsolationLevel, NoTls, SimpleQueryMessage};

type Done = Result<(), Box<dyn Error>>;

thread_local! {
    static PASSED: Cell<u32> = const { Cell::new(0) };
    static FAILED: Cell<u32> = const { Cell::new(0) };
}

fn check<T: Debug>(what: &str, actual: T, expected: &str) {
    let actual = format!("{actual:?}");
    if actual == expected {
        PASSED.set(PASSED.get() + 1);
    } else {
        FAILED.set(FAILED.get() + 1);
        println!("FAILED {what}: {actual} and not {expected}");
    }
}

async fn connect() -> Result<(Client, tokio::sync::mpsc::UnboundedReceiver<AsyncMessage>), Box<dyn Error>> {
    let (client, mut connection) = tokio_postgres::connect(&env::var("PGURL")?, NoTls).await?;
    let (told, messages) = tokio::sync::mpsc::unbounded_channel();
    tokio::task::spawn_local(async move {
        let mut stream = stream::poll_fn(move |c| connection.poll_message(c));
        while let Some(Ok(message)) = stream.next().await {
            let _ = told.send(message);
        }
    });
    Ok((client, messages))
}

async fn types() -> Done {
    let (c, _messages) = connect().await?;
    macro_rules! back {
        ($kind:literal, $value:expr, $type:ty) => {
            let value: $type = $value;
            let expected = format!("{value:?}");
            let row = c.query_one(concat!("SELECT $1::", $kind, ", NULL::", $kind), &[&value]).await?;
            check($kind, row.get::<_, $type>(0), &expected);
            check($kind, row.get::<_, Option<$type>>(1).is_none(), "true");
        };
    }
    back!("bool", true, bool);
    back!("int2", i16::MIN, i16);
    back!("int4", i32::MAX, i32);
    back!("int8", i64::MIN, i64);
    back!("float4", 1.5, f32);
    back!("float8", 0.1, f64);
    back!("text", "ünï 😀".into(), String);
    back!("varchar(5)", "abc".into(), String);
    back!("name", "n".into(), String);
    back!("bytea", vec![0, 255], Vec<u8>);
    back!("date", NaiveDate::from_ymd_opt(2024, 2, 29).unwrap(), NaiveDate);
    let moment = NaiveDate::from_ymd_opt(2024, 2, 29).unwrap().and_hms_micro_opt(1, 2, 3, 4).unwrap();
    back!("timestamp", moment, NaiveDateTime);
    back!("timestamptz", Utc.from_utc_datetime(&moment), DateTime<Utc>);
    back!("uuid", uuid::Uuid::from_u128(7), uuid::Uuid);
    back!("jsonb", serde_json::json!({"a": [1, null]}), serde_json::Value);
    back!("json", serde_json::json!([true]), serde_json::Value);
    back!("int4[]", vec![Some(1), None], Vec<Option<i32>>);
    back!("text[]", vec!["a b".into(), "\"".into()], Vec<String>);
    back!("oid", 4294967295, u32);
    c.batch_execute(
        "CREATE TYPE mood AS ENUM ('glad', 'sad'); CREATE TYPE pair AS (a int, b text); CREATE DOMAIN positive AS int CHECK (VALUE > 0);
         CREATE TABLE own (m mood, p pair, d positive, ms mood[], r int4range)",
    )
    .await?;
    let statement = c.prepare("SELECT * FROM own WHERE m = $1 OR d = $2").await?;
    let kinds: Vec<_> = statement.columns().iter().map(|column| format!("{:?}", column.type_().kind())).collect();
    check("enum", &kinds[0], "\"Enum([\\\"glad\\\", \\\"sad\\\"])\"");
    check("composite", kinds[1].contains("Field { name: \"a\", type_: Int4 }"), "true");
    check("domain, described as what it is over", &kinds[2], "\"Simple\"");
    check("array of enums", kinds[3].starts_with("Array("), "true");
    check("range", &kinds[4], "\"Range(Int4)\"");
    check("parameters", statement.params().iter().map(Type::name).collect::<Vec<_>>(), "[\"mood\", \"int4\"]");
    Ok(())
}

async fn statements() -> Done {
    let (mut c, mut messages) = connect().await?;
    c.batch_execute("CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text UNIQUE)").await?;
    let insert = c.prepare_typed("INSERT INTO t (name) VALUES ($1) RETURNING id", &[Type::TEXT]).await?;
    let many = (0..300).map(|i| {
        let (c, insert) = (&c, &insert);
        async move { c.query_one(insert, &[&format!("n{i}")]).await.map(|row| row.get::<_, i32>(0)) }
    });
    let ids = future::try_join_all(many).await?;
    check("pipelined", ids.iter().sum::<i32>(), "45150");
    check("executed", c.execute("UPDATE t SET name = name || '!' WHERE id <= $1", &[&10]).await?, "10");
    let transaction = c.build_transaction().isolation_level(IsolationLevel::RepeatableRead).start().await?;
    let portal = transaction.bind("SELECT id FROM t ORDER BY id", &[]).await?;
    let mut sizes = vec![];
    loop {
        let rows = transaction.query_portal(&portal, 110).await?.len();
        sizes.push(rows);
        if rows < 110 {
            break;
        }
    }
    check("portal", sizes, "[110, 110, 80]");
    transaction.rollback().await?;
    let mut transaction = c.transaction().await?;
    let savepoint = transaction.savepoint("s").await?;
    let error = savepoint.execute("INSERT INTO t (name) VALUES ('n50')", &[]).await.unwrap_err();
    let told = error.as_db_error().unwrap();
    check("error", (told.code().code(), told.constraint(), told.detail()), "(\"23505\", Some(\"t_name_key\"), Some(\"Key (name)=(n50) already exists.\"))");
    savepoint.rollback().await?;
    transaction.commit().await?;
    let simple = c.simple_query("SELECT 1 AS a; SELECT 'x' AS b, NULL AS c; DROP TABLE IF EXISTS nix").await?;
    let values: Vec<_> = simple
        .iter()
        .filter_map(|message| match message {
            SimpleQueryMessage::Row(row) => Some((0..row.len()).map(|i| row.get(i)).collect::<Vec<_>>()),
            _ => None,
        })
        .collect();
    check("simple", values, "[[Some(\"1\")], [Some(\"x\"), None]]");
    match messages.recv().await {
        Some(AsyncMessage::Notice(notice)) => check("notice", notice.message(), "\"table \\\"nix\\\" does not exist, skipping\""),
        _ => check("notice", "something else", "a notice"),
    }
    c.batch_execute("LISTEN news; SELECT pg_notify('news', 'hello')").await?;
    match messages.recv().await {
        Some(AsyncMessage::Notification(heard)) => check("heard", heard.payload(), "\"hello\""),
        _ => check("heard", "something else", "a notification"),
    }
    let token = c.cancel_token();
    let (slept, _) = future::join(c.batch_execute("SELECT pg_sleep(10)"), async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        token.cancel_query(NoTls).await
    })
    .await;
    check("cancelled", slept.unwrap_err().code().map(|code| code.code().to_string()), "Some(\"57014\")");
    let rows = c.query_raw("SELECT generate_series(1, $1::int)", [5000]).await?;
    pin_mut!(rows);
    let mut sum = 0i64;
    while let Some(row) = rows.try_next().await? {
        sum += i64::from(row.get::<_, i32>(0));
    }
    check("streamed", sum, "12502500");
    Ok(())
}

async fn copying() -> Done {
    let (c, _messages) = connect().await?;
    c.batch_execute("CREATE TABLE copied (i int, s text)").await?;
    let sink = c.copy_in::<_, Bytes>("COPY copied FROM STDIN").await?;
    pin_mut!(sink);
    for i in 0..2000 {
        sink.send(Bytes::from(format!("{i}\tline {i}\n"))).await?;
    }
    check("copied in", sink.finish().await?, "2000");
    let chunks: Vec<Bytes> = c.copy_out("COPY (SELECT * FROM copied ORDER BY i LIMIT 2) TO STDOUT (FORMAT binary)").await?.try_collect().await?;
    check("copied out", chunks.concat().len(), "61");
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    tokio::task::LocalSet::new()
        .run_until(async {
            for (name, result) in [("types", types().await), ("statements", statements().await), ("copy", copying().await)] {
                if let Err(error) = result {
                    FAILED.set(FAILED.get() + 1);
                    println!("FAILED {name}: {error:?}");
                }
            }
        })
        .await;
    println!("{} passed, {} failed", PASSED.get(), FAILED.get());
    exit((FAILED.get() > 0) as i32);
}
