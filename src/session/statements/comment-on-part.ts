import type {Catalog} from '../../catalog/catalog.ts';
import {indexesOf} from '../../catalog/constraints.ts';
import type {CatalogObject, DomainObject, TableObject} from '../../catalog/object.ts';
import type {CommentOnFunction, CommentOnPart} from '../../sql/ast/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import {findFunction} from './drop-function.ts';
import {editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {missingRelation} from './missing-relation.ts';

/** COMMENT ON CONSTRAINT, and on what tables have none of. Errors: 42P01, 42704, 42809. */
export const commentOnPart: StatementHandler<CommentOnPart> = {
  run({part, name, on, ofDomain, text}, session) {
    const comment = text === '' ? null : text;
    return editCatalog(session, 'COMMENT', fork => {
      const {searchPath} = session.settings;
      const changed = ofDomain
        ? withDomainComment(domainOf(fork, on.parts, searchPath), name, comment)
        : withPartComment(tableOf(fork, on.parts, searchPath), part, name, comment);
      fork.replace(changed);
      return {specs: new Map(), notices: [], tag: 'COMMENT'};
    });
  },
};

/** COMMENT ON FUNCTION, ROUTINE, PROCEDURE. Errors: 42883, 42725. */
export const commentOnFunction: StatementHandler<CommentOnFunction> = {
  run({word, function: reference, text}, session, sql) {
    return editCatalog(session, 'COMMENT', fork => {
      fork.replace({...findFunction(fork, session, sql, reference, word), comment: text === '' ? null : text});
      return {specs: new Map(), notices: [], tag: 'COMMENT'};
    });
  },
};

function tableOf(catalog: Catalog, parts: readonly string[], searchPath: readonly string[]): CatalogObject {
  const found = catalog.find(parts, searchPath);
  if (!found || found.kind === 'type' || found.kind === 'domain') throw missingRelation(catalog, parts);
  if (found.kind === 'system') throw new SqlError('42501', `permission denied: "${found.name}" is a system catalog`);
  return found;
}

function domainOf(catalog: Catalog, parts: readonly string[], searchPath: readonly string[]): DomainObject {
  const found = catalog.findType(parts, searchPath);
  if (!found) throw new SqlError('42704', `type "${parts.join('.')}" does not exist`);
  if (found.kind !== 'domain') throw new SqlError('42809', `"${found.name}" is not a domain`);
  return found;
}

function withDomainComment(domain: DomainObject, name: string, comment: string | null): DomainObject {
  if (!domain.checks.some(check => check.name === name)) {
    throw new SqlError('42704', `constraint "${name}" for domain ${domain.name} does not exist`);
  }
  return {...domain, checks: domain.checks.map(check => (check.name === name ? {...check, comment} : check))};
}

function withPartComment(
  table: CatalogObject,
  part: CommentOnPart['part'],
  name: string,
  comment: string | null,
): TableObject {
  const of = part === 'rule' ? 'relation' : 'table';
  const missing = new SqlError('42704', `${part} "${name}" for ${of} "${table.name}" does not exist`);
  if (table.kind !== 'table') throw missing;
  if (part === 'policy') {
    const policies = table.policies ?? [];
    if (!policies.some(policy => policy.name === name)) throw missing;
    return {...table, policies: policies.map(policy => (policy.name === name ? {...policy, comment} : policy))};
  }
  if (part !== 'constraint') throw missing;
  const index = indexesOf(table).find(each => each.constraint !== null && each.name === name);
  const set = <T extends {readonly name: string}>(each: T): T => (each.name === name ? {...each, comment} : each);
  if (!index && ![...table.checks, ...table.foreignKeys].some(each => each.name === name)) throw missing;
  return {
    ...table,
    indexes: table.indexes.map(each => (each === index ? {...each, constraintComment: comment} : each)),
    checks: table.checks.map(set),
    foreignKeys: table.foreignKeys.map(set),
  };
}
