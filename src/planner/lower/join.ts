import type {Expr} from '../../expr/expr.ts';
import {columnsOf, joinSchema} from '../../plan/build.ts';
import {remapColumns, usedColumns} from '../../plan/columns.ts';
import {conjunction, literal, TRUE} from '../../plan/conjuncts.ts';
import type {JoinRel} from '../../plan/rel.ts';
import type {Schema} from '../../types/schema.ts';
import {joinKeys, type JoinKey} from './join-keys.ts';
import type {Lowering} from './lower.ts';
import type {NodeOf, PlanBuilder} from './plan-builder.ts';

/**
 * Hash joins by keys. Only an inner join checks a condition beyond its keys; of the others,
 *
 * - semi and anti keep the rows whose columns that the condition reads occur (do not occur) among those of the matching
 *   pairs. Equal values match equally, so this is exact whatever repeats;
 * - left is the matching pairs and, with NULLs, the left rows without a match (anti);
 * - full is left and, with NULLs, the right rows without a match.
 */
export function lowerJoin(rel: JoinRel, {builder, lower}: Lowering): number {
  const {keys, residual} = joinKeys(rel);
  const sides = new Sides(builder, lower(rel.left), lower(rel.right), keys, residual);
  switch (rel.kind) {
    case 'inner':
      return sides.inner();
    case 'semi':
    case 'anti':
      return residual.length === 0 ? sides.byKeys(rel.kind) : sides.byMatches(rel.kind, 'left');
    case 'left':
      if (residual.length === 0) return sides.byKeys('left');
      return sides.union(sides.inner(), sides.unmatchedLeft());
    case 'full':
      if (residual.length === 0) return sides.union(sides.byKeys('left'), sides.unmatchedRight());
      return sides.union(sides.inner(), sides.unmatchedLeft(), sides.unmatchedRight());
    case 'right':
      throw new Error('a right join was not turned around');
  }
}

class Sides {
  private readonly builder: PlanBuilder;
  private readonly left: number;
  private readonly right: number;
  private readonly leftWidth: number;
  private readonly rightWidth: number;
  private readonly keys: readonly JoinKey[];
  private readonly residual: readonly Expr[];
  private pairs: number | null = null;

  constructor(builder: PlanBuilder, left: number, right: number, keys: readonly JoinKey[], residual: readonly Expr[]) {
    this.builder = builder;
    this.left = left;
    this.right = right;
    this.leftWidth = builder.schema(left).length;
    this.rightWidth = builder.schema(right).length;
    this.keys = keys;
    this.residual = residual;
  }

  /** The matching pairs; one operator however often they are asked for. */
  inner(): number {
    return (this.pairs ??= this.byKeys('inner'));
  }

  /** The join by the keys, computed ones put in a projection beneath and dropped above. */
  byKeys(kind: NodeOf<'join'>['kind']): number {
    const left = this.withKeys(
      this.left,
      this.keys.map(key => key.left),
    );
    const right = this.withKeys(
      this.right,
      this.keys.map(key => key.right),
    );
    return this.join(kind, left, right, this.leftWidth, this.rightWidth, this.residual);
  }

  private join(
    kind: NodeOf<'join'>['kind'],
    left: Keyed,
    right: Keyed,
    leftWidth: number,
    rightWidth: number,
    residual: readonly Expr[],
  ): number {
    const {builder} = this;
    const [leftSchema, rightSchema] = [builder.schema(left.node), builder.schema(right.node)];
    const places = [...range(0, leftWidth), ...range(leftSchema.length, rightWidth)];
    const joined = builder.add({
      node: 'join',
      kind,
      left: left.node,
      right: right.node,
      leftKeys: left.keys,
      rightKeys: right.keys,
      nullSafe: this.keys.map((key, i) => {
        const canBoth = leftSchema[left.keys[i]].nullable && rightSchema[right.keys[i]].nullable;
        return key.nullSafe && canBoth;
      }),
      residual: residual.length === 0 ? null : remapColumns(conjunction(residual), places),
      schema: this.joinedSchema(kind, leftSchema, rightSchema, left.keys, right.keys),
    });
    return builder.projectColumns(joined, kind === 'semi' || kind === 'anti' ? range(0, leftWidth) : places);
  }

  /** Rows that met by a key have it. */
  private joinedSchema(
    kind: NodeOf<'join'>['kind'],
    left: Schema,
    right: Schema,
    leftKeys: readonly number[],
    rightKeys: readonly number[],
  ): Schema {
    const schema = joinSchema(kind, left, right);
    if (kind !== 'inner' && kind !== 'semi') return schema;
    const present = new Set<number>();
    this.keys.forEach((key, i) => {
      if (!key.nullSafe) present.add(leftKeys[i]).add(left.length + rightKeys[i]);
    });
    return schema.map((column, i) => (column.nullable && present.has(i) ? {...column, nullable: false} : column));
  }

  private withKeys(input: number, keys: readonly Expr[]): Keyed {
    const columns = columnsOf(this.builder.schema(input));
    const exprs = [...columns];
    const places = keys.map(key => (key.op === 'column' ? key.index : exprs.push(key) - 1));
    return {node: exprs.length === columns.length ? input : this.builder.project(input, exprs), keys: places};
  }

  unmatchedLeft(): number {
    const nulls = this.builder.schema(this.right).map(column => literal(null, column.type));
    const rows = this.byMatches('anti', 'left');
    return this.builder.project(rows, [...columnsOf(this.builder.schema(rows)), ...nulls]);
  }

  unmatchedRight(): number {
    const nulls = this.builder.schema(this.left).map(column => literal(null, column.type));
    const rows = this.residual.length === 0 ? this.antiRight() : this.byMatches('anti', 'right');
    return this.builder.project(rows, [...nulls, ...columnsOf(this.builder.schema(rows))]);
  }

  private antiRight(): number {
    const left = this.withKeys(
      this.left,
      this.keys.map(key => key.left),
    );
    const right = this.withKeys(
      this.right,
      this.keys.map(key => key.right),
    );
    return this.join('anti', right, left, this.rightWidth, this.leftWidth, []);
  }

  /** The rows of one side whose values of the columns that ON reads are (not) among those of the matching pairs. */
  byMatches(kind: 'semi' | 'anti', side: 'left' | 'right'): number {
    const {builder} = this;
    const input = side === 'left' ? this.left : this.right;
    const read = this.columnsRead(side);
    const pairs = this.inner();
    const from = side === 'left' ? 0 : this.leftWidth;
    const values =
      read.length === 0
        ? builder.project(pairs, [TRUE])
        : builder.projectColumns(
            pairs,
            read.map(index => from + index),
          );
    const matched = builder.add({node: 'distinct', input: values, schema: builder.schema(values)});
    const inputSchema = builder.schema(input);
    return builder.add({
      node: 'join',
      kind,
      left: input,
      right: matched,
      leftKeys: read,
      rightKeys: read.map((_, i) => i),
      nullSafe: read.map((index, i) => inputSchema[index].nullable && builder.schema(matched)[i].nullable),
      residual: null,
      schema: inputSchema,
    });
  }

  private columnsRead(side: 'left' | 'right'): number[] {
    const used = new Set<number>();
    for (const key of this.keys) usedColumns(side === 'left' ? key.left : key.right, used);
    for (const part of this.residual) {
      for (const index of usedColumns(part)) {
        if (side === 'left' && index < this.leftWidth) used.add(index);
        if (side === 'right' && index >= this.leftWidth) used.add(index - this.leftWidth);
      }
    }
    return [...used].sort((a, b) => a - b);
  }

  union(...inputs: number[]): number {
    const schema = joinSchema('full', this.builder.schema(this.left), this.builder.schema(this.right));
    return this.builder.add({node: 'union', inputs, schema});
  }
}

type Keyed = {readonly node: number; readonly keys: readonly number[]};

function range(from: number, count: number): number[] {
  return Array.from({length: count}, (_, i) => from + i);
}
