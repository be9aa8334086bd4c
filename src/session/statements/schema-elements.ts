import {quoteIdentifier} from '../../expr/text/quote.ts';
import type {QualifiedName, SchemaElement} from '../../sql/ast/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlSession} from '../session.ts';
import {NOTHING_GIVEN} from './handler.ts';
import {createIndex} from './create-index.ts';
import {createTable} from './create-table.ts';
import {createTableAs} from './create-table-as.ts';
import {createView} from './create-view.ts';
import {grant} from './grant.ts';
import {createSequence} from './sequence.ts';
import {checkStatement} from './statement-rights.ts';

const ORDER: readonly SchemaElement['kind'][] = [
  'create_sequence',
  'create_table',
  'create_table_as',
  'create_view',
  'create_index',
  'grant',
];

/** Makes what stands in CREATE SCHEMA, with that schema first in the search path. Errors: 42P15, those of each. */
export async function createElements(
  session: SqlSession,
  schema: string,
  elements: readonly SchemaElement[],
  sql: string,
): Promise<void> {
  for (const element of elements) checkSchema(schema, element);
  const mark = session.settings.mark();
  const before = session.settings.get('search_path') ?? '';
  const path = [quoteIdentifier(schema), ...(before === '' ? [] : [before])].join(', ');
  session.settings.set('search_path', path, 'local');
  try {
    for (const kind of ORDER) {
      for (const element of elements) if (element.kind === kind) await create(session, element, sql);
    }
  } finally {
    session.settings.rollbackTo(mark);
  }
}

function checkSchema(schema: string, element: SchemaElement): void {
  if (element.kind === 'grant') return;
  const {parts}: QualifiedName = element.kind === 'create_index' ? element.table : element.name;
  const named = parts.length > 1 ? parts[parts.length - 2] : schema;
  if (named === schema) return;
  const message = `CREATE specifies a schema (${named}) different from the one being created (${schema})`;
  throw new SqlError('42P15', message);
}

async function create(session: SqlSession, element: SchemaElement, sql: string): Promise<void> {
  checkStatement(session, element, sql);
  switch (element.kind) {
    case 'create_table':
      await createTable.run(element, session, sql, NOTHING_GIVEN);
      return;
    case 'create_table_as':
      await createTableAs.run(element, session, sql, NOTHING_GIVEN);
      return;
    case 'create_view':
      await createView.run(element, session, sql, NOTHING_GIVEN);
      return;
    case 'create_index':
      await createIndex.run(element, session, sql, NOTHING_GIVEN);
      return;
    case 'grant':
      await grant.run(element, session, sql, NOTHING_GIVEN);
      return;
    default:
      await createSequence.run(element, session, sql, NOTHING_GIVEN);
  }
}
