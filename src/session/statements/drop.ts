import type {Catalog} from '../../catalog/catalog.ts';
import {type DropPlan, planDrop} from '../../catalog/drop.ts';
import type {ObjectKind} from '../../catalog/object.ts';
import type {Drop, DropObject} from '../../sql/ast/index.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import type {SqlSession} from '../session.ts';
import {tableSpec} from '../table-spec.ts';
import {dropHomelessPolicies} from './drop-masking.ts';
import {dropIndex} from './drop-index.ts';
import {readersIn} from './column-users.ts';
import {editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';

const KINDS: {readonly [K in DropObject]?: ObjectKind} = {
  table: 'table',
  view: 'view',
  'materialized view': 'materialized view',
  source: 'source',
  sink: 'sink',
  schema: 'schema',
  type: 'type',
  domain: 'domain',
  sequence: 'sequence',
};

export const drop: StatementHandler<Drop> = {
  run(statement, session) {
    const {object, names, ifExists, behavior} = statement;
    if (object === 'index') return dropIndex(statement, session);
    const kind = KINDS[object];
    if (!kind) throw notSupported(`DROP ${object.toUpperCase()}`);
    return editCatalog(session, `DROP ${object.toUpperCase()}`, fork => {
      const {searchPath} = session.settings;
      const cascade = behavior === 'cascade';
      refuseDeadLetters(session, fork, statement);
      // A source's dead-letter table goes with it; what was built on that one counts as built on the source.
      if (kind === 'source') dropDeadLetters(session, fork, statement, cascade);
      const plan = planDrop(
        fork,
        {kind, names: names.map(name => name.parts), ifExists, cascade},
        searchPath,
        readersIn(session, fork),
      );
      fork.remove(plan.objects.map(({oid}) => oid));
      if (kind === 'schema') dropHomelessPolicies(fork, cascade);
      for (const table of plan.changed) fork.replace(table);
      for (const other of plan.others) fork.replace(other);
      const specs = new Map(plan.changed.map(table => [table.oid, tableSpec(table)]));
      return {specs, notices: plan.notices, tag: `DROP ${object.toUpperCase()}`};
    });
  },
};

function dropDeadLetters(session: SqlSession, fork: Catalog, statement: Drop, cascade: boolean): void {
  for (const name of statement.names) {
    const found = fork.find(name.parts, session.settings.searchPath);
    if (found?.kind !== 'source') continue;
    const spec = session.spec(found.oid);
    const letters = spec?.kind === 'source' ? fork.byOid(spec.deadLetters) : null;
    if (!letters || letters.kind !== 'table') continue;
    const request = {kind: 'table' as const, names: [[letters.schema, letters.name]], ifExists: false, cascade};
    const plan: DropPlan = planDrop(fork, request, session.settings.searchPath);
    fork.remove(plan.objects.map(({oid}) => oid));
  }
}

function refuseDeadLetters(session: SqlSession, fork: Catalog, statement: Drop): void {
  if (statement.object !== 'table') return;
  for (const name of statement.names) {
    const found = fork.find(name.parts, session.settings.searchPath);
    const spec = found && session.spec(found.oid);
    if (spec?.kind !== 'table' || spec.deadLettersOf === undefined) continue;
    const source = fork.byOid(spec.deadLettersOf);
    throw new SqlError('2BP01', `cannot drop table ${spec.name} because source ${source?.name ?? ''} requires it`, {
      hint: `You can drop source ${source?.name ?? ''} instead.`,
    });
  }
}
