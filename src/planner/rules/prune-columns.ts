import type {Expr} from '../../expr/expr.ts';
import {frameOffsets} from '../../expr/window-call.ts';
import {columnsOf, join, joinSchema, ONE_ROW, project} from '../../plan/build.ts';
import {columnAt} from '../../plan/columns.ts';
import {TRUE} from '../../plan/conjuncts.ts';
import {exprChildren, mapExprChildren} from '../../plan/map-expr.ts';
import {mapOuter, outerColumns} from '../../plan/outer-references.ts';
import {aggregateExprs, mapAggregate, mapOrderKey, mapWindowCall} from '../../plan/rel-children.ts';
import type {AggregateRel, ApplyRel, JoinRel, OverRel, ProjectRel, Rel, SortRel} from '../../plan/rel.ts';
import {isUniqueOn} from '../../plan/unique-keys.ts';
import {equiColumns} from '../../plan/derive-props.ts';
import {column} from '../../types/schema.ts';
import {BOOLEAN} from '../../types/sql-type.ts';
import {assertSameColumns} from '../rewrite.ts';
import type {PlannerContext} from '../rule.ts';

/** What those above read of a column: all of it, or just these fields of a composite. */
type Usage = 'all' | Set<number>;
type Needed = Map<number, Usage>;
/** Where a column (or each of its fields that are read) went; absent where nobody reads it. */
type Place = number | ReadonlyMap<number, number>;
type Pruned = {readonly rel: Rel; readonly places: readonly (Place | undefined)[]};

/**
 * Removes columns that nothing above reads: from projections, from aggregates, and by a projection in front of what
 * keeps rows (joins, top-k). Of a composite of which only fields are read, only these fields pass through a join.
 * A subquery or left join that only adds columns goes when they go.
 */
export function pruneColumns(rel: Rel, context: PlannerContext): Rel {
  const all: Needed = new Map(rel.schema.map((_, i) => [i, 'all']));
  const kept = exactly(rel, all, context).rel;
  // Rows without columns came as rows of one that nobody reads.
  const pruned = rel.schema.length === 0 && kept.schema.length > 0 ? project(kept, []) : kept;
  assertSameColumns('pruning of columns', rel, pruned);
  return pruned;
}

function prune(rel: Rel, needed: Needed, context: PlannerContext): Pruned {
  switch (rel.node) {
    case 'recursive': {
      const base = exactly(rel.base, allOf(rel.base), context).rel;
      const step = exactly(rel.step, allOf(rel.step), context).rel;
      const same = base === rel.base && step === rel.step;
      return {rel: same ? rel : {...rel, base, step}, places: rel.schema.map((_, i) => i)};
    }
    case 'get':
    case 'workingTable':
    case 'tableFunction':
      return {rel, places: rel.schema.map((_, i) => i)};
    case 'values':
      return pruneValues(rel, needed);
    case 'filter': {
      const input = prune(rel.input, withUses(needed, [rel.predicate]), context);
      const predicate = replace(rel.predicate, input.places);
      if (input.rel === rel.input && predicate === rel.predicate) return {rel, places: input.places};
      return {rel: {...rel, input: input.rel, predicate, schema: input.rel.schema}, places: input.places};
    }
    case 'project':
      return pruneProject(rel, needed, context);
    case 'join':
      return pruneJoin(rel, needed, context);
    case 'apply':
      return pruneApply(rel, needed, context);
    case 'aggregate':
      return pruneAggregate(rel, needed, context);
    // Whoever reads it finds the same columns, as the others do.
    case 'shared':
    case 'distinct': {
      const input = exactly(rel.input, allOf(rel.input), context);
      const {schema} = input.rel;
      return {rel: input.rel === rel.input ? rel : {...rel, input: input.rel, schema}, places: input.places};
    }
    case 'union':
      return pruneUnion(rel, needed, context);
    case 'sort':
      return pruneSort(rel, needed, context);
    case 'over':
      return pruneOver(rel, needed, context);
    case 'window': {
      const width = rel.input.schema.length;
      const below = within(needed, 0, width);
      below.set(rel.time, 'all');
      const input = prune(rel.input, below, context);
      if (input.rel === rel.input) return {rel, places: rel.schema.map((_, i) => i)};
      const schema = [...input.rel.schema, ...rel.schema.slice(width)];
      const time = input.places[rel.time] as number;
      return {
        rel: {...rel, input: input.rel, time, schema},
        places: [...input.places, input.rel.schema.length, input.rel.schema.length + 1],
      };
    }
    case 'flatMap': {
      const width = rel.input.schema.length;
      const input = prune(rel.input, withUses(within(needed, 0, width), rel.args), context);
      if (input.rel === rel.input) return {rel, places: rel.schema.map((_, i) => i)};
      const added = rel.schema.slice(width);
      return {
        rel: {
          ...rel,
          input: input.rel,
          args: rel.args.map(arg => replace(arg, input.places)),
          schema: [...input.rel.schema, ...added],
        },
        places: [...input.places, ...added.map((_, i) => input.rel.schema.length + i)],
      };
    }
    case 'atMostOne': {
      const below = new Map(needed);
      for (const key of rel.keys) below.set(key, 'all');
      const input = exactly(rel.input, below, context);
      const asked = rel.asked && prune(rel.asked, new Map(), context).rel;
      if (input.rel === rel.input && asked === rel.asked) return {rel, places: input.places};
      const keys = rel.keys.map(key => input.places[key] as number);
      return {rel: {...rel, input: input.rel, asked, keys, schema: input.rel.schema}, places: input.places};
    }
  }
}

/** Pruned, and with a projection to just what is needed where more is left: for what keeps its input's rows. */
function exactly(rel: Rel, needed: Needed, context: PlannerContext): Pruned {
  const pruned = prune(rel, needed, context);
  const width = pruned.rel.schema.length;
  const splits = [...needed.values()].some(usage => usage !== 'all');
  if (!splits && (width === needed.size || (width <= 1 && needed.size === 0))) return pruned;
  if (needed.size === 0) return {rel: project(pruned.rel, [TRUE]), places: nowhere(rel)};
  const exprs: Expr[] = [];
  const places: (Place | undefined)[] = nowhere(rel);
  for (const index of [...needed.keys()].sort((a, b) => a - b)) {
    const usage = needed.get(index)!;
    const place = pruned.places[index]!;
    if (usage === 'all') {
      places[index] = exprs.push(columnAt(pruned.rel.schema, place as number)) - 1;
      continue;
    }
    const fields = new Map<number, number>();
    for (const field of [...usage].sort((a, b) => a - b)) {
      fields.set(field, exprs.push(fieldAt(rel, index, field, place, pruned.rel)) - 1);
    }
    places[index] = fields;
  }
  return {rel: project(pruned.rel, exprs), places};
}

function fieldAt(rel: Rel, index: number, field: number, place: Place, pruned: Rel): Expr {
  if (typeof place !== 'number') return columnAt(pruned.schema, place.get(field)!);
  const {type} = rel.schema[index].type.fields![field];
  return {op: 'field', arg: columnAt(pruned.schema, place), index: field, type};
}

function pruneValues(rel: Extract<Rel, {node: 'values'}>, needed: Needed): Pruned {
  if (needed.size === rel.schema.length) return {rel, places: rel.schema.map((_, i) => i)};
  const kept = [...needed.keys()].sort((a, b) => a - b);
  if (kept.length === 0) {
    return {
      rel: {...rel, rows: rel.rows.map(() => [TRUE]), schema: [column('?column?', BOOLEAN, false)]},
      places: nowhere(rel),
    };
  }
  const places = rel.schema.map((_, i) => (needed.has(i) ? kept.indexOf(i) : undefined));
  const rows = rel.rows.map(row => kept.map(i => row[i]));
  return {rel: {...rel, rows, schema: kept.map(i => rel.schema[i])}, places};
}

function pruneProject(rel: ProjectRel, needed: Needed, context: PlannerContext): Pruned {
  const kept = rel.exprs.map((_, i) => i).filter(i => needed.has(i));
  const exprs = kept.length === 0 ? [TRUE] : kept.map(i => rel.exprs[i]);
  const input = prune(
    rel.input,
    withUses(
      new Map(),
      exprs,
      kept.map(i => needed.get(i)!),
    ),
    context,
  );
  const places = rel.exprs.map((_, i) => (needed.has(i) ? kept.indexOf(i) : undefined));
  const replaced = exprs.map(expr => replaceWhole(expr, input.places));
  if (kept.length > 0 && input.rel === rel.input && kept.length === rel.exprs.length) {
    if (replaced.every((expr, i) => expr === exprs[i])) return {rel, places};
  }
  const names = kept.map(i => rel.schema[i].name);
  return {rel: project(input.rel, replaced, kept.length === 0 ? undefined : names), places};
}

function pruneJoin(rel: JoinRel, needed: Needed, context: PlannerContext): Pruned {
  const width = rel.left.schema.length;
  if (rel.kind === 'left' && [...needed.keys()].every(index => index < width) && isLookup(rel, context)) {
    return withoutRest(prune(rel.left, needed, context), rel);
  }
  const uses = withUses(needed, [rel.on]);
  const left = exactly(rel.left, within(uses, 0, width), context);
  const right = exactly(rel.right, within(uses, width, Infinity), context);
  const places = side(left.places, right.places, left.rel.schema.length);
  const visible = rel.kind === 'semi' || rel.kind === 'anti' ? places.slice(0, width) : places;
  if (left.rel === rel.left && right.rel === rel.right) return {rel, places: visible};
  return {rel: join(rel.kind, left.rel, right.rel, replace(rel.on, places)), places: visible};
}

/** Each left row meets at most one right row. */
function isLookup(rel: JoinRel, {props}: PlannerContext): boolean {
  const {rightKeys} = equiColumns(rel.on, rel.left.schema.length);
  return isUniqueOn(props.of(rel.right).uniqueKeys, rightKeys);
}

function pruneApply(rel: ApplyRel, needed: Needed, context: PlannerContext): Pruned {
  const width = rel.left.schema.length;
  const answers = rel.kind === 'scalar' || rel.kind === 'exists' || rel.kind === 'quantified';
  if (answers && !needed.has(width)) return withoutRest(prune(rel.left, needed, context), rel);

  const leftUses = within(withUses(needed, [rel.on]), 0, width);
  for (const index of outerColumns(rel.right)) leftUses.set(index, 'all');
  const left = exactly(rel.left, leftUses, context);
  const moved = mapOuter(rel.right, (outer, nesting) => ({
    ...outer,
    index: outer.depth === 1 ? (left.places[outer.index] as number) : outer.index,
    depth: outer.depth + nesting,
  }));

  const rightUses = within(withUses(answers ? new Map() : needed, [rel.on]), width, Infinity);
  if (rel.kind === 'scalar') rightUses.set(0, 'all');
  const right = exactly(moved, rightUses, context);
  const shifted = left.rel.schema.length;
  const places = side(left.places, right.places, shifted);
  const on = replace(rel.on, places);
  const visible = answers
    ? [...left.places, shifted]
    : rel.kind === 'semi' || rel.kind === 'anti'
      ? left.places
      : places;
  const schema = answers
    ? [...left.rel.schema, rel.schema[width]]
    : joinSchema(rel.kind as 'inner' | 'left' | 'semi' | 'anti', left.rel.schema, right.rel.schema);
  if (left.rel === rel.left && right.rel === rel.right) return {rel, places: visible};
  return {rel: {...rel, left: left.rel, right: right.rel, on, schema}, places: visible};
}

function pruneAggregate(rel: AggregateRel, needed: Needed, context: PlannerContext): Pruned {
  const first = rel.keys.length;
  const kept = rel.aggregates.map((_, i) => i).filter(i => needed.has(first + i));
  if (first === 0 && kept.length === 0) return {rel: project(ONE_ROW, [TRUE]), places: nowhere(rel)};
  const aggregates = kept.map(i => rel.aggregates[i]);
  const uses = [...rel.keys, ...aggregates.flatMap(aggregateExprs)];
  const input = prune(rel.input, withUses(new Map(), uses), context);
  const places = rel.schema.map((_, i) =>
    i < first ? i : needed.has(i) ? first + kept.indexOf(i - first) : undefined,
  );
  if (input.rel === rel.input && kept.length === rel.aggregates.length) return {rel, places};
  const pruned: AggregateRel = {
    ...rel,
    input: input.rel,
    keys: rel.keys.map(key => replaceWhole(key, input.places)),
    aggregates: aggregates.map(call => mapAggregate(call, expr => replaceWhole(expr, input.places))),
    schema: [...rel.schema.slice(0, first), ...kept.map(i => rel.schema[first + i])],
  };
  return {rel: pruned, places};
}

function pruneUnion(rel: Extract<Rel, {node: 'union'}>, needed: Needed, context: PlannerContext): Pruned {
  const whole: Needed = new Map([...needed.keys()].map(index => [index, 'all']));
  const inputs = rel.inputs.map(input => exactly(input, whole, context));
  if (inputs.every((input, i) => input.rel === rel.inputs[i])) return {rel, places: rel.schema.map((_, i) => i)};
  const kept = [...needed.keys()].sort((a, b) => a - b);
  if (kept.length === 0) {
    const rels = inputs.map(input => project(input.rel, [TRUE]));
    return {rel: {...rel, inputs: rels, schema: rels[0].schema}, places: nowhere(rel)};
  }
  return {
    // An input may have kept columns in an order of its own.
    rel: {
      ...rel,
      inputs: inputs.map(input => ordered(input, kept)),
      schema: kept.map(i => rel.schema[i]),
    },
    places: rel.schema.map((_, i) => (needed.has(i) ? kept.indexOf(i) : undefined)),
  };
}

function ordered({rel, places}: Pruned, kept: readonly number[]): Rel {
  if (kept.every((index, i) => places[index] === i) && rel.schema.length === kept.length) return rel;
  return project(
    rel,
    kept.map(index => columnAt(rel.schema, places[index] as number)),
  );
}

function pruneSort(rel: SortRel, needed: Needed, context: PlannerContext): Pruned {
  const below = withUses(
    needed,
    rel.keys.map(key => key.expr),
  );
  for (const index of rel.partition ?? []) below.set(index, 'all');
  const input = exactly(rel.input, below, context);
  if (input.rel === rel.input) return {rel, places: input.places};
  const pruned: SortRel = {
    ...rel,
    input: input.rel,
    keys: rel.keys.map(key => ({...key, expr: replace(key.expr, input.places)})),
    partition: rel.partition?.map(index => input.places[index] as number),
    schema: input.rel.schema,
  };
  return {rel: pruned, places: input.places};
}

/** Calls that nobody reads go, and the node with the last of them. */
function pruneOver(rel: OverRel, needed: Needed, context: PlannerContext): Pruned {
  const width = rel.input.schema.length;
  const kept = rel.calls.map((_, i) => i).filter(i => needed.has(width + i));
  if (kept.length === 0) return withoutRest(prune(rel.input, needed, context), rel);
  const calls = kept.map(i => rel.calls[i]);
  const uses = [
    ...rel.partition,
    ...rel.keys.map(key => key.expr),
    ...calls.flatMap(call => (call.filter ? [...call.args, call.filter] : call.args)),
    ...calls.flatMap(call => frameOffsets(call.frame)),
  ];
  const below = withUses(within(needed, 0, width), uses);
  for (const index of columnsNeeded(uses)) below.set(index, 'all');
  const input = exactly(rel.input, below, context);
  if (input.rel === rel.input && kept.length === rel.calls.length) return {rel, places: rel.schema.map((_, i) => i)};
  const move = (expr: Expr): Expr => replace(expr, input.places);
  const pruned: OverRel = {
    ...rel,
    input: input.rel,
    partition: rel.partition.map(move),
    keys: rel.keys.map(key => mapOrderKey(key, move)),
    calls: calls.map(call => mapWindowCall(call, move)),
    schema: [...input.rel.schema, ...kept.map(i => rel.schema[width + i])],
  };
  const results = rel.calls.map((_, i) => (kept.includes(i) ? input.rel.schema.length + kept.indexOf(i) : undefined));
  return {rel: pruned, places: [...input.places, ...results]};
}

/** Plain columns: of these all is needed, while `withUses` may ask for fields alone. */
function columnsNeeded(exprs: readonly Expr[]): number[] {
  return exprs.flatMap(expr => (expr.op === 'column' ? [expr.index] : []));
}

/** The node is gone but for its left side: its further columns are nowhere. */
function withoutRest({rel, places}: Pruned, gone: Rel): Pruned {
  return {rel, places: gone.schema.map((_, i) => places[i])};
}

function nowhere(rel: Rel): undefined[] {
  return new Array<undefined>(rel.schema.length).fill(undefined);
}

function allOf(rel: Rel): Needed {
  return new Map(columnsOf(rel.schema).map((_, i) => [i, 'all']));
}

/** `needed` and what the expressions read. An expression that just passes a column on is read as it is itself. */
function withUses(needed: Needed, exprs: readonly Expr[], usages: readonly Usage[] = []): Needed {
  const uses: Needed = new Map(needed);
  exprs.forEach((expr, i) => {
    if (expr.op === 'column') use(uses, expr.index, usages[i] ?? 'all');
    else addUses(expr, uses);
  });
  return uses;
}

function addUses(expr: Expr, uses: Needed): void {
  if (expr.op === 'column') use(uses, expr.index, 'all');
  else if (expr.op === 'field' && expr.arg.op === 'column') use(uses, expr.arg.index, new Set([expr.index]));
  else for (const child of exprChildren(expr)) addUses(child, uses);
}

function use(uses: Needed, index: number, usage: Usage): void {
  const before = uses.get(index);
  if (before === undefined) uses.set(index, usage);
  else if (before === 'all' || usage === 'all') uses.set(index, 'all');
  else uses.set(index, new Set([...before, ...usage]));
}

/** The columns in [from, to), counted from `from`. */
function within(needed: Needed, from: number, to: number): Needed {
  const some: Needed = new Map();
  for (const [index, usage] of needed) if (index >= from && index < to) some.set(index - from, usage);
  return some;
}

function side(left: Pruned['places'], right: Pruned['places'], by: number): (Place | undefined)[] {
  const shifted = right.map(place => {
    if (place === undefined || typeof place === 'number') return place === undefined ? place : place + by;
    return new Map([...place].map(([field, index]) => [field, index + by]));
  });
  return [...left, ...shifted];
}

function replace(expr: Expr, places: Pruned['places']): Expr {
  if (expr.op === 'field' && expr.arg.op === 'column') {
    const place = places[expr.arg.index];
    if (typeof place === 'object') return {op: 'column', index: place.get(expr.index)!, type: expr.type};
  }
  if (expr.op !== 'column') return mapExprChildren(expr, child => replace(child, places));
  const place = places[expr.index];
  if (typeof place !== 'number') throw new Error(`column ${expr.index} was pruned though it is read`);
  return place === expr.index ? expr : {...expr, index: place};
}

/** As `replace`; a composite passed on whole, of which only fields arrive, is put together again around them. */
function replaceWhole(expr: Expr, places: Pruned['places']): Expr {
  if (expr.op !== 'column') return replace(expr, places);
  const place = places[expr.index];
  if (typeof place !== 'object') return replace(expr, places);
  const args = expr.type.fields!.map((field, i): Expr => {
    const index = place.get(i);
    return index === undefined
      ? {op: 'literal', value: null, type: field.type}
      : {op: 'column', index, type: field.type};
  });
  return {op: 'row', args, type: expr.type};
}
