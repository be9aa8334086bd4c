import type {Catalog} from '../../catalog/catalog.ts';
import {isMasked} from '../../catalog/masking.ts';
import type {CatalogNotice} from '../../catalog/notice.ts';
import type {ColumnDefault, DomainCheck, DomainObject, ObjectId, TableObject} from '../../catalog/object.ts';
import {schemaOf} from '../../catalog/object.ts';
import {columnsOfType} from '../../catalog/user-types.ts';
import {castBetween} from '../../expr/registry.ts';
import type {Expr} from '../../expr/expr.ts';
import {filter} from '../../plan/build.ts';
import {rewriteExpr} from '../../plan/map-expr.ts';
import type {AlterDomain, DomainAction, QualifiedName} from '../../sql/ast/index.ts';
import {bindAddCheck, bindAlterDefault} from '../../sql/bind/index.ts';
import type {BindOptions} from '../../sql/bind/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN, baseOf} from '../../types/sql-type.ts';
import type {SqlSession} from '../session.ts';
import {anyRow} from './any-row.ts';
import {typeNamed} from './alter-enum.ts';
import {editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {refuseAroundMasks} from './masking.ts';
import {definingOptions} from './planned.ts';
import {refuseRunning, usedBy} from './type-users.ts';

/** Errors: 42704, 42809, 42710, 23502 and 23514 rows that it would not allow, 0A000 while a view converts to it. */
export const alterDomain: StatementHandler<AlterDomain> = {
  async run({name, change}, session, sql) {
    await checkRows(session, name, change, sql);
    return editCatalog(session, 'ALTER DOMAIN', fork => {
      const domain = domainNamed(fork, name, session);
      refuseStricterViews(session, domain, change);
      const notices: CatalogNotice[] = [];
      fork.replace(altered(domain, change, {...definingOptions(session, sql), catalog: fork}, notices));
      return {specs: new Map(), notices, tag: 'ALTER DOMAIN'};
    });
  },
};

export function domainNamed(catalog: Catalog, name: QualifiedName, session: SqlSession): DomainObject {
  const found = typeNamed(catalog, name, session, 'a domain');
  if (found.kind !== 'domain') throw new SqlError('42809', `${found.name} is not a domain`);
  return found;
}

function altered(
  domain: DomainObject,
  change: DomainAction,
  options: BindOptions,
  notices: CatalogNotice[],
): DomainObject {
  switch (change.action) {
    case 'set_default':
      return withDefault(domain, bindAlterDefault(domain, change.expression, options));
    case 'drop_default':
      return withDefault(domain, null);
    case 'set_not_null':
      return {...domain, notNull: true};
    case 'drop_not_null':
      return {...domain, notNull: false};
    case 'add_constraint': {
      if (change.constraint.kind === 'not_null') return {...domain, notNull: true};
      return {...domain, checks: [...domain.checks, bindAddCheck(domain, change.constraint, options)]};
    }
    case 'drop_constraint': {
      const rest = domain.checks.filter(check => check.name !== change.name);
      if (rest.length === domain.checks.length) {
        const message = `constraint "${change.name}" of domain "${domain.name}" does not exist`;
        if (!change.ifExists) throw new SqlError('42704', message);
        notices.push({severity: 'NOTICE', code: '00000', message: `${message}, skipping`});
      }
      return {...domain, checks: rest};
    }
    case 'validate_constraint':
      constraintNamed(domain, change.name);
      return {
        ...domain,
        checks: domain.checks.map(check => (check.name === change.name ? {...check, validated: true} : check)),
      };
  }
}

/** The domain hangs on what its default calls. */
function withDefault(domain: DomainObject, value: ColumnDefault | null): DomainObject {
  const others = domain.dependsOn.filter(oid => !domain.default?.calls?.includes(oid));
  return {...domain, default: value, dependsOn: [...new Set([...others, ...(value?.calls ?? [])])]};
}

function constraintNamed(domain: DomainObject, name: string): DomainCheck {
  const found = domain.checks.find(check => check.name === name);
  if (!found) throw new SqlError('42704', `constraint "${name}" of domain "${domain.name}" does not exist`);
  return found;
}

/** A running view's rows were converted under the rules as they were, and are taken back under those. */
function refuseStricterViews(session: SqlSession, {oid}: DomainObject, {action}: DomainAction): void {
  if (action === 'set_default' || action === 'drop_default' || action === 'validate_constraint') return;
  const domains = withDerived(session.catalog, oid);
  refuseRunning(session.database, 'ALTER DOMAIN', signature =>
    domains.some(domain => new RegExp(`,#${domain}(\\[\\])*\\)$`).test(signature)),
  );
}

/** The domain and those over it. */
function withDerived(catalog: Catalog, oid: ObjectId): ObjectId[] {
  const over = catalog.ofKind('domain').filter(({base}) => base.domain === oid);
  return [oid, ...over.flatMap(domain => withDerived(catalog, domain.oid))];
}

/** Looks through the tables for what the new rule forbids. */
async function checkRows(session: SqlSession, name: QualifiedName, change: DomainAction, sql: string): Promise<void> {
  const {catalog} = session;
  const domain = domainNamed(catalog, name, session);
  const notNull =
    change.action === 'set_not_null' || (change.action === 'add_constraint' && change.constraint.kind === 'not_null');
  const check = newCheck(session, domain, change, sql);
  if (!notNull && !check) return;
  const uses = withDerived(catalog, domain.oid).flatMap(oid => columnsOfType(catalog, oid).map(use => ({...use, oid})));
  const inside = uses.find(({table, index, oid}) => table.columns[index].type.domain !== oid);
  if (inside) throw usedBy(domain.name, inside.table.name, inside.table.columns[inside.index].name);
  for (const {table, index} of uses) {
    if (isMasked(table.columns[index])) refuseAroundMasks(catalog, table, session);
  }
  for (const {table, index} of uses) {
    const column = table.columns[index];
    const value: Expr = {op: 'column', index, type: column.type};
    if (!(await anyRow(session, filter(rowsOf(table), broken(value, check))))) continue;
    const where = `column "${column.name}" of table "${table.name}" contains`;
    const fields = {schema: table.schema, table: table.name, column: column.name};
    if (notNull) throw new SqlError('23502', `${where} null values`, fields);
    throw new SqlError('23514', `${where} values that violate the new constraint`, fields);
  }
}

function rowsOf(table: TableObject) {
  return {node: 'get', object: table.oid, name: table.name, schema: schemaOf(table)} as const;
}

/** The check that rows have to be looked through for. */
function newCheck(session: SqlSession, domain: DomainObject, change: DomainAction, sql: string): DomainCheck | null {
  if (change.action === 'validate_constraint') return constraintNamed(domain, change.name);
  if (change.action !== 'add_constraint' || change.constraint.kind !== 'check') return null;
  const check = bindAddCheck(domain, change.constraint, {
    ...definingOptions(session, sql),
    catalog: session.catalog.fork(),
  });
  return check.validated ? check : null;
}

/** True of a row whose value breaks the rule: a check that is false, or NULL where there is none to check. */
function broken(value: Expr, check: DomainCheck | null): Expr {
  if (!check) return {op: 'isNull', arg: value, negated: false, type: BOOLEAN};
  const base = baseOf(value.type);
  const plain: Expr = {op: 'call', signature: castBetween(value.type, base)!.signature, args: [value], type: base};
  const arg = rewriteExpr(check.expr, expr => (expr.op === 'column' ? plain : expr));
  return {op: 'isTruth', arg, truth: 'false', negated: false, type: BOOLEAN};
}
