import type {Level} from './level.ts';

/** Where an expression stands, in the words of the messages that forbid things there. */
export type Clause =
  | 'SELECT'
  | 'WHERE'
  | 'JOIN conditions'
  | 'GROUP BY'
  | 'HAVING'
  | 'ORDER BY'
  | 'LIMIT'
  | 'OFFSET'
  | 'VALUES'
  | 'INSERT'
  | 'UPDATE'
  | 'FILTER'
  | 'functions in FROM'
  | 'DEFAULT expressions'
  | 'EXECUTE parameters'
  | 'MERGE WHEN'
  | 'RETURNING'
  | 'ON CONFLICT'
  | 'aggregate arguments'
  | 'check constraints'
  | 'WATERMARK';

export type Env = {readonly level: Level; readonly clause: Clause};

const withAggregates = new Set<Clause>(['SELECT', 'HAVING', 'ORDER BY']);

export function allowsAggregates(clause: Clause): boolean {
  return withAggregates.has(clause);
}
