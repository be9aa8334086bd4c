import type {AggregateCall, Expr, OrderKey} from '../../expr/expr.ts';
import {DEFAULT_FRAME, type WindowCall, type WindowFrame} from '../../expr/window-call.ts';
import {columnsOf, distinct, filter, join, joinSchema, ONE_ROW, project} from '../../plan/build.ts';
import {columnAt} from '../../plan/columns.ts';
import {conjunction, isNull, literal, TRUE} from '../../plan/conjuncts.ts';
import type {RelProps} from '../../plan/props.ts';
import type {AggregateRel, ApplyRel, JoinKind, Rel} from '../../plan/rel.ts';
import type {Datum} from '../../types/datum.ts';
import {column, type Schema} from '../../types/schema.ts';
import {BIGINT, BOOLEAN, INTEGER, type SqlType, TIMESTAMP} from '../../types/sql-type.ts';
import type {Row, Tables} from './run-rel.ts';

export const T = 1;
export const S = 2;
const U = 3;
const W = 4;

const int = (name: string, nullable = true) => column(name, INTEGER, nullable);

export const testTables: readonly Extract<Rel, {node: 'get'}>[] = [
  {node: 'get', object: T, name: 't', schema: [int('a'), int('b'), int('c')]},
  {node: 'get', object: S, name: 's', schema: [int('x'), int('y')]},
  {node: 'get', object: U, name: 'u', schema: [int('k', false), int('v')]},
  {node: 'get', object: W, name: 'w', schema: [column('at', TIMESTAMP), int('n')]},
];

/** u.k is a primary key. */
export function testProps(object: number): RelProps {
  return {uniqueKeys: object === U ? [[0]] : [], monotonic: false, nonNegative: true};
}

export type Random = () => number;

/** Mulberry32. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Few rows with few values, so that repeats, matches and NULLs are common. */
export function randomTables(random: Random): Tables {
  const value = (): Datum => (random() < 0.2 ? null : Math.floor(random() * 3));
  const rows = (width: number): Row[] =>
    Array.from({length: Math.floor(random() * 5)}, () => Array.from({length: width}, value));
  const keys = [0, 1, 2, 3].filter(() => random() < 0.6);
  return new Map<number, Row[]>([
    [T, rows(3)],
    [S, rows(2)],
    [U, keys.map(key => [key, value()])],
    [W, rows(2).map(([at, n]) => [at === null ? null : BigInt(at as number), n])],
  ]);
}

/** A relation of the shapes that the binder makes, and others; `outer` are the schemas around it, nearest first. */
export class RandomRel {
  private readonly random: Random;
  /** Expressions that may fail: never by the values of the tests, but rules must assume it. */
  private readonly failing: boolean;

  constructor(random: Random, failing = false) {
    this.random = random;
    this.failing = failing;
  }

  query(depth: number): Rel {
    const rel = this.rel(depth, []);
    return this.chance(0.2) ? this.sorted(rel, []) : rel;
  }

  private rel(depth: number, outer: readonly Schema[]): Rel {
    if (depth <= 0) return this.chance(0.9) ? this.pick(testTables) : this.values();
    const kind = this.pick([
      'filter',
      'filter',
      'project',
      'join',
      'join',
      'apply',
      'apply',
      'apply',
      'aggregate',
      'distinct',
      'union',
      'sort',
      'over',
      'get',
      'window',
      'series',
    ] as const);
    switch (kind) {
      case 'get':
        return this.pick(testTables);
      case 'filter': {
        const input = this.rel(depth - 1, outer);
        return filter(input, this.predicate(input.schema, outer));
      }
      case 'project': {
        const input = this.rel(depth - 1, outer);
        return this.projected(input, outer, 1 + this.below(3));
      }
      case 'join': {
        const left = this.narrow(this.rel(depth - 1, outer));
        const right = this.narrow(this.rel(depth - 2, outer));
        const kind = this.pick<JoinKind>(['inner', 'inner', 'left', 'right', 'full', 'semi', 'anti']);
        return join(kind, left, right, this.predicate([...left.schema, ...right.schema], outer));
      }
      case 'apply':
        return this.apply(depth, outer);
      case 'aggregate':
        return this.aggregate(this.rel(depth - 1, outer), outer, this.below(3));
      case 'distinct':
        return distinct(this.narrow(this.rel(depth - 1, outer)));
      case 'union': {
        const inputs = [this.rel(depth - 1, outer), this.rel(depth - 2, outer)];
        const width = 1 + this.below(2);
        const same = inputs.map(input => this.integers(input, outer, width));
        return {node: 'union', inputs: same, schema: same[0].schema.map(each => ({...each, nullable: true}))};
      }
      case 'sort':
        return this.sorted(this.narrow(this.rel(depth - 1, outer)), outer);
      case 'over':
        return this.over(this.narrow(this.rel(depth - 1, outer)), outer);
      case 'window':
        return this.window(this.rel(depth - 1, outer));
      case 'series': {
        const args = [this.scalar([], outer), this.scalar([], outer)];
        return {
          node: 'tableFunction',
          calls: [{signature: 'generate_series(int4,int4)', arity: args.length, columns: [int('i')], composite: false}],
          args,
          ordinality: false,
          schema: [int('i')],
        };
      }
    }
  }

  /** Ordered by all columns, so that no rows are told apart by what a rule may take away. */
  private over(input: Rel, outer: readonly Schema[]): Rel {
    const columns = columnsOf(input.schema);
    const partition = list(this.below(3), () =>
      this.chance(0.7) ? this.pick(columns) : this.scalar(input.schema, outer),
    );
    const keys = columns.map((expr): OrderKey => ({expr, descending: this.chance(0.3), nullsFirst: this.chance(0.3)}));
    if (this.chance(0.5)) keys.reverse();
    const calls = list(1 + this.below(2), () => this.windowCall(input.schema, outer));
    const schema = [...input.schema, ...calls.map(({type}, i) => column(`w${i}`, type))];
    const over: Rel = {node: 'over', input, partition, keys, calls, schema};
    const number = calls.findIndex(({signature}) => signature === 'row_number()');
    if (number < 0 || this.chance(0.4)) return over;
    const operator = this.pick(['<=(int8,int8)', '<(int8,int8)', '=(int8,int8)']);
    const args = [columnAt(schema, input.schema.length + number), literal(BigInt(this.below(4)), BIGINT)];
    const first: Expr = {op: 'call', signature: operator, args, type: BOOLEAN};
    return filter(over, this.chance(0.5) ? first : conjunction([first, this.predicate(schema, outer)]));
  }

  private windowCall(schema: Schema, outer: readonly Schema[]): WindowCall {
    const bounds = {
      preceding: {type: 'preceding', offset: literal(1n, BIGINT)},
      currentRow: {type: 'currentRow'},
    } as const;
    const frame: WindowFrame = this.pick<WindowFrame>([
      DEFAULT_FRAME,
      {unit: 'rows', start: bounds.preceding, end: bounds.currentRow, exclude: 'none'},
      {unit: 'rows', start: {type: 'unboundedPreceding'}, end: {type: 'unboundedFollowing'}, exclude: 'currentRow'},
    ]);
    const {signature, args, type} = this.pick<{signature: string; args: number; type: SqlType}>([
      {signature: 'row_number()', args: 0, type: BIGINT},
      {signature: 'row_number()', args: 0, type: BIGINT},
      {signature: 'rank()', args: 0, type: BIGINT},
      {signature: 'lag(anyelement)', args: 1, type: INTEGER},
      {signature: 'last_value(anyelement)', args: 1, type: INTEGER},
      {signature: 'sum(int4)', args: 1, type: BIGINT},
      {signature: 'count()', args: 0, type: BIGINT},
    ]);
    const kind = signature.startsWith('sum') || signature.startsWith('count') ? 'aggregate' : 'window';
    const filtered = kind === 'aggregate' && this.chance(0.2);
    return {
      kind,
      signature,
      args: list(args, () => this.scalar(schema, outer)),
      filter: filtered ? this.predicate(schema, outer) : null,
      frame,
      type,
    };
  }

  private window(input: Rel): Rel {
    const time = input.schema.findIndex(each => each.type.kind === 'timestamp');
    if (time < 0) return this.window(testTables[W - 1]);
    const kind = this.pick(['tumble', 'hop'] as const);
    const size = kind === 'tumble' ? 2n : 3n;
    const schema = [...input.schema, column('window_start', TIMESTAMP), column('window_end', TIMESTAMP)];
    return {
      node: 'window',
      input,
      kind,
      time,
      size,
      slide: kind === 'tumble' ? size : 2n,
      offset: BigInt(this.below(2)),
      schema,
    };
  }

  private apply(depth: number, outer: readonly Schema[]): Rel {
    const left = this.narrow(this.rel(depth - 1, outer));
    const inside = [left.schema, ...outer];
    const kind = this.pick<ApplyRel['kind']>([
      'scalar',
      'scalar',
      'exists',
      'quantified',
      'quantified',
      'inner',
      'left',
    ]);
    let right = this.correlated(depth - 1, inside);
    let on = TRUE;
    let schema = left.schema;
    switch (kind) {
      case 'scalar':
        right = this.single(right, inside);
        schema = [...schema, column('scalar', right.schema[0].type)];
        break;
      case 'exists':
        schema = [...schema, column('exists', BOOLEAN)];
        break;
      case 'quantified':
        right = this.integers(right, inside, 1);
        on = this.chance(0.7)
          ? this.comparison(this.pick(['=', '=', '<']), this.scalar(left.schema, outer), {
              op: 'column',
              index: left.schema.length,
              type: INTEGER,
            })
          : this.predicate([...left.schema, ...right.schema], outer);
        schema = [...schema, column('any', BOOLEAN)];
        break;
      default:
        right = this.narrow(right);
        schema = joinSchema(kind as 'inner' | 'left', left.schema, right.schema);
        if (this.chance(0.5)) on = this.predicate([...left.schema, ...right.schema], outer);
    }
    const rel: ApplyRel = {node: 'apply', kind, left, right, on, schema};
    if (kind === 'inner' || kind === 'left' || this.chance(0.4)) return rel;
    // Used in WHERE, as the binder does it: filter by the answer, then drop it.
    const answer = columnAt(schema, left.schema.length);
    const asked = this.asked(answer, schema, outer);
    return project(filter(rel, asked), columnsOf(left.schema));
  }

  private asked(answer: Expr, schema: Schema, outer: readonly Schema[]): Expr {
    if (answer.type.kind !== 'boolean') {
      const type = answer.type;
      const other = schema.findIndex(each => each.type.kind === type.kind);
      return this.comparison(this.pick(['=', '<', '>=']), answer, columnAt(schema, other));
    }
    const not: Expr = {op: 'not', arg: answer, type: BOOLEAN};
    return this.pick<Expr>([
      answer,
      not,
      conjunction([this.predicate(schema, outer), answer]),
      {op: 'or', args: [not, this.predicate(schema, outer)], type: BOOLEAN},
      {
        op: 'isTruth',
        arg: answer,
        truth: this.pick(['true', 'false', 'unknown'] as const),
        negated: this.chance(0.5),
        type: BOOLEAN,
      },
    ]);
  }

  /** Mostly with a condition on the outer row somewhere. */
  private correlated(depth: number, outer: readonly Schema[]): Rel {
    const rel = this.rel(depth - 1, outer);
    if (this.chance(0.3)) return rel;
    const own = this.scalar(rel.schema, []);
    const other = this.outerColumn(outer);
    const condition = this.chance(0.8) ? this.comparison('=', own, other) : this.predicate(rel.schema, outer);
    return filter(rel, conjunction(this.chance(0.3) ? [this.predicate(rel.schema, outer), condition] : [condition]));
  }

  /** One column, and usually at most one row. */
  private single(rel: Rel, outer: readonly Schema[]): Rel {
    const kind = this.random();
    if (kind < 0.5) return this.projected(this.aggregate(rel, outer, 0), outer, 1);
    // Deeper inside, it would be a matter of taste whether the subquery is evaluated at all, and fails.
    if (kind < 0.8 || outer.length > 1) return this.sorted(this.integers(rel, outer, 1), outer, 1n);
    return this.projected(rel, outer, 1);
  }

  private aggregate(input: Rel, outer: readonly Schema[], keyCount: number): Rel {
    const keys = Array.from({length: keyCount}, () => this.scalar(input.schema, outer));
    const aggregates = Array.from({length: 1 + this.below(2)}, () => this.call(input.schema, outer));
    const rel: AggregateRel = {
      node: 'aggregate',
      input,
      keys,
      aggregates: keyCount > 0 && this.chance(0.2) ? [] : aggregates,
      schema: [
        ...keys.map((key, i) => column(`key${i}`, key.type)),
        ...(keyCount > 0 && this.chance(0) ? [] : aggregates).map((call, i) => column(`agg${i}`, call.type)),
      ],
    };
    return {...rel, schema: rel.schema.slice(0, keyCount + rel.aggregates.length)};
  }

  private call(schema: Schema, outer: readonly Schema[]): AggregateCall {
    const filter = this.chance(0.2) ? this.predicate(schema, outer) : null;
    const [signature, type] = this.pick<readonly [string, SqlType]>([
      ['count()', BIGINT],
      ['count(any)', BIGINT],
      ['sum(int4)', BIGINT],
      ['min(int4)', INTEGER],
      ['max(int4)', INTEGER],
    ]);
    const args = signature === 'count()' ? [] : [this.scalar(schema, outer)];
    return {signature, args, distinct: args.length > 0 && this.chance(0.2), filter, type};
  }

  /** Ordered by all columns, so that a limit has one answer. */
  private sorted(input: Rel, outer: readonly Schema[], most?: bigint): Rel {
    const order = this.shuffled(input.schema.map((_, i) => i));
    const keys = order.map((index): OrderKey => {
      return {expr: columnAt(input.schema, index), descending: this.chance(0.5), nullsFirst: this.chance(0.5)};
    });
    if (this.chance(0.2)) keys.unshift({expr: this.scalar(input.schema, outer), descending: false, nullsFirst: false});
    const limit = most ?? (this.chance(0.7) ? BigInt(this.below(4)) : null);
    const offset = this.chance(0.3) ? BigInt(this.below(3)) : null;
    return {
      node: 'sort',
      input,
      keys,
      limit: limit === null ? null : literal(limit, BIGINT),
      offset: offset === null ? null : literal(offset, BIGINT),
      schema: input.schema,
    };
  }

  private projected(input: Rel, outer: readonly Schema[], width: number): Rel {
    const exprs = Array.from({length: width}, () =>
      this.chance(0.7) ? columnAt(input.schema, this.below(input.schema.length)) : this.scalar(input.schema, outer),
    );
    return project(input, exprs);
  }

  private integers(input: Rel, outer: readonly Schema[], width: number): Rel {
    return project(
      input,
      Array.from({length: width}, () => this.scalar(input.schema, outer)),
    );
  }

  /** At most three columns. */
  private narrow(input: Rel): Rel {
    if (input.schema.length <= 3) return input;
    const kept = this.shuffled(input.schema.map((_, i) => i)).slice(0, 3);
    return project(
      input,
      kept.map(index => columnAt(input.schema, index)),
    );
  }

  private values(): Rel {
    const rows = Array.from({length: this.below(3)}, () => [this.constant(), this.constant()]);
    if (this.chance(0.2)) return project(ONE_ROW, [this.constant()]);
    return {node: 'values', rows, schema: [int('column1'), int('column2')]};
  }

  private predicate(schema: Schema, outer: readonly Schema[], depth = 2): Expr {
    const scalar = () => this.scalar(schema, outer);
    const booleans = schema.flatMap((each, i) => (each.type.kind === 'boolean' ? [columnAt(schema, i)] : []));
    if (booleans.length > 0 && this.chance(0.3)) return this.pick(booleans);
    const kind = depth === 0 ? 0 : this.random();
    const more = () => this.predicate(schema, outer, depth - 1);
    if (kind < 0.55) return this.comparison(this.pick(['=', '=', '=', '<>', '<', '<=', '>']), scalar(), scalar());
    if (kind < 0.65) return isNull(scalar(), this.chance(0.5));
    if (kind < 0.72) return {op: 'distinct', left: scalar(), right: scalar(), negated: this.chance(0.7), type: BOOLEAN};
    if (kind < 0.82) return conjunction([more(), more()]);
    if (kind < 0.9) return {op: 'or', args: [more(), more()], type: BOOLEAN};
    if (kind < 0.95) return {op: 'not', arg: more(), type: BOOLEAN};
    return {
      op: 'isTruth',
      arg: more(),
      truth: this.pick(['true', 'false', 'unknown'] as const),
      negated: this.chance(0.5),
      type: BOOLEAN,
    };
  }

  private scalar(schema: Schema, outer: readonly Schema[]): Expr {
    const own = schema.flatMap((each, i) => (each.type.kind === 'integer' ? [columnAt(schema, i)] : []));
    const kind = this.random();
    if (outer.length > 0 && kind < 0.2) return this.outerColumn(outer);
    if (own.length === 0 || kind < 0.27) return this.constant();
    if (kind > 0.95) {
      const args = [this.pick(own), this.constant()];
      return {op: 'coalesce', args, type: INTEGER};
    }
    if (this.failing && kind > 0.85) {
      return {op: 'call', signature: '+(int4,int4)', args: [this.pick(own), this.constant()], type: INTEGER};
    }
    return this.pick(own);
  }

  private outerColumn(outer: readonly Schema[]): Expr {
    const depth = outer.length > 1 && this.chance(0.2) ? 1 + this.below(outer.length) : 1;
    const schema = outer[depth - 1];
    const own = schema.flatMap((each, index) => (each.type.kind === 'integer' ? [index] : []));
    return own.length === 0 ? this.constant() : {op: 'outer', depth, index: this.pick(own), type: INTEGER};
  }

  private constant(): Expr {
    return literal(this.chance(0.15) ? null : this.below(3), INTEGER);
  }

  private comparison(operator: string, left: Expr, right: Expr): Expr {
    const type = left.type.kind === 'bigint' ? 'int8' : 'int4';
    return {op: 'call', signature: `${operator}(${type},${type})`, args: [left, right], type: BOOLEAN};
  }

  private chance(probability: number): boolean {
    return this.random() < probability;
  }

  private below(n: number): number {
    return Math.floor(this.random() * n);
  }

  private pick<X>(items: readonly X[]): X {
    return items[this.below(items.length)];
  }

  private shuffled<X>(items: readonly X[]): X[] {
    return items
      .map(item => ({item, at: this.random()}))
      .sort((a, b) => a.at - b.at)
      .map(({item}) => item);
  }
}

function list<X>(count: number, make: () => X): X[] {
  return Array.from({length: count}, make);
}
