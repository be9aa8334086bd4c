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
  | 'CALL arguments'
  | 'COPY FROM WHERE conditions'
  | 'MERGE WHEN conditions'
  | 'RETURNING'
  | 'ON CONFLICT'
  | 'aggregate arguments'
  | 'check constraints'
  | 'masking policies'
  | 'policy expressions'
  | 'column generation expressions'
  | 'index expressions'
  | 'index predicates'
  | 'transform expressions'
  | 'window arguments'
  | 'window definitions'
  | 'window ROWS'
  | 'window RANGE'
  | 'window GROUPS'
  | 'DISTINCT ON'
  | 'WATERMARK';

export type Env = {
  readonly level: Level;
  readonly clause: Clause;
  /** Set-returning functions may stand here, though the clause does not say so. */
  readonly sets?: boolean;
};

const withAggregates = new Set<Clause>([
  'SELECT',
  'HAVING',
  'ORDER BY',
  'DISTINCT ON',
  'window arguments',
  'window definitions',
]);
const withWindows = new Set<Clause>(['SELECT', 'ORDER BY', 'DISTINCT ON']);

export function allowsAggregates(clause: Clause): boolean {
  return withAggregates.has(clause);
}

export function allowsWindowFunctions(clause: Clause): boolean {
  return withWindows.has(clause);
}
