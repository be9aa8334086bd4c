import type {Statement} from '../../sql/ast/index.ts';
import type {Execution, ResultColumn} from '../api.ts';
import type {SqlSession} from '../session.ts';

/** How one kind of statement runs; queries and DML, which are planned, have none. */
export type StatementHandler<S extends Statement = Statement> = {
  /** What Describe says before it runs; absent: no rows. */
  columns?(statement: S, session: SqlSession): readonly ResultColumn[] | null;
  /** `sql` is the text that the statement's spans count in. */
  run(statement: S, session: SqlSession, sql: string): Execution | Promise<Execution>;
};
