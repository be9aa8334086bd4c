import type {CatalogColumn, SequenceObject} from '../../catalog/object.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BIGINT, BOOLEAN} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import type {CreateSequence, SequenceOption} from '../ast/index.ts';
import {BindContext} from './context.ts';
import type {BindOptions} from './context.ts';
import {commonFields} from './definition.ts';
import {resolve} from './relation.ts';
import {bindTypeName} from './type-name.ts';

/** What the options of CREATE and ALTER SEQUENCE come to. */
type SequenceFacts = Pick<
  SequenceObject,
  'type' | 'start' | 'increment' | 'min' | 'max' | 'cache' | 'cycle' | 'ownedBy'
> & {
  /** RESTART: where the next value is; undefined: as it stands. */
  readonly restart: bigint | undefined;
};

type OptionNamed<N extends SequenceOption['name']> = SequenceOption & {readonly name: N};

const limits: Readonly<Record<string, readonly [bigint, bigint]>> = {
  smallint: [-32768n, 32767n],
  integer: [-(2n ** 31n), 2n ** 31n - 1n],
  bigint: [-(2n ** 63n), 2n ** 63n - 1n],
};

export const SEQUENCE_COLUMNS: readonly CatalogColumn[] = [
  {name: 'last_value', type: BIGINT, nullable: false, default: null},
  {name: 'log_cnt', type: BIGINT, nullable: false, default: null},
  {name: 'is_called', type: BOOLEAN, nullable: false, default: null},
];

/** Errors: 22023 bounds that do not hold, 42601 an option twice, 42P01 and 55000 of OWNED BY. */
export function bindSequenceOptions(
  ctx: BindContext,
  options: readonly SequenceOption[],
  before: SequenceObject | null,
  type: SqlType = BIGINT,
): SequenceFacts {
  const given = new Map<string, SequenceOption>();
  for (const option of options) {
    if (given.has(option.name)) throw new SqlError('42601', 'conflicting or redundant options');
    given.set(option.name, option);
  }
  const of = <N extends SequenceOption['name']>(name: N) => given.get(name) as OptionNamed<N> | undefined;
  const typed = of('as');
  const kind = typed ? sequenceType(ctx, typed.type) : (before?.type ?? type);
  const [low, high] = limits[kind.kind];
  const increment = numberOf(of('increment')?.value) ?? before?.increment ?? 1n;
  if (increment === 0n) throw new SqlError('22023', 'INCREMENT must not be zero');
  const up = increment > 0n;
  // Bounds that were those of the old type become those of the new one.
  const kept = (bound: 'min' | 'max'): bigint | undefined => {
    if (!before || !typed) return before?.[bound];
    const [oldLow, oldHigh] = limits[before.type.kind];
    if (bound === 'min') return before.min === oldLow ? low : before.min;
    return before.max === oldHigh ? high : before.max;
  };
  const max = bound(of('maxvalue'), kept('max'), up ? high : -1n);
  const min = bound(of('minvalue'), kept('min'), up ? 1n : low);
  const typeName = kindName(kind);
  if (max < low || max > high) {
    throw new SqlError('22023', `MAXVALUE (${max}) is out of range for sequence data type ${typeName}`);
  }
  if (min < low || min > high) {
    throw new SqlError('22023', `MINVALUE (${min}) is out of range for sequence data type ${typeName}`);
  }
  if (min >= max) throw new SqlError('22023', `MINVALUE (${min}) must be less than MAXVALUE (${max})`);
  const start = numberOf(of('start')?.value) ?? before?.start ?? (up ? min : max);
  if (start < min) throw new SqlError('22023', `START value (${start}) cannot be less than MINVALUE (${min})`);
  if (start > max) throw new SqlError('22023', `START value (${start}) cannot be greater than MAXVALUE (${max})`);
  const again = of('restart');
  const restart = again && (numberOf(again.value) ?? start);
  if (restart !== undefined && restart < min) {
    throw new SqlError('22023', `RESTART value (${restart}) cannot be less than MINVALUE (${min})`);
  }
  if (restart !== undefined && restart > max) {
    throw new SqlError('22023', `RESTART value (${restart}) cannot be greater than MAXVALUE (${max})`);
  }
  const cache = numberOf(of('cache')?.value) ?? before?.cache ?? 1n;
  if (cache <= 0n) throw new SqlError('22023', `CACHE (${cache}) must be greater than zero`);
  const owner = of('owned by');
  return {
    type: kind,
    start,
    increment,
    min,
    max,
    cache,
    cycle: of('cycle')?.cycle ?? before?.cycle ?? false,
    ownedBy: owner ? ownedBy(ctx, owner) : (before?.ownedBy ?? null),
    restart,
  };
}

function numberOf(text: string | null | undefined): bigint | undefined {
  return text === null || text === undefined ? undefined : BigInt(text.replaceAll('_', '').replace(/^\+/, ''));
}

function bound(
  option: {readonly value: string | null} | undefined,
  before: bigint | undefined,
  otherwise: bigint,
): bigint {
  return option ? (numberOf(option.value) ?? otherwise) : (before ?? otherwise);
}

function sequenceType(ctx: BindContext, ast: OptionNamed<'as'>['type']): SqlType {
  const type = bindTypeName(ctx, ast);
  if (type.kind in limits) return type;
  throw new SqlError('22023', 'sequence type must be smallint, integer, or bigint');
}

/** OWNED BY table.column, or NONE. */
function ownedBy(ctx: BindContext, {column}: OptionNamed<'owned by'>): SequenceObject['ownedBy'] {
  const {parts} = column;
  if (parts.length === 1) {
    if (parts[0] === 'none') return null;
    throw new SqlError('42601', 'invalid OWNED BY option', {hint: 'Specify OWNED BY table.column or OWNED BY NONE.'});
  }
  const table = resolve(ctx, parts.slice(0, -1), column);
  const name = parts[parts.length - 1];
  if (table.kind !== 'table' && table.kind !== 'system') {
    throw new SqlError('42809', `sequence cannot be owned by relation "${table.name}"`);
  }
  const index = table.columns.findIndex(candidate => candidate.name === name);
  if (index < 0) {
    throw new SqlError('42703', `column "${name}" of relation "${table.name}" does not exist`);
  }
  return {table: table.oid, column: index};
}

/** Errors: 55000 it is linked to a table of another schema or owner. */
function checkOwner({catalog}: BindContext, {schema, owner, ownedBy: link}: SequenceObject): void {
  const table = link && catalog.byOid(link.table);
  if (!table) return;
  if (table.kind !== 'system' && table.owner !== owner) {
    throw new SqlError('55000', 'sequence must have same owner as table it is linked to');
  }
  if (table.schema !== schema) throw new SqlError('55000', 'sequence must be in same schema as table it is linked to');
}

/** The record of a new sequence, and where it begins if not at its start. Errors: as of its options, 3F000. */
export function bindCreateSequence(
  ast: CreateSequence,
  options: BindOptions,
): {readonly sequence: SequenceObject; readonly restart: bigint | undefined} {
  const ctx = new BindContext(options);
  const common = commonFields(ctx, ast, ast.name, ast.persistence);
  const {restart, ...facts} = bindSequenceOptions(ctx, ast.options, null);
  const sequence: SequenceObject = {
    ...common,
    ...(ast.persistence === 'unlogged' && {unlogged: true}),
    kind: 'sequence',
    dependsOn: [],
    ...facts,
    identity: false,
    columns: SEQUENCE_COLUMNS,
  };
  checkOwner(ctx, sequence);
  return {sequence, restart};
}

/** The record of a sequence under other options, and where it goes on if that is said. Errors: as of its options. */
export function bindSequenceChange(
  sequence: SequenceObject,
  changes: readonly SequenceOption[],
  options: BindOptions,
): {readonly sequence: SequenceObject; readonly restart: bigint | undefined} {
  const ctx = new BindContext(options);
  const {restart, ...facts} = bindSequenceOptions(ctx, changes, sequence);
  const changed = {...sequence, ...facts};
  if (facts.ownedBy !== sequence.ownedBy) checkOwner(ctx, changed);
  return {sequence: changed, restart};
}
