import type {ColumnDefault, DomainCheck, DomainObject, TypeObject} from '../../catalog/object.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN, baseOf} from '../../types/sql-type.ts';
import type {Field, SqlType} from '../../types/sql-type.ts';
import type {EnumLabel} from '../../types/user-types.ts';
import {kindName} from '../../types/type-names.ts';
import type {
  AttributeAction,
  ColumnConstraint,
  ColumnDefinition,
  ConstraintAttributes,
  CreateDomain,
  CreateType,
  DomainConstraint,
  Expression,
} from '../ast/index.ts';
import {collatedExpr, refuseLanguage, withWrittenCollation} from './collation.ts';
import {BindContext} from './context.ts';
import type {BindOptions} from './context.ts';
import {bindCreateRange} from './create-range.ts';
import {bindLasting} from './lasting-text.ts';
import {bindDefault} from './table-columns.ts';
import {commonFields} from './definition.ts';
import {asType, bindExpression} from './expression.ts';
import {Level} from './level.ts';
import {bindTypeName} from './type-name.ts';

const MAX_LABEL_BYTES = 63;
/** Half of what an int32 holds, so that as many labels again find room behind. */
const LABEL_ROOM = 2 ** 30;
/** Between two neighbours: twenty labels can go into one gap, each half-way to the same side. */
const LABEL_STEP = 2 ** 20;

/** The records of a new type: of a range, two. Errors: 3F000, 23505, 42602, 42701, 42704, 42P16 and those of ranges. */
export function bindCreateType(ast: CreateType, options: BindOptions): TypeObject[] {
  const ctx = new BindContext(options);
  const {definition} = ast;
  if (definition.type === 'range') return bindCreateRange(ctx, ast, definition);
  const form: TypeObject['form'] =
    definition.type === 'enum'
      ? {type: 'enum', labels: newLabels(ctx, definition.labels)}
      : {type: 'composite', attributes: bindAttributes(ctx, definition.attributes)};
  return [{...commonFields(ctx, ast, ast.name), kind: 'type', form, dependsOn: [...ctx.dependencies]}];
}

function newLabels(ctx: BindContext, texts: readonly string[]): EnumLabel[] {
  const step = Math.min(LABEL_STEP, Math.floor(LABEL_ROOM / (texts.length + 1)));
  return texts.map((label, i) => {
    checkLabel(label);
    if (texts.indexOf(label) !== i) {
      throw new SqlError('23505', 'duplicate key value violates unique constraint "pg_enum_typid_label_index"', {
        detail: `Key (enumlabel)=(${label}) already exists.`,
        schema: 'pg_catalog',
        table: 'pg_enum',
        constraint: 'pg_enum_typid_label_index',
      });
    }
    return {position: i * step, label, oid: ctx.catalog.allocateOid()};
  });
}

/** Errors: 42602. */
export function checkLabel(label: string): void {
  if (Buffer.byteLength(label) <= MAX_LABEL_BYTES) return;
  throw new SqlError('42602', `invalid enum label "${label}"`, {
    detail: `Labels must be ${MAX_LABEL_BYTES} bytes or less.`,
  });
}

/** The attributes of a composite type. Errors: 42701, 42704, 42P16. */
function bindAttributes(ctx: BindContext, definitions: readonly ColumnDefinition[]): Field[] {
  const names = new Set<string>();
  return definitions.map(definition => {
    const {name} = definition;
    if (names.has(name)) throw new SqlError('42701', `column "${name}" specified more than once`);
    names.add(name);
    return bindAttribute(ctx, definition);
  });
}

function bindAttribute(ctx: BindContext, {name, type: typeName, collation}: ColumnDefinition): Field {
  const type = bindTypeName(ctx, typeName);
  if (type.kind === 'unknown' || type.kind === 'void' || type.kind === 'record') {
    throw new SqlError('42P16', `column "${name}" has pseudo-type ${kindName(type)}`);
  }
  if (collation) refuseLanguage(ctx, collation, typeName, 'an attribute of a composite type');
  return {name, type};
}

/** The record of a new domain. Errors: 3F000, 42601, 42804, 0A000 and those of its expressions. */
export function bindCreateDomain(ast: CreateDomain, options: BindOptions): DomainObject {
  const ctx = new BindContext(options);
  const base = withWrittenCollation(ctx, bindTypeName(ctx, ast.type), ast.collation, ast);
  if (['unknown', 'void', 'record'].includes(base.kind)) {
    throw new SqlError('42804', `"${kindName(base)}" is not a valid base type for a domain`);
  }
  const common = commonFields(ctx, ast, ast.name);
  const rules = readRules(ast.constraints);
  const value = rules.default && bindDefault(ctx, common.name, baseOf(base), rules.default);
  const needed = new Set(ctx.dependencies);
  const checks: DomainCheck[] = [];
  for (const check of rules.checks) {
    checks.push(bindDomainCheck(ctx, common.name, base, check.name, check.expression, checks));
  }
  return {
    ...common,
    kind: 'domain',
    base,
    notNull: rules.notNull,
    default: value,
    checks,
    // A function that a check calls takes the check along, and not the domain.
    dependsOn: [...ctx.dependencies].filter(oid => needed.has(oid) || ctx.catalog.byOid(oid)?.kind !== 'function'),
  };
}

type Rules = {
  readonly notNull: boolean;
  readonly default: Expression | null;
  readonly checks: readonly Extract<ColumnConstraint, {kind: 'check'}>[];
};

/** Errors: 42601 for what contradicts itself or no domain can have, 0A000, 42P17. */
function readRules(constraints: readonly ColumnConstraint[]): Rules {
  let notNull: boolean | null = null;
  let value: Expression | null = null;
  const checks: Extract<ColumnConstraint, {kind: 'check'}>[] = [];
  for (const constraint of constraints) {
    const fail = (code: string, message: string) => new SqlError(code, message);
    refuseDeferrable(constraint.attributes);
    switch (constraint.kind) {
      case 'not_null':
      case 'nullable': {
        const wanted = constraint.kind === 'not_null';
        if (notNull === !wanted) throw fail('42601', 'conflicting NULL/NOT NULL constraints');
        notNull = wanted;
        break;
      }
      case 'default_value':
        if (value) throw fail('42601', 'multiple default expressions');
        value = constraint.expression;
        break;
      case 'check':
        refuseNoInherit(constraint.attributes);
        checks.push(constraint);
        break;
      case 'unique':
        throw fail('42601', 'unique constraints not possible for domains');
      case 'primary_key':
        throw fail('42601', 'primary key constraints not possible for domains');
      case 'references':
        throw fail('42601', 'foreign key constraints not possible for domains');
      case 'generated':
      case 'identity':
        throw fail('0A000', 'specifying GENERATED not supported for domains');
    }
  }
  return {notNull: notNull ?? false, default: value, checks};
}

/** Errors: 0A000. */
function refuseDeferrable({deferrable, initiallyDeferred}: ConstraintAttributes): void {
  if (deferrable === null && initiallyDeferred === null) return;
  throw new SqlError('0A000', 'specifying constraint deferrability not supported for domains');
}

/** Errors: 42P17. */
function refuseNoInherit({noInherit}: ConstraintAttributes): void {
  if (noInherit) throw new SqlError('42P17', 'check constraints for domains cannot be marked NO INHERIT');
}

/** CHECK over VALUE. Errors: 42710 its name is taken, 42P10 and others of an expression that looks at more. */
function bindDomainCheck(
  ctx: BindContext,
  domain: string,
  base: SqlType,
  name: string | null,
  ast: Expression,
  others: readonly DomainCheck[],
): DomainCheck {
  if (name !== null && others.some(check => check.name === name)) {
    throw new SqlError('42710', `constraint "${name}" for domain "${domain}" already exists`);
  }
  const level = new Level(null, null);
  const value = {
    name: 'value',
    expr: {op: 'column', index: 0, type: baseOf(base)} as const,
    tableOid: 0,
    attributeNumber: 0,
  };
  level.items = [
    {alias: null, schema: null, hiddenName: null, columns: [value], columnsVisible: true, nameVisible: false},
  ];
  const bind = () => bindExpression(ctx, {level, clause: 'check constraints'}, ast);
  const {bound: written, text, calls} = bindLasting(ctx, ast, bind);
  const bound = collatedExpr(ctx, written, [{type: baseOf(base)}]);
  if (level.pending.length > 0) {
    throw new SqlError('0A000', 'cannot use subquery in check constraint', {position: ctx.at(ast)});
  }
  return {
    oid: ctx.catalog.allocateOid(),
    name: name ?? freeName(domain, others),
    expr: asType(ctx, bound, BOOLEAN, 'CHECK'),
    text,
    calls,
    validated: true,
  };
}

function freeName(domain: string, others: readonly DomainCheck[]): string {
  for (let i = 0; ; i++) {
    const name = `${domain}_check${i === 0 ? '' : i}`;
    if (!others.some(check => check.name === name)) return name;
  }
}

/** The domain's checks with one more. Errors: 42710, 0A000, 42P17 and those of the expression. */
export function bindAddCheck(domain: DomainObject, ast: DomainConstraint, options: BindOptions): DomainCheck {
  refuseDeferrable(ast.attributes);
  refuseNoInherit(ast.attributes);
  const ctx = new BindContext(options);
  const check = bindDomainCheck(ctx, domain.name, domain.base, ast.name, ast.expression!, domain.checks);
  return {...check, validated: !ast.attributes.notValid};
}

export function bindAlterDefault(domain: DomainObject, ast: Expression, options: BindOptions): ColumnDefault | null {
  return bindDefault(new BindContext(options), domain.name, baseOf(domain.base), ast);
}

/** A composite's attributes after ALTER TYPE, and the types that they are of. Errors: 42701, 42703, 42704, 42P16. */
export function bindAttributeActions(
  name: string,
  attributes: readonly Field[],
  actions: readonly AttributeAction[],
  options: BindOptions,
): {readonly attributes: readonly Field[]; readonly dependsOn: readonly number[]; readonly missing: readonly string[]} {
  const ctx = new BindContext(options);
  const result = [...attributes];
  const missing: string[] = [];
  for (const action of actions) {
    const wanted = action.action === 'add' ? action.attribute.name : action.name;
    const index = result.findIndex(attribute => attribute.name === wanted);
    if (action.action === 'add') {
      if (index >= 0) throw new SqlError('42701', `column "${wanted}" of relation "${name}" already exists`);
      result.push(bindAttribute(ctx, action.attribute));
    } else if (index < 0) {
      if (action.action !== 'drop' || !action.ifExists) {
        throw new SqlError('42703', `column "${wanted}" of relation "${name}" does not exist`);
      }
      missing.push(wanted);
    } else if (action.action === 'drop') {
      result.splice(index, 1);
    } else {
      const {collation, type} = action;
      if (collation) refuseLanguage(ctx, collation, type, 'an attribute of a composite type');
      result[index] = {...result[index], type: bindTypeName(ctx, type)};
    }
  }
  return {attributes: result, dependsOn: [...ctx.dependencies], missing};
}
