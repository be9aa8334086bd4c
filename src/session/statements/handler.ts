import type {Statement} from '../../sql/ast/index.ts';
import type {Execution, ResultColumn} from '../api.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {Datum} from '../../types/datum.ts';
import type {SqlSession} from '../session.ts';
import type {PlannableStatement} from './planned.ts';

/** What Bind gave for the parameters of the statement's query. */
export type Given = {readonly types: readonly SqlType[]; readonly values: readonly Datum[]};

export const NOTHING_GIVEN: Given = {types: [], values: []};

/** How one kind of statement runs; queries and DML, which are planned, have none. */
export type StatementHandler<S extends Statement = Statement> = {
  /** What Describe says before it runs; absent: no rows. */
  columns?(statement: S, session: SqlSession): readonly ResultColumn[] | null;
  /** The query within it, whose parameters are the statement's own; absent or null: it takes none. */
  query?(statement: S): PlannableStatement | null;
  /** `sql` is the text that the statement's spans count in. */
  run(statement: S, session: SqlSession, sql: string, given: Given): Execution | Promise<Execution>;
};
