import type {Expr} from '../../expr/expr.ts';
import {distinct, join, project, projectColumns, union, onlyAsked} from '../../plan/build.ts';
import {columnAt, shiftColumns} from '../../plan/columns.ts';
import {conjunction, conjuncts} from '../../plan/conjuncts.ts';
import type {AggregateRel, JoinRel, Rel} from '../../plan/rel.ts';
import {column, type Schema} from '../../types/schema.ts';
import {notSupported} from '../../types/sql-error.ts';
import {BIGINT, BOOLEAN} from '../../types/sql-type.ts';

const ITERATION = column('iteration', BIGINT, false);

/**
 * The relation for all iterations at once: over a working table whose rows say in a last column in which iteration they
 * came, each row says so too. What groups, compares or ranks rows does so within an iteration. null: the relation does
 * not read that working table. Errors: 0A000 where rows would belong to every iteration.
 */
export function carryIteration(rel: Rel, id: number): Rel | null {
  const carry = (input: Rel): Rel | null => carryIteration(input, id);
  switch (rel.node) {
    case 'get':
    case 'values':
    case 'tableFunction':
      return null;
    case 'workingTable':
      return rel.id === id ? {...rel, schema: [...rel.schema, ITERATION]} : null;
    case 'filter': {
      const input = carry(rel.input);
      return input && {...rel, input, schema: input.schema};
    }
    case 'project': {
      const input = carry(rel.input);
      const names = [...rel.schema.map(({name}) => name), ITERATION.name];
      return input && project(input, [...rel.exprs, iterationOf(input)], names);
    }
    case 'join':
      return carryJoin(rel, carry(rel.left), carry(rel.right));
    case 'aggregate': {
      const input = carry(rel.input);
      return input && carryAggregate(rel, input);
    }
    case 'distinct': {
      const input = carry(rel.input);
      return input && distinct(input);
    }
    case 'union': {
      const inputs = rel.inputs.map(carry);
      if (inputs.every(input => input === null)) return null;
      if (inputs.includes(null)) throw notSupported('a UNION in WITH RECURSIVE of which one side does not recurse');
      return union(inputs as Rel[]);
    }
    case 'sort': {
      const input = carry(rel.input);
      return input && {...rel, input, partition: [...(rel.partition ?? []), lastOf(input)], schema: input.schema};
    }
    case 'over': {
      const input = carry(rel.input);
      if (!input) return null;
      const at = lastOf(input);
      const partition = [...rel.partition, iterationOf(input)];
      return iterationLast({...rel, input, partition, schema: inserted(rel.schema, at)}, at);
    }
    case 'atMostOne': {
      // In each iteration somebody else asks.
      if (rel.asked && carry(rel.asked)) return carry(onlyAsked(rel));
      const input = carry(rel.asked ? onlyAsked(rel).input : rel.input);
      return input && {...rel, asked: null, input, keys: [...rel.keys, lastOf(input)], schema: input.schema};
    }
    case 'window':
    case 'flatMap': {
      const input = carry(rel.input);
      return input && iterationLast({...rel, input, schema: inserted(rel.schema, lastOf(input))}, lastOf(input));
    }
    // What reads the working table is another in each iteration, and read once there.
    case 'shared':
      return carry(rel.input);
    case 'recursive':
      if (carry(rel.base) || carry(rel.step)) throw notSupported('WITH RECURSIVE within the step of another');
      return null;
    case 'apply':
      throw new Error('an apply was left after decorrelation');
  }
}

function carryJoin(rel: JoinRel, left: Rel | null, right: Rel | null): Rel | null {
  const width = rel.left.schema.length;
  if (!left && !right) return null;
  if (!left) {
    if (rel.kind !== 'inner') throw notSupported(`WITH RECURSIVE on the right side of a ${rel.kind} join`);
    return join('inner', rel.left, right!, rel.on);
  }
  const on = shiftColumns(rel.on, 1, width);
  if (!right) return iterationLast(join(rel.kind, left, rel.right, on), width);
  const same: Expr = {
    op: 'call',
    signature: '=(int8,int8)',
    args: [iterationOf(left), {...iterationOf(right), index: width + 1 + lastOf(right)} as Expr],
    type: BOOLEAN,
  };
  const joined = join(rel.kind, left, right, conjunction([same, ...conjuncts(on)]));
  if (rel.kind === 'semi' || rel.kind === 'anti') return joined;
  return projectColumns(joined, [...range(0, width), ...range(width + 1, lastOf(right)), width]);
}

/** The iteration is one more key, behind the others. */
function carryAggregate(rel: AggregateRel, input: Rel): Rel {
  const keys = rel.keys.length;
  const grouped: AggregateRel = {
    ...rel,
    input,
    keys: [...rel.keys, iterationOf(input)],
    schema: inserted(rel.schema, keys),
  };
  return iterationLast(grouped, keys);
}

/** The relation, in which the iteration stands at `at`, with it as the last column. */
function iterationLast(rel: Rel, at: number): Rel {
  const {length} = rel.schema;
  return projectColumns(rel, [...range(0, at), ...range(at + 1, length - at - 1), at]);
}

function inserted(schema: Schema, at: number): Schema {
  return [...schema.slice(0, at), ITERATION, ...schema.slice(at)];
}

function iterationOf(rel: Rel): Expr {
  return columnAt(rel.schema, lastOf(rel));
}

function lastOf(rel: Rel): number {
  return rel.schema.length - 1;
}

function range(from: number, count: number): number[] {
  return Array.from({length: count}, (_, i) => from + i);
}
