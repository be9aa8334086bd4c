import type {Datum} from '../types/datum.ts';
import {SqlError, type SqlErrorFields} from '../types/sql-error.ts';
import {kindName} from '../types/type-names.ts';
import {withoutDomains, type SqlType} from '../types/sql-type.ts';
import {applyTypmod} from '../types/typmod.ts';
import {userType} from '../types/user-types.ts';
import {mapArray} from '../types/array-shape.ts';
import type {Expr} from './expr.ts';
import type {CallContext} from './function-row.ts';
import {compileRowExpr, type RowExpr} from './row-evaluator.ts';

// What the values of domains must be. Looked up when a value becomes one of the domain, so that ALTER DOMAIN counts for
// plans that stand already; each thread has its own copy, as of user-types.ts.

export type DomainRule = {
  readonly oid: number;
  /** The domain that this one is over. */
  readonly parent: number | null;
  readonly notNull: boolean;
  /** Over one column, the value; in the order of their names. */
  readonly checks: readonly {readonly name: string; readonly expr: Expr}[];
  readonly default: Expr | null;
};

let findDomain: (oid: number) => DomainRule | undefined = () => undefined;
/** Those that somebody has asked for. */
let domains = new Map<number, DomainRule>();
let compiled = new WeakMap<CallContext, Map<number, CompiledRule>>();

type CompiledRule = {
  readonly notNull: boolean;
  readonly checks: readonly {readonly name: string; readonly holds: RowExpr}[];
};

/** From now on domains are what `find` says, which gives the same until something else is published. */
export function publishDomains(find: (oid: number) => DomainRule | undefined): void {
  findDomain = find;
  domains = new Map();
  compiled = new WeakMap();
}

export function domainRule(oid: number): DomainRule | undefined {
  let rule = domains.get(oid);
  if (!rule) {
    rule = findDomain(oid);
    if (rule) domains.set(oid, rule);
  }
  return rule;
}

/** What stands where no value is given: its own default, or that of the domain it is over. */
export function domainDefault(oid: number): Expr | null {
  const rule = domainRule(oid);
  if (!rule) return null;
  return rule.default ?? (rule.parent === null ? null : domainDefault(rule.parent));
}

/** Not every value of what it is over is one of the domain. */
export function isConstrained(oid: number): boolean {
  const rule = domainRule(oid);
  if (!rule) return false;
  return rule.notNull || rule.checks.length > 0 || (rule.parent !== null && isConstrained(rule.parent));
}

/** The value, if it may stand in a column of the domain. Errors: 23502, 23514, and what a CHECK raises. */
export function checkDomain(type: SqlType, value: Datum, context: CallContext): Datum {
  const rule = compiledRule(type.domain!, context);
  if (rule.notNull && value === null) {
    throw new SqlError('23502', `domain ${kindName(type)} does not allow null values`, namesOf(type));
  }
  for (const {name, holds} of rule.checks) {
    if (holds([value]) === false) {
      const message = `value for domain ${kindName(type)} violates check constraint "${name}"`;
      throw new SqlError('23514', message, {...namesOf(type), constraint: name});
    }
  }
  return value;
}

function namesOf(type: SqlType): SqlErrorFields {
  const domain = userType(type.domain!);
  return domain ? {schema: domain.schema, datatype: domain.name} : {};
}

/** As `checkDomain`, of every value in it that is of a domain. */
export function checkDomains(type: SqlType, value: Datum, context: CallContext): Datum {
  if (value !== null && type.element && withoutDomains(type) !== type) {
    const element = type.element;
    mapArray(value as readonly Datum[], item => checkDomains(element, item, context));
  }
  if (value !== null && type.fields && withoutDomains(type) !== type) {
    type.fields.forEach((field, i) => checkDomains(field.type, (value as readonly Datum[])[i], context));
  }
  return type.domain === undefined ? value : checkDomain(type, value, context);
}

/**
 * A value as it is read for a type with domains in it. Errors: 22001, 22003, 23502, 23514; what a check itself cannot do here is
 * left to whoever runs it.
 */
export function readAs(type: SqlType, value: Datum): Datum {
  const fitted = applyTypmod(withoutDomains(type), value, 'implicit');
  try {
    return checkDomains(type, fitted, {argTypes: [], resultType: type, now: 0n, settings: new Map<string, string>()});
  } catch (error) {
    if (error instanceof SqlError && error.code.startsWith('23')) throw error;
    return fitted;
  }
}

/** The checks of the innermost domain first, as Postgres has them. */
function compiledRule(oid: number, context: CallContext): CompiledRule {
  let rules = compiled.get(context);
  if (!rules) compiled.set(context, (rules = new Map<number, CompiledRule>()));
  let rule = rules.get(oid);
  if (!rule) {
    const chain: DomainRule[] = [];
    for (let at = domainRule(oid); at; at = at.parent === null ? undefined : domainRule(at.parent)) chain.unshift(at);
    rule = {
      notNull: chain.some(({notNull}) => notNull),
      checks: chain.flatMap(({checks}) => checks.map(({name, expr}) => ({name, holds: compileRowExpr(expr, context)}))),
    };
    rules.set(oid, rule);
  }
  return rule;
}
