import type {Expr} from '../expr/expr.ts';
import {columnsWithin} from './columns.ts';
import {conjuncts} from './conjuncts.ts';
import {dependsOnTime, functionName} from './function-facts.ts';
import type {PropsProvider, RelProps} from './props.ts';
import type {JoinRel, Rel} from './rel.ts';
import {
  AT_MOST_ONE_ROW,
  isUniqueOn,
  keysOfJoin,
  keysThroughProject,
  keysWithConstants,
  minimalKeys,
} from './unique-keys.ts';
import {hasForms} from '../types/sql-type.ts';

/** Derives what is known of relations from what is known of the objects beneath; remembers each node. */
export class PropsDeriver {
  private readonly provider: PropsProvider;
  private readonly known = new WeakMap<Rel, RelProps>();

  constructor(provider: PropsProvider) {
    this.provider = provider;
  }

  of(rel: Rel): RelProps {
    let props = this.known.get(rel);
    if (!props) this.known.set(rel, (props = this.derive(rel)));
    return props;
  }

  isUniqueOn(rel: Rel, columns: readonly number[]): boolean {
    return isUniqueOn(this.of(rel).uniqueKeys, columns);
  }

  private derive(rel: Rel): RelProps {
    switch (rel.node) {
      case 'get':
        return this.provider(rel.object);
      case 'values':
        return {uniqueKeys: rel.rows.length <= 1 ? AT_MOST_ONE_ROW : [], monotonic: true, nonNegative: true};
      case 'filter': {
        const input = this.of(rel.input);
        return {
          ...input,
          uniqueKeys: keysWithConstants(input.uniqueKeys, constantColumns(rel.predicate)),
          monotonic: input.monotonic && !dependsOnTime(rel.predicate),
        };
      }
      case 'project': {
        const input = this.of(rel.input);
        return {...input, uniqueKeys: keysThroughProject(input.uniqueKeys, rel.exprs)};
      }
      case 'join':
        return this.ofJoin(rel);
      case 'apply': {
        const left = this.of(rel.left);
        const keepsRows = rel.kind !== 'inner' && rel.kind !== 'left';
        return {uniqueKeys: keepsRows ? left.uniqueKeys : [], monotonic: false, nonNegative: left.nonNegative};
      }
      case 'aggregate':
        return {
          uniqueKeys: [rel.keys.map((_, i) => i)],
          monotonic: rel.aggregates.length === 0 && rel.keys.length > 0 && this.of(rel.input).monotonic,
          nonNegative: true,
        };
      case 'distinct': {
        const input = this.of(rel.input);
        return {
          uniqueKeys: minimalKeys([...input.uniqueKeys, rel.schema.map((_, i) => i)]),
          // How a row is written may change with those that equal it.
          monotonic: input.monotonic && !rel.schema.some(({type}) => hasForms(type)),
          nonNegative: true,
        };
      }
      case 'union': {
        const inputs = rel.inputs.map(input => this.of(input));
        return {
          uniqueKeys: inputs.length === 1 ? inputs[0].uniqueKeys : [],
          monotonic: inputs.every(input => input.monotonic),
          nonNegative: inputs.every(input => input.nonNegative),
        };
      }
      case 'recursive': {
        const uniqueKeys = rel.distinct ? [rel.schema.map((_, i) => i)] : [];
        return {uniqueKeys, monotonic: false, nonNegative: true};
      }
      case 'shared':
        return this.of(rel.input);
      case 'workingTable':
        return {uniqueKeys: [], monotonic: false, nonNegative: true};
      case 'sort':
        return this.ofSort(rel);
      case 'over':
        return {...this.of(rel.input), monotonic: false};
      case 'window':
        return windowProps(this.of(rel.input), rel.kind, rel.input.schema.length);
      case 'tableFunction':
        return {uniqueKeys: rel.ordinality ? [[rel.schema.length - 1]] : [], monotonic: true, nonNegative: true};
      case 'flatMap': {
        const input = this.of(rel.input);
        const last = rel.schema.length - 1;
        return {...input, uniqueKeys: rel.ordinality ? input.uniqueKeys.map(key => [...key, last]) : []};
      }
      case 'atMostOne': {
        const input = this.of(rel.input);
        return {...input, uniqueKeys: minimalKeys([...input.uniqueKeys, rel.keys])};
      }
    }
  }

  private ofJoin(rel: JoinRel): RelProps {
    const left = this.of(rel.left);
    const right = this.of(rel.right);
    const width = rel.left.schema.length;
    const {leftKeys, rightKeys} = equiColumns(rel.on, width);
    const inputsGrow = left.monotonic && right.monotonic && !dependsOnTime(rel.on);
    const nonNegative = left.nonNegative && right.nonNegative;
    switch (rel.kind) {
      case 'inner':
      case 'left':
        return {
          uniqueKeys: keysOfJoin(left.uniqueKeys, right.uniqueKeys, width, leftKeys, rightKeys, rel.kind),
          monotonic: rel.kind === 'inner' && inputsGrow,
          nonNegative,
        };
      case 'semi':
      case 'anti':
        return {
          uniqueKeys: left.uniqueKeys,
          monotonic: rel.kind === 'semi' && inputsGrow,
          nonNegative: left.nonNegative,
        };
      case 'right':
      case 'full':
        return {uniqueKeys: [], monotonic: false, nonNegative};
    }
  }

  private ofSort(rel: Extract<Rel, {node: 'sort'}>): RelProps {
    const input = this.of(rel.input);
    if (!rel.limit && !rel.offset) return input;
    const one = rel.limit?.op === 'literal' && rel.limit.value === 1n;
    return {
      uniqueKeys: one ? minimalKeys([...input.uniqueKeys, rel.partition ?? []]) : input.uniqueKeys,
      monotonic: false,
      nonNegative: input.nonNegative,
    };
  }
}

/** A row is in one tumbling window, in several hopping ones. */
export function windowProps(input: RelProps, kind: 'tumble' | 'hop', start: number): RelProps {
  if (kind === 'tumble') return input;
  return {...input, uniqueKeys: input.uniqueKeys.map(key => [...key, start])};
}

/** Columns that the predicate holds to one constant. */
export function constantColumns(predicate: Expr): Set<number> {
  const columns = new Set<number>();
  for (const part of conjuncts(predicate)) {
    if (part.op !== 'call' || functionName(part.signature) !== '=') continue;
    const [a, b] = part.args;
    if (a.op === 'column' && b.op === 'literal') columns.add(a.index);
    if (b.op === 'column' && a.op === 'literal') columns.add(b.index);
  }
  return columns;
}

/** Pairs of plain columns that `on` equates, one of each side. */
export function equiColumns(on: Expr, width: number): {leftKeys: number[]; rightKeys: number[]} {
  const leftKeys: number[] = [];
  const rightKeys: number[] = [];
  for (const part of conjuncts(on)) {
    const sides = equatedSides(part);
    if (!sides) continue;
    const [a, b] = columnsWithin(sides[0], 0, width) ? sides : [sides[1], sides[0]];
    if (a.op !== 'column' || b.op !== 'column' || a.index >= width || b.index < width) continue;
    leftKeys.push(a.index);
    rightKeys.push(b.index - width);
  }
  return {leftKeys, rightKeys};
}

function equatedSides(expr: Expr): readonly [Expr, Expr] | null {
  if (expr.op === 'distinct' && expr.negated) return [expr.left, expr.right];
  if (expr.op === 'call' && functionName(expr.signature) === '=') return [expr.args[0], expr.args[1]];
  return null;
}
