import {Catalog} from '../../src/catalog/catalog.ts';
import {evaluateConstant} from '../../src/expr/evaluate.ts';
import type {PhysicalPlan} from '../../src/plan/physical.ts';
import {planQuery} from '../../src/planner/plan.ts';
import type {Query} from '../../src/sql/ast/index.ts';
import {bindStatement} from '../../src/sql/bind/index.ts';
import {parseStatements} from '../../src/sql/parse/index.ts';
import type {Schema} from '../../src/types/schema.ts';

/** The plan of a view over one stream, without a server around it. */
export function planOverStream(name: string, schema: Schema, sql: string): {object: number; plan: PhysicalPlan} {
  const catalog = Catalog.create('bench', 'bench');
  const object = catalog.allocateOid();
  catalog.add({
    kind: 'source',
    oid: object,
    name,
    schema: 'public',
    owner: 'bench',
    definition: '',
    dependsOn: [],
    comment: null,
    columns: schema.map(column => ({...column, default: null})),
    connector: 'bench',
    generator: null,
    options: {},
    format: null,
    watermark: null,
  });
  const {rel} = bindStatement(parseStatements(sql)[0] as Query, {catalog, searchPath: ['public'], text: sql});
  const plan = planQuery(rel, {
    mode: 'view',
    props: () => ({uniqueKeys: [], monotonic: true, nonNegative: true}),
    evaluate: expr => evaluateConstant(expr, {now: 0n, settings: new Map()}),
  });
  return {object, plan};
}

/** Runs each of the rivals in turn, `rounds` times, and gives the median of each one's figures. */
export function medians(rounds: number, rivals: readonly (() => number)[]): number[] {
  const figures: number[][] = rivals.map(() => []);
  for (let round = 0; round < rounds; round++) rivals.forEach((run, i) => figures[i].push(run()));
  return figures.map(list => list.sort((a, b) => a - b)[list.length >> 1]);
}
