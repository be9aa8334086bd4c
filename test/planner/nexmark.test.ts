import {describe, expect, it} from 'vitest';
import {inputUsage} from '../../src/plan/input-usage.ts';
import {PlannedSql} from './plan-sql.ts';

const db = new PlannedSql()
  .define(
    `CREATE TABLE nexmark (
       event_type int,
       person STRUCT<id bigint, name text, email_address text, credit_card text, city text, state text,
         date_time timestamp, extra text>,
       auction STRUCT<id bigint, item_name text, description text, initial_bid bigint, reserve bigint,
         date_time timestamp, expires timestamp, seller bigint, category bigint, extra text>,
       bid STRUCT<auction bigint, bidder bigint, price bigint, channel text, url text, date_time timestamp, extra text>);
     CREATE VIEW person AS SELECT (person).id, (person).name, (person).city, (person).state, (person).date_time
       FROM nexmark WHERE event_type = 0;
     CREATE VIEW auction AS SELECT (auction).id, (auction).item_name, (auction).seller, (auction).category,
       (auction).date_time FROM nexmark WHERE event_type = 1;
     CREATE VIEW bid AS SELECT (bid).auction, (bid).bidder, (bid).price, (bid).channel, (bid).url, (bid).date_time,
       (bid).extra FROM nexmark WHERE event_type = 2;`,
  )
  .know('nexmark', {monotonic: true});

const q5 = `
  SELECT AuctionBids.auction, AuctionBids.num FROM (
    SELECT bid.auction, count(*) AS num, window_start AS starttime
    FROM HOP(bid, date_time, INTERVAL '2' SECOND, INTERVAL '10' SECOND)
    GROUP BY window_start, bid.auction
  ) AS AuctionBids JOIN (
    SELECT max(CountBids.num) AS maxn, CountBids.starttime_c FROM (
      SELECT count(*) AS num, window_start AS starttime_c
      FROM HOP(bid, date_time, INTERVAL '2' SECOND, INTERVAL '10' SECOND)
      GROUP BY bid.auction, window_start
    ) AS CountBids GROUP BY CountBids.starttime_c
  ) AS MaxBids ON AuctionBids.starttime = MaxBids.starttime_c AND AuctionBids.num >= MaxBids.maxn`;

describe('plans of the Nexmark queries', () => {
  it('q0: pass through', () => {
    expect(db.print(`SELECT auction, bidder, price, date_time, extra FROM bid`)).toMatchInlineSnapshot(`
      "
      project auction, bidder, price, date_time, extra
        filter event_type = 2
          project event_type, (bid).auction, (bid).bidder, (bid).price, (bid).date_time, (bid).extra
            input nexmark
      "
    `);
  });

  it('q1: currency conversion', () => {
    expect(db.print(`SELECT auction, bidder, 0.908 * price AS price, date_time, extra FROM bid`))
      .toMatchInlineSnapshot(`
        "
        project auction, bidder, 0.908 * price::numeric as price, date_time, extra
          filter event_type = 2
            project event_type, (bid).auction, (bid).bidder, (bid).price, (bid).date_time, (bid).extra
              input nexmark
        "
      `);
  });

  it('q2: selection, the kind of event first', () => {
    expect(db.print(`SELECT auction, price FROM bid WHERE auction % 123 = 0`)).toMatchInlineSnapshot(`
      "
      project auction, price
        filter (event_type = 2) AND ((auction % 123) = 0)
          project event_type, (bid).auction, (bid).price
            input nexmark
      "
    `);
    expect(db.print(`SELECT auction, price FROM bid WHERE auction = 1007 OR auction = 1020 OR auction = 2001`))
      .toMatchInlineSnapshot(`
        "
        project auction, price
          filter (event_type = 2) AND ((auction = 1007) OR (auction = 1020) OR (auction = 2001))
            project event_type, (bid).auction, (bid).price
              input nexmark
        "
      `);
  });

  it('q3: join, with conditions at the inputs and only the fields that are read', () => {
    const sql = `SELECT P.name, P.city, P.state, A.id FROM auction AS A INNER JOIN person AS P ON A.seller = P.id
                 WHERE A.category = 10 AND (P.state = 'or' OR P.state = 'id' OR P.state = 'ca')`;
    expect(db.print(sql)).toMatchInlineSnapshot(`
      "
      project name, city, state, id#0
        inner join on seller = id
          project id, seller
            filter (event_type = 1) AND (category = 10)
              project event_type, (auction).id, (auction).seller, (auction).category
                input nexmark
          project id, name, city, state
            filter (event_type = 0) AND ((state = 'or') OR (state = 'id') OR (state = 'ca'))
              project event_type, (person).id, (person).name, (person).city, (person).state
                input nexmark
      "
    `);
    expect(db.plan(sql).nodes.at(-1)!.props.monotonic).toBe(true);
  });

  it('q5: hot items, counting once', () => {
    expect(db.print(q5)).toMatchInlineSnapshot(`
      "
      project auction, num
        inner join on starttime = starttime_c where num >= maxn
          project auction, count as num, window_start as starttime
            #5 aggregate [auction, window_start] count(*)
              hop date_time 10 s every 2 s
                project auction, date_time
                  filter event_type = 2
                    project event_type, (bid).auction, (bid).date_time
                      input nexmark
          project max as maxn, starttime_c
            aggregate [starttime_c] max(num)
              project count as num, window_start as starttime_c
                #5 again
      "
    `);
    expect(db.plan(q5).nodes.filter(({node}) => node === 'window')).toHaveLength(1);
  });

  it('q7: highest bid, the bids with the prices that are a maximum', () => {
    const sql = `SELECT B.auction, B.price, B.bidder, B.date_time FROM bid B JOIN (
                   SELECT MAX(price) AS maxprice, window_end AS date_time
                   FROM TUMBLE(bid, date_time, INTERVAL '10' SECOND) GROUP BY window_end
                 ) B1 ON B.price = B1.maxprice
                 WHERE B.date_time BETWEEN B1.date_time - INTERVAL '10' SECOND AND B1.date_time`;
    expect(db.print(sql)).toMatchInlineSnapshot(`
      "
      project auction, price, bidder, date_time#3
        inner join on price = maxprice where (date_time#3 >= (date_time#5 - INTERVAL '10 s')) AND (date_time#3 <= date_time#5)
          project auction, bidder, price, date_time
            #2 filter event_type = 2
              project event_type, (bid).auction, (bid).bidder, (bid).price, (bid).date_time
                input nexmark
          project max as maxprice, window_end as date_time
            aggregate [window_end] max(price)
              tumble date_time 10 s
                project price, date_time
                  #2 again
      "
    `);
  });

  it('q8: new users, without the ends of windows that begin together', () => {
    const sql = `SELECT P.id, P.name, P.starttime FROM (
                   SELECT id, name, window_start AS starttime, window_end AS endtime
                   FROM TUMBLE(person, date_time, INTERVAL '10' SECOND) GROUP BY id, name, window_start, window_end
                 ) P JOIN (
                   SELECT seller, window_start AS starttime, window_end AS endtime
                   FROM TUMBLE(auction, date_time, INTERVAL '10' SECOND) GROUP BY seller, window_start, window_end
                 ) A ON P.id = A.seller AND P.starttime = A.starttime AND P.endtime = A.endtime`;
    expect(db.print(sql)).toMatchInlineSnapshot(`
      "
      project id, name, window_start#2 as starttime
        inner join on id = seller, window_start = window_start
          distinct
            project id, name, window_start
              tumble date_time 10 s
                project id, name, date_time
                  filter event_type = 0
                    project event_type, (person).id, (person).name, (person).date_time
                      input nexmark
          distinct
            project seller, window_start
              tumble date_time 10 s
                project seller, date_time
                  filter event_type = 1
                    project event_type, (auction).date_time, (auction).seller
                      input nexmark
      "
    `);
  });

  it('say which fields a source must decode', () => {
    const [usage] = inputUsage(db.plan(q5)).values();
    expect(usage).toEqual(
      new Map<number, unknown>([
        [0, 'all'],
        [3, new Set([0, 5])],
      ]),
    );
  });
});
