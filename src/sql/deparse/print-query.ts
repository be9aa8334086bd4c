import type {Catalog} from '../../catalog/catalog.ts';
import {quoteIdentifier} from '../../expr/text/quote.ts';
import {BIGINT} from '../../types/sql-type.ts';
import {printedType} from '../../catalog/type-text.ts';
import type {
  Expression,
  GroupingSet,
  Query,
  Select,
  SetOperation,
  TableExpression,
  Values,
  With,
  CycleClause,
  SearchClause,
} from '../ast/index.ts';
import {columnName} from '../bind/column-name.ts';
import type {ScopeColumn, ScopeItem} from '../bind/level.ts';
import type {Recorder} from '../bind/recorder.ts';
import {Layout, STEP} from './layout.ts';
import {FromPrinter} from './print-from.ts';
import {ShownPrinter} from './print-shown.ts';
import {ShowNames} from './show-names.ts';
import {Show, directionOf} from './show.ts';
import type {Shown} from './shown.ts';
import {Unprintable} from './unprintable.ts';

export type PrintOptions = {
  readonly catalog: Catalog;
  readonly searchPath: readonly string[];
  /** The search path under which it was written, where that is another. */
  readonly written?: readonly string[];
  /** Only the parentheses that are needed. */
  readonly pretty: boolean;
  /** Where lists are wrapped; 0: each item has its line. */
  readonly wrap: number;
};

type Output = {readonly name: string; readonly shown: Shown};

/** Prints a stored query, which `recorder` has seen bound, as PostgreSQL's ruleutils do. Errors: Unprintable. */
export class QueryPrinter {
  private readonly recorder: Recorder;
  private readonly options: PrintOptions;
  private readonly layout = new Layout();
  private readonly show: Show;
  private readonly exprs: ShownPrinter;
  private readonly from: FromPrinter;

  constructor(recorder: Recorder, options: PrintOptions) {
    this.recorder = recorder;
    this.options = options;
    this.show = new Show(
      recorder,
      new ShowNames(options.catalog, options.written ?? options.searchPath, options.searchPath),
    );
    this.exprs = new ShownPrinter({
      layout: this.layout,
      pretty: options.pretty,
      column: column => this.column(column),
      row: item => this.row(item),
      query: query => this.query(query, null, false),
      type: type => printedType(options.catalog, options.searchPath, type),
    });
    const {layout, show, exprs} = this;
    this.from = new FromPrinter({
      recorder,
      options,
      layout,
      show,
      exprs,
      query: query => this.query(query, null, true),
    });
  }

  /** `columns`: what the result's columns are called. */
  print(query: Query, columns: readonly string[]): string {
    this.query(query, columns, true);
    return this.layout.text;
  }

  private add(text: string): void {
    this.layout.text += text;
  }

  private query(query: Query, columns: readonly string[] | null, namesShown: boolean): void {
    this.from.within(() => this.whole(query, columns, namesShown));
  }

  private whole(query: Query, columns: readonly string[] | null, namesShown: boolean): void {
    if (query.asOf) throw new Unprintable();
    const {layout} = this;
    const {indent} = layout;
    const {body} = query;
    if (body.kind === 'select') this.from.nameRelations(body.from);
    if (query.with) this.with(query.with);
    if (body.kind === 'set_operation') {
      this.setOperation(body, columns, namesShown);
      this.orderBy(query, null);
    } else if (body.kind === 'values') {
      layout.indent += STEP;
      this.add(' ');
      this.values(body);
      this.orderBy(query, null);
    } else {
      const outputs = this.select(body, query, columns, namesShown);
      this.orderBy(query, outputs);
    }
    if (query.offset) {
      layout.keyword(' OFFSET ', -STEP, STEP, 0);
      this.exprs.print(this.show.expr(query.offset, BIGINT), false);
    }
    if (query.limit) {
      if (query.withTies) {
        layout.keyword(' FETCH FIRST (', -STEP, STEP, 0);
        this.exprs.print(this.show.expr(query.limit, BIGINT), false);
        this.add(') ROWS WITH TIES');
      } else {
        layout.keyword(' LIMIT ', -STEP, STEP, 0);
        if (query.limit.kind === 'null') this.add('ALL');
        else this.exprs.print(this.show.expr(query.limit, BIGINT), false);
      }
    }
    this.locking(query);
    layout.indent = indent;
  }

  /** Each relation is named. */
  private locking({locking, body}: Query): void {
    for (const {strength, of, wait} of locking) {
      if (body.kind !== 'select') throw new Unprintable();
      const names = of.map(({parts}) => parts[parts.length - 1]);
      const locked = body.from.flatMap(leaves).filter(({kind}) => kind === 'table_ref' || kind === 'derived_table');
      for (const item of locked) {
        const name = this.from.nameOf(item);
        if (names.length > 0 && !names.includes(name)) continue;
        this.layout.keyword(` FOR ${strength.toUpperCase()}`, -STEP, STEP, 0);
        this.add(` OF ${quoteIdentifier(name)}${wait === 'block' ? '' : ` ${wait.toUpperCase()}`}`);
      }
    }
  }

  private with(ast: With): void {
    if (ast.recursion === 'mutual') throw new Unprintable();
    const {layout} = this;
    layout.indent += STEP;
    this.add(' ');
    ast.parts.forEach((part, i) => {
      if (part.statement.kind !== 'query') throw new Unprintable();
      this.add(i > 0 ? ', ' : ast.recursion === 'recursive' ? 'WITH RECURSIVE ' : 'WITH ');
      this.add(quoteIdentifier(part.name));
      if (part.columns.length > 0) this.add(`(${part.columns.map(quoteIdentifier).join(', ')})`);
      this.add(` AS ${{default: '', always: 'MATERIALIZED ', never: 'NOT MATERIALIZED '}[part.materialized]}(`);
      layout.keyword('', 0, 0, 0);
      this.query(part.statement, null, true);
      layout.keyword('', 0, 0, 0);
      this.add(')');
      if (part.search) this.search(part.search);
      if (part.cycle) this.cycle(part.cycle);
    });
    layout.indent -= STEP;
    layout.keyword('', 0, 0, 0);
  }

  private search({order, by, set}: SearchClause): void {
    this.add(
      ` SEARCH ${order.toUpperCase()} FIRST BY ${by.map(quoteIdentifier).join(', ')} SET ${quoteIdentifier(set)}`,
    );
  }

  private cycle({columns, set, to, default: otherwise, using}: CycleClause): void {
    this.add(` CYCLE ${columns.map(quoteIdentifier).join(', ')} SET ${quoteIdentifier(set)}`);
    const plain = to.kind === 'boolean' && to.value && otherwise.kind === 'boolean' && !otherwise.value;
    if (!plain) {
      this.add(' TO ');
      this.exprs.print(this.show.expr(to), false);
      this.add(' DEFAULT ');
      this.exprs.print(this.show.expr(otherwise), false);
    }
    this.add(` USING ${quoteIdentifier(using)}`);
  }

  private setOperation(ast: SetOperation, columns: readonly string[] | null, namesShown: boolean): void {
    const {layout} = this;
    const names = columns ?? this.outputNames(ast.left);
    const left = plainSetOperation(ast.left);
    const closed = left !== null && (left.operator !== ast.operator || left.all !== ast.all);
    const indented = closed ? STEP : 0;
    if (closed) {
      this.add('(');
      layout.keyword('', indented, 0, 0);
    }
    this.side(ast.left, names, namesShown);
    layout.keyword(closed ? ') ' : '', -indented, 0, 0);
    this.add(`${ast.operator.toUpperCase()} ${ast.all ? 'ALL ' : ''}`);
    const right = plainSetOperation(ast.right);
    if (right) this.add('(');
    layout.keyword('', right ? STEP : 0, 0, 0);
    this.side(ast.right, columns, false);
    if (right) layout.indent -= STEP;
    if (right) layout.keyword(')', 0, 0, 0);
  }

  private side(query: Query, columns: readonly string[] | null, namesShown: boolean): void {
    const inner = plainSetOperation(query);
    if (inner) return this.setOperation(inner, columns, namesShown);
    const closed = query.with !== null || query.orderBy.length > 0 || query.limit !== null || query.offset !== null;
    if (closed) this.add('(');
    this.query(query, columns, namesShown);
    if (closed) this.add(')');
  }

  private outputNames(query: Query): readonly string[] | null {
    if (query.body.kind !== 'select') return null;
    return this.targets(query.body).map(({name}) => name);
  }

  private values(ast: Values): void {
    const types = this.recorder.columnTypes.get(ast) ?? [];
    this.add('VALUES ');
    ast.rows.forEach((row, i) => {
      this.add(i > 0 ? ', (' : '(');
      row.forEach((item, column) => {
        if (column > 0) this.add(',');
        this.exprs.print(this.show.expr(item, types[column]), false);
      });
      this.add(')');
    });
  }

  private select(ast: Select, query: Query, columns: readonly string[] | null, namesShown: boolean): Output[] {
    const {layout, exprs} = this;
    layout.indent += STEP;
    this.add(' SELECT');
    const outputs = this.targets(ast, this.recorder.columnTypes.get(query));
    if (ast.distinctOn.length > 0) {
      this.add(' DISTINCT ON (');
      this.sortItems(ast.distinctOn, outputs, false);
      this.add(')');
    } else if (ast.distinct) this.add(' DISTINCT');
    this.targetList(outputs, columns, namesShown);
    this.from.print(ast.from);
    if (ast.where) {
      layout.keyword(' WHERE ', -STEP, STEP, 1);
      exprs.print(this.show.expr(ast.where, {kind: 'boolean'}), false);
    }
    if (ast.groupBy.length > 0) {
      layout.keyword(' GROUP BY ', -STEP, STEP, 1);
      if (ast.groupDistinct) this.add('DISTINCT ');
      ast.groupBy.forEach((item, i) => {
        if (i > 0) this.add(', ');
        this.groupItem(item, outputs);
      });
    }
    if (ast.having) {
      layout.keyword(' HAVING ', -STEP, STEP, 0);
      exprs.print(this.show.expr(ast.having, {kind: 'boolean'}), false);
    }
    ast.windows.forEach(({name, spec}, i) => {
      if (i === 0) layout.keyword(' WINDOW ', -STEP, STEP, 1);
      else this.add(', ');
      this.add(`${quoteIdentifier(name)} AS `);
      exprs.window(this.show.window(spec));
    });
    return outputs;
  }

  private targets(ast: Select, types: readonly ({readonly kind: string} | undefined)[] = []): Output[] {
    const outputs: Output[] = [];
    for (const {expression, alias} of ast.targets) {
      if (expression.kind === 'column_ref' && expression.star) {
        const columns = this.recorder.stars.get(expression);
        if (!columns) throw new Unprintable();
        for (const column of columns) outputs.push({name: column.name, shown: {kind: 'var', column}});
        continue;
      }
      if (expression.kind === 'indirection' && expression.steps.some(({kind}) => kind === 'star')) {
        for (const {name, shown} of this.show.fields(expression)) outputs.push({name, shown});
        continue;
      }
      const untyped = expression.kind === 'string' || expression.kind === 'null';
      const wanted = untyped ? (types[outputs.length] as Parameters<Show['expr']>[1]) : undefined;
      outputs.push({name: alias ?? columnName(expression), shown: this.show.expr(expression, wanted)});
    }
    return outputs;
  }

  private targetList(outputs: readonly Output[], columns: readonly string[] | null, namesShown: boolean): void {
    let severalLines = false;
    outputs.forEach(({name, shown}, i) => {
      this.add(i === 0 ? ' ' : ', ');
      const final = columns?.[i] ?? name;
      const text = this.layout.apart(() => {
        this.exprs.print(shown, true);
        if (shown.kind === 'row var' && shown.item.rowType)
          this.add(`::${printedType(this.options.catalog, this.options.searchPath, shown.item.rowType)}`);
        const own = shown.kind === 'var' ? this.columnName(shown.column) : namesShown ? null : '?column?';
        if (own !== final) this.add(` AS ${quoteIdentifier(final)}`);
      });
      this.layout.item(text, this.options.wrap, i === 0, severalLines);
      severalLines = text.includes('\n', text.startsWith('\n') ? 1 : 0);
    });
  }

  private groupItem(item: Expression | GroupingSet, outputs: readonly Output[]): void {
    if (item.kind === 'grouping_set') {
      const word = {empty: '', rollup: 'ROLLUP', cube: 'CUBE', sets: 'GROUPING SETS '}[item.type];
      this.add(`${word}(`);
      item.items.forEach((inner, i) => {
        if (i > 0) this.add(', ');
        const closed = item.type === 'sets' && inner.kind !== 'grouping_set' && inner.kind !== 'row';
        if (closed) this.add('(');
        this.groupItem(inner, outputs);
        if (closed) this.add(')');
      });
      return this.add(')');
    }
    if (item.kind === 'row' && !item.explicit) {
      this.add('(');
      this.sortItems(item.items, outputs, true);
      return this.add(')');
    }
    this.sortItems([item], outputs, true);
  }

  private sortItems(items: readonly Expression[], outputs: readonly Output[], grouping: boolean): void {
    items.forEach((item, i) => {
      if (i > 0) this.add(', ');
      this.exprs.sortItem(this.outputMeant(item, outputs, grouping) ?? this.show.expr(item));
    });
  }

  private orderBy(query: Query, outputs: readonly Output[] | null): void {
    if (query.orderBy.length === 0) return;
    this.layout.keyword(' ORDER BY ', -STEP, STEP, 1);
    const names = outputs ? [] : (this.firstNames(query) ?? []);
    query.orderBy.forEach((key, i) => {
      if (i > 0) this.add(', ');
      const {expression} = key;
      if (query.body.kind === 'values') this.add(`"*VALUES*".${quoteIdentifier(valuesColumn(expression))}`);
      else if (outputs) this.exprs.sortItem(this.outputMeant(expression, outputs, false) ?? this.show.expr(expression));
      else if (expression.kind === 'integer') this.add(expression.text);
      else if (expression.kind === 'column_ref' && names.includes(expression.path[0])) {
        this.add(String(names.indexOf(expression.path[0]) + 1));
      } else throw new Unprintable();
      this.exprs.direction(directionOf(key));
    });
  }

  private firstNames({body}: Query): readonly string[] | null {
    if (body.kind === 'set_operation') return this.firstNames(body.left);
    return body.kind === 'select' ? this.targets(body).map(({name}) => name) : null;
  }

  /** An item that names an output column, or counts to it. */
  private outputMeant(item: Expression, outputs: readonly Output[], grouping: boolean): Shown | null {
    if (item.kind === 'integer') return outputs[Number(item.text) - 1]?.shown ?? null;
    // In GROUP BY, columns of FROM come first: then the item was bound.
    if (item.kind !== 'column_ref' || item.path.length !== 1 || (grouping && this.recorder.columns.has(item)))
      return null;
    return outputs.find(({name}) => name === item.path[0])?.shown ?? null;
  }

  private column(column: ScopeColumn): string {
    const name = quoteIdentifier(this.columnName(column));
    const place = column.from && this.recorder.entries.get(column.from.entry);
    // A column that USING made of two.
    if (!column.from) return name;
    if (!place) throw new Unprintable();
    return `${quoteIdentifier(this.from.nameOf(place))}.${name}`;
  }

  /** Under today's name, unless an alias gives another. */
  private columnName({from, name}: ScopeColumn): string {
    if (!from) return name;
    const {entry, index} = from;
    // A system column.
    if (index < 0) return name;
    const own = entry.columns[index];
    const place = this.recorder.entries.get(entry);
    const oid = place?.kind === 'table_ref' ? this.recorder.relations.get(place.name) : undefined;
    if (oid === undefined || place?.kind !== 'table_ref' || place.alias?.columns[index] !== undefined) return own.name;
    const relation = this.options.catalog.relation(oid);
    if (relation.kind === 'system') return own.name;
    const number = own.attributeNumber;
    return (
      relation.columns.find((column, i) => !column.dropped && (column.number ?? i + 1) === number)?.name ?? own.name
    );
  }

  private row({columns}: ScopeItem): string {
    const place = columns[0]?.from && this.recorder.entries.get(columns[0].from.entry);
    if (!place) throw new Unprintable();
    return `${quoteIdentifier(this.from.nameOf(place))}.*`;
  }
}

/** A side that is nothing but a set operation: it joins the one around it. */
function plainSetOperation(query: Query): SetOperation | null {
  const {body} = query;
  const more = query.with ?? query.limit ?? query.offset;
  return body.kind === 'set_operation' && !more && query.orderBy.length === 0 ? body : null;
}

/** The relations that a FROM item is made of. */
function leaves(ast: TableExpression): TableExpression[] {
  return ast.kind === 'join' ? [...leaves(ast.left), ...leaves(ast.right)] : [ast];
}

function valuesColumn(ast: Expression): string {
  if (ast.kind === 'integer') return `column${ast.text}`;
  if (ast.kind === 'column_ref' && ast.path.length === 1) return ast.path[0];
  throw new Unprintable();
}
