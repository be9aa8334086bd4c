/** The source and the views over it that the queries are written against. */
export function nexmarkSource(path: string): string[] {
  return [
    `CREATE SOURCE nexmark (
       event_type integer,
       person STRUCT<id bigint, name text, email_address text, credit_card text, city text, state text,
                     date_time timestamp, extra text>,
       auction STRUCT<id bigint, item_name text, description text, initial_bid bigint, reserve bigint,
                      date_time timestamp, expires timestamp, seller bigint, category bigint, extra text>,
       bid STRUCT<auction bigint, bidder bigint, price bigint, channel text, url text, date_time timestamp, extra text>
     ) FROM FILE (PATH '${path}', FOLLOW false) FORMAT JSON`,
    `CREATE VIEW person AS SELECT (person).id, (person).name, (person).email_address, (person).credit_card,
       (person).city, (person).state, (person).date_time, (person).extra FROM nexmark WHERE event_type = 0`,
    `CREATE VIEW auction AS SELECT (auction).id, (auction).item_name, (auction).description, (auction).initial_bid,
       (auction).reserve, (auction).date_time, (auction).expires, (auction).seller, (auction).category, (auction).extra
       FROM nexmark WHERE event_type = 1`,
    `CREATE VIEW bid AS SELECT (bid).auction, (bid).bidder, (bid).price, (bid).channel, (bid).url, (bid).date_time,
       (bid).extra FROM nexmark WHERE event_type = 2`,
  ];
}

const WINDOW = "INTERVAL '10' SECOND";

/** The Nexmark queries of the benchmark, as RisingWave and Flink write them. */
export const NEXMARK_QUERIES: Readonly<Record<string, string>> = {
  q0: 'SELECT auction, bidder, price, date_time, extra FROM bid',
  q1: 'SELECT auction, bidder, 0.908 * price AS price, date_time, extra FROM bid',
  q2: 'SELECT auction, price FROM bid WHERE MOD(auction, 123) = 0',
  q3: `SELECT p.name, p.city, p.state, a.id
       FROM auction AS a INNER JOIN person AS p ON a.seller = p.id
       WHERE a.category = 10 AND (p.state = 'OR' OR p.state = 'ID' OR p.state = 'CA')`,
  q5: `SELECT bids.auction, bids.num
       FROM (SELECT auction, count(*) AS num, window_start AS starttime
             FROM HOP(bid, date_time, INTERVAL '2' SECOND, ${WINDOW})
             GROUP BY auction, window_start) AS bids
       JOIN (SELECT max(counts.num) AS maxn, counts.starttime
             FROM (SELECT count(*) AS num, window_start AS starttime
                   FROM HOP(bid, date_time, INTERVAL '2' SECOND, ${WINDOW})
                   GROUP BY auction, window_start) AS counts
             GROUP BY counts.starttime) AS most
       ON bids.starttime = most.starttime AND bids.num >= most.maxn`,
  q7: `SELECT b.auction, b.price, b.bidder, b.date_time
       FROM bid b
       JOIN (SELECT max(price) AS maxprice, window_end AS date_time
             FROM TUMBLE(bid, date_time, ${WINDOW})
             GROUP BY window_end) b1
       ON b.price = b1.maxprice
       WHERE b.date_time BETWEEN b1.date_time - ${WINDOW} AND b1.date_time`,
  q8: `SELECT p.id, p.name, p.starttime
       FROM (SELECT id, name, window_start AS starttime, window_end AS endtime
             FROM TUMBLE(person, date_time, ${WINDOW})
             GROUP BY id, name, window_start, window_end) p
       JOIN (SELECT seller, window_start AS starttime, window_end AS endtime
             FROM TUMBLE(auction, date_time, ${WINDOW})
             GROUP BY seller, window_start, window_end) a
       ON p.id = a.seller AND p.starttime = a.starttime AND p.endtime = a.endtime`,
};
