import type {RunningServer} from '../server/server.ts';

/** The query that the demo invites to run, again and again. */
export const DEMO_QUERY = 'SELECT * FROM top_sellers ORDER BY revenue DESC LIMIT 5;';

/** The auction generator and three views over it, the last one a view on a view. */
const DEMO = [`CREATE SOURCE IF NOT EXISTS auction_house FROM LOAD GENERATOR AUCTION (RATE 1000, SEED 42)`];

/** Creates what is missing of the demo, in the running server. */
export async function createDemo(server: RunningServer): Promise<void> {
  const session = await server.database.connect({
    user: server.user,
    database: server.database.catalog.database,
    parameters: new Map([['application_name', 'demo']]),
    remoteAddress: '',
  });
  try {
    for (const sql of DEMO) for await (const execution of session.simpleQuery(sql)) await execution.next(0);
  } finally {
    await session.close();
  }
}
