import type {PhysicalNode} from '../../plan/physical.ts';
import type {ObjectId} from '../../plan/rel.ts';
import {SqlError} from '../../types/sql-error.ts';
import {hasForms} from '../../types/sql-type.ts';
import type {ArrangementReader} from '../arrangement/reader.ts';
import {compile, constantBigint} from '../expressions.ts';
import type {OperatorContext} from '../operator-context.ts';
import type {Operator} from '../operator.ts';
import {AggregateOperator} from './aggregate.ts';
import {AtMostOneAskedOperator} from './at-most-one-asked.ts';
import {AtMostOneOperator} from './at-most-one.ts';
import {DistinctOperator} from './distinct.ts';
import {FilterOperator} from './filter.ts';
import {FlatMapOperator} from './flat-map.ts';
import {InnerJoinOperator} from './inner-join.ts';
import {InputOperator} from './input.ts';
import type {JoinInput} from './join-side.ts';
import {LeftJoinOperator} from './left-join.ts';
import {NegateOperator} from './negate.ts';
import {OverOperator} from './over.ts';
import {ProjectOperator} from './project.ts';
import {RecursiveOperator} from './recursive.ts';
import {SemiJoinOperator} from './semi-join.ts';
import {TopKOperator} from './top-k.ts';
import {UnionOperator} from './union.ts';
import {ValuesOperator} from './values.ts';
import {WindowOperator} from './window.ts';

/** What an operator can learn of the plan around it. */
export type Build<Kind extends PhysicalNode['node']> = {
  readonly node: Extract<PhysicalNode, {node: Kind}>;
  /** Nodes of the plan by index. */
  readonly nodeAt: (index: number) => PhysicalNode;
  /** The index by these keys of an object whose rows the circuit keeps; null where it does not (streams, reads). */
  readonly sharedIndex: (object: ObjectId, keys: readonly number[]) => (() => ArrangementReader) | null;
  readonly context: OperatorContext;
};

type Row<Kind extends PhysicalNode['node']> = {
  readonly inputs: (node: Extract<PhysicalNode, {node: Kind}>) => readonly number[];
  readonly build: (build: Build<Kind>) => Operator;
};

const one = (node: {readonly input: number}): readonly number[] => [node.input];

/** One row a kind of physical node: which nodes feed its ports, and the operator that runs it. */
const rows: {readonly [Kind in PhysicalNode['node']]: Row<Kind>} = {
  input: {inputs: () => [], build: ({node}) => new InputOperator(node.schema)},
  values: {inputs: () => [], build: ({node, context}) => new ValuesOperator(node.schema, node.rows, context)},
  filter: {
    inputs: one,
    build: ({node, context}) => new FilterOperator(node.schema, compile(node.predicate, context), context),
  },
  project: {
    inputs: one,
    build: ({node, context}) => new ProjectOperator(node.schema, node.exprs, context),
  },
  join: {inputs: ({left, right}) => [left, right], build: buildJoin},
  aggregate: {
    inputs: one,
    build: ({node, nodeAt, context}) => {
      const {schema, props} = nodeAt(node.input);
      const input = {schema, monotonic: props.monotonic};
      return new AggregateOperator(node.schema, input, node.keys, node.aggregates, context);
    },
  },
  distinct: {inputs: one, build: buildDistinct},
  union: {inputs: ({inputs}) => inputs, build: ({node}) => new UnionOperator(node.schema)},
  negate: {inputs: one, build: ({node}) => new NegateOperator(node.schema)},
  topK: {
    inputs: one,
    build: ({node, context}) => {
      const {partition, keys} = node;
      const {limit, offset} = boundsOf(node, context);
      return new TopKOperator(node.schema, {partition, order: keys, limit, offset}, context);
    },
  },
  over: {
    inputs: one,
    build: ({node, nodeAt, context}) => new OverOperator(node.schema, nodeAt(node.input).schema, node, context),
  },
  atMostOne: {
    inputs: ({input, asked}) => (asked === undefined ? [input] : [input, asked]),
    build: ({node, context}) =>
      node.asked === undefined
        ? new AtMostOneOperator(node.schema, node.keys, context)
        : new AtMostOneAskedOperator(node.schema, context),
  },
  recursive: {
    inputs: ({base, step}) => [base, step],
    build: ({node, context}) => new RecursiveOperator(node.schema, node, context),
  },
  window: {inputs: one, build: ({node}) => new WindowOperator(node.kind, node.schema, node)},
  flatMap: {
    inputs: one,
    build: ({node, nodeAt, context}) => new FlatMapOperator(node.schema, nodeAt(node.input).schema, node, context),
  },
};

export function inputsOf(node: PhysicalNode): readonly number[] {
  return rowOf(node).inputs(node);
}

export function buildOperator(build: Build<PhysicalNode['node']>): Operator {
  return rowOf(build.node).build(build);
}

/** The table is exact a kind; that the row found is the node's own is beyond the type system. */
function rowOf(node: PhysicalNode): Row<PhysicalNode['node']> {
  return rows[node.node] as unknown as Row<PhysicalNode['node']>;
}

/** Errors: 2201W, 2201X for a parameter below 0. */
function boundsOf({limit, offset, bounds}: Build<'topK'>['node'], context: OperatorContext) {
  if (!bounds) return {limit, offset};
  const given = {
    limit: bounds.limit && constantBigint(bounds.limit, context),
    offset: (bounds.offset && constantBigint(bounds.offset, context)) ?? 0n,
  };
  if (given.limit !== null && given.limit < 0n) throw new SqlError('2201W', 'LIMIT must not be negative');
  if (given.offset < 0n) throw new SqlError('2201X', 'OFFSET must not be negative');
  return given;
}

/** Where equal rows may be written differently, groups of them choose how they are shown. */
function buildDistinct({node, nodeAt, context}: Build<'distinct'>): Operator {
  if (!node.schema.some(({type}) => hasForms(type))) return new DistinctOperator(node.schema, context);
  const {schema, props} = nodeAt(node.input);
  const keys = [...schema.keys()];
  return new AggregateOperator(node.schema, {schema, monotonic: props.monotonic}, keys, [], context);
}

function buildJoin({node, nodeAt, sharedIndex, context}: Build<'join'>): Operator {
  const side = (index: number, keys: readonly number[]): JoinInput => {
    const input = nodeAt(index);
    return {
      schema: input.schema,
      keys,
      monotonic: input.props.monotonic,
      shared: input.node === 'input' ? sharedIndex(input.object, keys) : null,
    };
  };
  const options = {
    left: side(node.left, node.leftKeys),
    right: side(node.right, node.rightKeys),
    nullSafe: node.nullSafe,
  };
  if (node.kind === 'left') return new LeftJoinOperator(node.schema, options, context);
  if (node.kind === 'semi' || node.kind === 'anti') {
    return new SemiJoinOperator(node.kind, node.schema, options, context);
  }
  const residual = node.residual && compile(node.residual, context);
  return new InnerJoinOperator(node.schema, {...options, residual}, context);
}
