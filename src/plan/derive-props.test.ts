import {describe, expect, it} from 'vitest';
import type {Expr} from '../expr/expr.ts';
import {column} from '../types/schema.ts';
import {BIGINT, BOOLEAN, INTEGER} from '../types/sql-type.ts';
import {distinct, filter, join, project, union} from './build.ts';
import {literal, TRUE} from './conjuncts.ts';
import {PropsDeriver} from './derive-props.ts';
import {nullableColumns} from './nullability.ts';
import type {AggregateRel, Rel} from './rel.ts';

const users: Rel = {
  node: 'get',
  object: 1,
  name: 'users',
  schema: [column('id', INTEGER, false), column('age', INTEGER)],
};
const events: Rel = {
  node: 'get',
  object: 2,
  name: 'events',
  schema: [column('user_id', INTEGER), column('size', INTEGER)],
};
const props = new PropsDeriver(object =>
  object === 1
    ? {uniqueKeys: [[0]], monotonic: false, nonNegative: true}
    : {uniqueKeys: [], monotonic: true, nonNegative: true},
);
const c = (index: number): Expr => ({op: 'column', index, type: INTEGER});
const eq = (left: Expr, right: Expr): Expr => ({
  op: 'call',
  signature: '=(int4,int4)',
  args: [left, right],
  type: BOOLEAN,
});
const keys = (rel: Rel) => props.of(rel).uniqueKeys;
const counted: AggregateRel = {
  node: 'aggregate',
  input: events,
  keys: [c(0)],
  aggregates: [{signature: 'count()', args: [], distinct: false, filter: null, type: BIGINT}],
  schema: [column('user_id', INTEGER), column('count', BIGINT, false)],
};

describe('unique keys', () => {
  it('follow plain columns', () => {
    expect(keys(project(users, [c(1), c(0)]))).toEqual([[1]]);
    expect(keys(project(users, [c(1)]))).toEqual([]);
  });
  it('lose columns that a filter holds constant', () => {
    expect(keys(filter(users, eq(c(0), literal(5, INTEGER))))).toEqual([[]]);
  });
  it('of a join with a lookup are those of the other side', () => {
    expect(keys(join('left', users, users, eq(c(0), c(2))))).toEqual([[0]]);
    expect(keys(join('inner', users, users, TRUE))).toEqual([[0, 2]]);
    expect(keys(join('inner', counted, users, eq(c(0), c(2))))).toEqual([[0], [2]]);
  });
  it('of groups are what they are grouped by, of distinct rows all columns', () => {
    expect(keys(counted)).toEqual([[0]]);
    expect(keys(distinct(events))).toEqual([[0, 1]]);
    expect(keys(union([users, users]))).toEqual([]);
  });
});

describe('append-only', () => {
  const monotonic = (rel: Rel) => props.of(rel).monotonic;
  const now: Expr = {op: 'call', signature: 'now()', args: [], type: {kind: 'timestamptz'}};
  const recent: Expr = {op: 'call', signature: '>(timestamptz,timestamptz)', args: [now, now], type: BOOLEAN};

  it('passes through what only adds rows', () => {
    expect(monotonic(filter(events, eq(c(0), c(1))))).toBe(true);
    expect(monotonic(join('inner', events, events, eq(c(0), c(2))))).toBe(true);
    expect(monotonic(join('semi', events, events, eq(c(0), c(2))))).toBe(true);
  });
  it('ends where rows are corrected', () => {
    expect(monotonic(counted)).toBe(false);
    expect(monotonic(join('left', events, events, eq(c(0), c(2))))).toBe(false);
    expect(monotonic(join('anti', events, events, eq(c(0), c(2))))).toBe(false);
    expect(monotonic(join('inner', events, users, eq(c(0), c(2))))).toBe(false);
  });
  it('ends at a filter that moves with the clock', () => {
    expect(monotonic(filter(events, recent))).toBe(false);
  });
});

describe('nullability', () => {
  it('comes from the base relations and what filters say', () => {
    expect(nullableColumns(filter(events, eq(c(0), literal(5, INTEGER))))).toEqual([false, true]);
    expect(nullableColumns(join('left', events, users, eq(c(0), c(2))))).toEqual([true, true, true, true]);
    expect(nullableColumns(join('inner', events, users, eq(c(0), c(2))))).toEqual([false, true, false, true]);
    expect(nullableColumns(counted)).toEqual([true, false]);
  });
});
