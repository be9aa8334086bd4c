import type {Expr} from '../../expr/expr.ts';
import {columnsOf, join, project, projectColumns, union} from '../../plan/build.ts';
import {columnAt, shiftColumns} from '../../plan/columns.ts';
import type {JoinRel, Rel} from '../../plan/rel.ts';
import {column} from '../../types/schema.ts';
import {notSupported} from '../../types/sql-error.ts';
import type {SqlError} from '../../types/sql-error.ts';
import {BIGINT} from '../../types/sql-type.ts';

const TURN = column('iteration', BIGINT, false);
const BEFORE_ALL: Expr = {op: 'literal', value: -1n, type: BIGINT};

/**
 * The relation over all rows of a recursion at once: each row with, in a last column, the latest turn of the recursion's rows
 * that it is made from. How often a row comes says nothing: the recursion keeps one, of the first turn. null: the relation
 * does not read the recursion. Errors: 0A000 where more rows beneath could mean fewer here, or other ones.
 */
export function carryEarliest(rel: Rel, id: number): Rel | null {
  const carry = (input: Rel): Rel | null => carryEarliest(input, id);
  switch (rel.node) {
    case 'get':
    case 'values':
    case 'tableFunction':
      return null;
    case 'workingTable':
      return rel.id === id ? {...rel, schema: [...rel.schema, TURN]} : null;
    // The recursion itself takes care that a row comes once.
    case 'distinct':
    case 'shared':
      return carry(rel.input);
    case 'filter': {
      const input = carry(rel.input);
      return input && {...rel, input, schema: input.schema};
    }
    case 'project': {
      const input = carry(rel.input);
      const names = [...rel.schema.map(({name}) => name), TURN.name];
      return input && project(input, [...rel.exprs, lastOf(input)], names);
    }
    case 'join':
      return carryJoin(rel, carry(rel.left), carry(rel.right));
    case 'aggregate': {
      const input = carry(rel.input);
      if (!input) return null;
      if (rel.aggregates.length > 0) throw refused('an aggregate');
      const names = [...rel.schema.map(({name}) => name), TURN.name];
      return project(input, [...rel.keys, lastOf(input)], names);
    }
    case 'union': {
      const inputs = rel.inputs.map(carry);
      if (inputs.every(input => input === null)) return null;
      return union(
        inputs.map((input, i) => {
          const own = rel.inputs[i];
          return input ?? project(own, [...columnsOf(own.schema), BEFORE_ALL]);
        }),
      );
    }
    case 'sort': {
      const input = carry(rel.input);
      if (input && (rel.limit || rel.offset)) throw refused('LIMIT');
      return input;
    }
    case 'window':
    case 'flatMap': {
      const input = carry(rel.input);
      if (!input) return null;
      const width = rel.input.schema.length;
      const schema = [...rel.schema.slice(0, width), TURN, ...rel.schema.slice(width)];
      return turnLast({...rel, input, schema}, width);
    }
    case 'over':
      return none(carry(rel.input), 'a window function');
    case 'atMostOne':
      return none(carry(rel.input) ?? (rel.asked && carry(rel.asked)), 'a subquery that gives one value');
    case 'recursive':
      return none(carry(rel.base) ?? carry(rel.step), 'another recursion');
    case 'apply':
      throw new Error('an apply was left after decorrelation');
  }
}

function carryJoin(rel: JoinRel, left: Rel | null, right: Rel | null): Rel | null {
  if (!left && !right) return null;
  const width = rel.left.schema.length;
  const partial = rel.kind === 'semi' || rel.kind === 'anti';
  if (!right && rel.kind !== 'full' && rel.kind !== 'right') {
    const joined = join(rel.kind, left!, rel.right, shiftColumns(rel.on, 1, width));
    return partial ? joined : turnLast(joined, width);
  }
  if (rel.kind !== 'inner' && rel.kind !== 'semi') {
    throw refused(rel.kind === 'anti' ? 'NOT EXISTS, NOT IN or EXCEPT' : 'an outer join');
  }
  const joined = left
    ? join('inner', left, right!, shiftColumns(rel.on, 1, width))
    : join('inner', rel.left, right!, rel.on);
  const columns = columnsOf(joined.schema);
  const own = columns.slice(0, width);
  const others = columns.slice(width + (left ? 1 : 0), -1);
  const turn: Expr = left
    ? {op: 'greatest', args: [columns[width], columns[columns.length - 1]], type: BIGINT}
    : columns[columns.length - 1];
  const names = [...rel.schema.map(({name}) => name), TURN.name];
  return project(joined, [...own, ...(partial ? [] : others), turn], names);
}

/** The relation, in which the turn stands at `at`, with it as the last column. */
function turnLast(rel: Rel, at: number): Rel {
  const places = [...rel.schema.keys()];
  return projectColumns(rel, [...places.slice(0, at), ...places.slice(at + 1), at]);
}

function lastOf(rel: Rel): Expr {
  return columnAt(rel.schema, rel.schema.length - 1);
}

function none(carried: Rel | null, what: string): null {
  if (carried) throw refused(what);
  return null;
}

function refused(what: string): SqlError {
  return notSupported(`${what} over what recurses in WITH MUTUALLY RECURSIVE`);
}
