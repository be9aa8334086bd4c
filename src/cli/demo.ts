import type {RunningServer} from '../server/server.ts';

/** The query that the demo invites to run, again and again. */
export const DEMO_QUERY = 'SELECT * FROM top_sellers ORDER BY revenue DESC LIMIT 5;';

/** Bids of an auction house, 1,000 a second from now on, and three views; the second is a view on the first. */
function demoStatements(start: Date): readonly string[] {
  return [
    `CREATE SOURCE IF NOT EXISTS bids FROM LOAD GENERATOR AUCTION (RATE 1000, SEED 42, START '${start.toISOString()}')`,
    `CREATE MATERIALIZED VIEW IF NOT EXISTS auctions AS
       SELECT auction_id, item, seller, count(*) AS bids, max(amount) AS highest
       FROM bids GROUP BY auction_id, item, seller`,
    `CREATE MATERIALIZED VIEW IF NOT EXISTS top_sellers AS
       SELECT seller, count(*) AS auctions, sum(highest) AS revenue
       FROM auctions GROUP BY seller`,
    `CREATE MATERIALIZED VIEW IF NOT EXISTS bids_per_minute AS
       SELECT window_start AS minute, count(*) AS bids, sum(amount) AS volume
       FROM TUMBLE(bids, bid_time, INTERVAL '1 minute') GROUP BY window_start`,
  ];
}

/** Creates what is missing of the demo, in the running server. */
export async function createDemo(server: RunningServer): Promise<void> {
  const session = await server.database.connect({
    user: server.user,
    database: server.database.catalog.database,
    parameters: new Map([['application_name', 'demo']]),
    remoteAddress: '',
  });
  try {
    for (const sql of demoStatements(new Date())) {
      for await (const execution of session.simpleQuery(sql)) await execution.next(0);
    }
  } finally {
    await session.close();
  }
}
