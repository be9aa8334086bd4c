import type {Expr} from '../../expr/expr.ts';
import {nullableColumns} from '../../plan/nullability.ts';
import type {Rel} from '../../plan/rel.ts';
import type {Datum} from '../../types/datum.ts';
import {lowerAggregate} from './aggregate.ts';
import {derivedSchema} from './derived-schema.ts';
import {lowerJoin} from './join.ts';
import {lowerOver} from './over.ts';
import type {PlanBuilder} from './plan-builder.ts';
import {lowerRecursive} from './recursive.ts';
import {lowerTopK} from './top-k.ts';

/** What lowering a node needs: the plan so far, and how to lower what is beneath. */
export type Lowering = {
  readonly builder: PlanBuilder;
  readonly evaluate: (expr: Expr) => Datum;
  readonly lower: (rel: Rel) => number;
  /** The recursions under way: the nodes whose rows their working tables are. */
  readonly working: Map<number, number>;
  /** Recursions that are in the plan, by id: the nodes that give their rows. */
  readonly recursions: Map<number, number>;
  /** Shared relations that are in the plan, by id. */
  readonly shared: Map<number, number>;
};

/** The operators of a decorrelated relation; the index of the one that gives its rows. */
export function lowerRel(rel: Rel, builder: PlanBuilder, evaluate: (expr: Expr) => Datum): number {
  const lowered = new WeakMap<Rel, number>();
  const lowering: Lowering = {
    builder,
    evaluate,
    working: new Map(),
    recursions: new Map(),
    shared: new Map(),
    lower(node) {
      let index = lowered.get(node);
      if (index === undefined) lowered.set(node, (index = lowerNode(node, lowering)));
      return index;
    },
  };
  return lowering.lower(rel);
}

function lowerNode(rel: Rel, lowering: Lowering): number {
  const {builder, lower} = lowering;
  switch (rel.node) {
    case 'get':
      return builder.add({node: 'input', object: rel.object, name: rel.name, schema: rel.schema});
    case 'values':
      return builder.add({node: 'values', rows: rel.rows, schema: derivedSchema(rel)});
    case 'filter':
      // Operators work from below upwards and move nothing: the barrier has done its duty.
      if (rel.barrier) return lower(rel.input);
      return builder.filter(lower(rel.input), rel.predicate, nullableColumns(rel));
    case 'project': {
      const names = rel.schema.map(column => column.name);
      return builder.project(lower(rel.input), rel.exprs, names);
    }
    case 'join':
      return lowerJoin(rel, lowering);
    case 'aggregate':
      return lowerAggregate(rel, lowering);
    case 'distinct': {
      const input = lower(rel.input);
      return builder.add({node: 'distinct', input, schema: builder.schema(input)});
    }
    case 'union':
      return builder.add({node: 'union', inputs: rel.inputs.map(lower), schema: derivedSchema(rel)});
    case 'sort':
      return lowerTopK(rel, lowering);
    case 'over':
      return lowerOver(rel, lowering);
    case 'window': {
      const {kind, time, size, slide, offset} = rel;
      const schema = derivedSchema(rel);
      return builder.add({node: 'window', input: lower(rel.input), kind, time, size, slide, offset, schema});
    }
    case 'tableFunction': {
      const input = builder.add({node: 'values', rows: [[]], schema: []});
      const {calls, args, ordinality} = rel;
      return builder.add({node: 'flatMap', input, calls, args, ordinality, schema: derivedSchema(rel)});
    }
    case 'flatMap': {
      const {calls, args, ordinality} = rel;
      const schema = derivedSchema(rel);
      return builder.add({node: 'flatMap', input: lower(rel.input), calls, args, ordinality, schema});
    }
    case 'shared': {
      let there = lowering.shared.get(rel.id);
      if (there === undefined) lowering.shared.set(rel.id, (there = lower(rel.input)));
      return there;
    }
    case 'recursive':
      return lowerRecursive(rel, lowering);
    case 'workingTable':
      return lowering.working.get(rel.id)!;
    case 'atMostOne': {
      const input = lower(rel.input);
      const asked = rel.asked ? {asked: lower(rel.asked)} : {};
      return builder.add({node: 'atMostOne', input, ...asked, keys: rel.keys, schema: builder.schema(input)});
    }
    case 'apply':
      throw new Error('an apply was left after decorrelation');
  }
}
