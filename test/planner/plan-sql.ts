import {Catalog} from '../../src/catalog/catalog.ts';
import {evaluateConstant} from '../../src/expr/evaluate.ts';
import {NO_PROPS, type PropsProvider} from '../../src/plan/props.ts';
import {printPlan, printRel} from '../../src/plan/print.ts';
import type {PhysicalPlan} from '../../src/plan/physical.ts';
import {optimize, planQuery, type PlanOptions} from '../../src/planner/plan.ts';
import type {Statement} from '../../src/sql/ast/index.ts';
import {bindCreateTable, bindCreateView, bindQuery} from '../../src/sql/bind/index.ts';
import {parseStatements} from '../../src/sql/parse/index.ts';

/** A catalog in memory and plans of queries over it. */
export class PlannedSql {
  readonly catalog = Catalog.create('millrace', 'tester');
  /** Primary keys and append-only tables, by object. */
  private readonly known = new Map<number, Partial<ReturnType<PropsProvider>>>();

  /** CREATE TABLE and CREATE VIEW statements. */
  define(ddl: string): this {
    for (const statement of parseStatements(ddl)) this.defineOne(statement, ddl);
    return this;
  }

  private defineOne(statement: Statement, text: string): void {
    const options = {catalog: this.catalog, searchPath: ['public'], text};
    if (statement.kind === 'create_table') this.catalog.add(bindCreateTable(statement, options).table);
    else if (statement.kind === 'create_view') this.catalog.add(bindCreateView(statement, options));
    else throw new Error(`not here: ${statement.kind}`);
  }

  /** Facts of a table that the catalog would know. */
  know(name: string, props: Partial<ReturnType<PropsProvider>>): this {
    const object = this.catalog.resolve([name], ['public']);
    this.known.set(object.oid, props);
    return this;
  }

  plan(sql: string, mode: PlanOptions['mode'] = 'view'): PhysicalPlan {
    const bound = this.bind(sql);
    return planQuery(bound.rel, {...this.options(), mode, visible: bound.columns.length});
  }

  print(sql: string, mode: PlanOptions['mode'] = 'view'): string {
    return `\n${printPlan(this.plan(sql, mode))}\n`;
  }

  printLogical(sql: string): string {
    return printRel(optimize(this.bind(sql).rel, this.options()));
  }

  bind(sql: string): ReturnType<typeof bindQuery> {
    const [statement] = parseStatements(sql);
    if (statement.kind !== 'query') throw new Error('not a query');
    return bindQuery(statement, {catalog: this.catalog, searchPath: ['public', 'pg_catalog'], text: sql});
  }

  options(): Pick<PlanOptions, 'props' | 'evaluate'> {
    return {
      props: object => ({...NO_PROPS, ...this.known.get(object)}),
      evaluate: expr => evaluateConstant(expr, {now: 0n, settings: new Map()}),
    };
  }
}
