import type {Catalog} from '../../catalog/catalog.ts';
import {effectivePath} from '../../catalog/temporary.ts';
import {quoteIdentifier} from '../../expr/text/quote.ts';
import {typeName} from '../../types/type-names.ts';
import type {
  Alias,
  Expression,
  GroupingSet,
  Join,
  Query,
  Select,
  SetOperation,
  TableExpression,
  TableFunction,
  TableRef,
  Values,
  With,
} from '../ast/index.ts';
import {columnName} from '../bind/column-name.ts';
import type {ScopeColumn, ScopeItem} from '../bind/level.ts';
import type {Recorder} from '../bind/recorder.ts';
import {ITEM, Layout, STEP} from './layout.ts';
import {ShownPrinter} from './print-shown.ts';
import {Show, directionOf} from './show.ts';
import type {Shown} from './shown.ts';
import {Unprintable} from './unprintable.ts';

export type PrintOptions = {
  readonly catalog: Catalog;
  readonly searchPath: readonly string[];
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
  /** What relations are called, which is not the same as they are called elsewhere in the query. */
  private readonly names = new Map<TableExpression, string>();
  private used: ReadonlySet<string> = new Set();

  constructor(recorder: Recorder, options: PrintOptions) {
    this.recorder = recorder;
    this.options = options;
    this.show = new Show(recorder);
    this.exprs = new ShownPrinter({
      layout: this.layout,
      pretty: options.pretty,
      column: column => this.column(column),
      row: item => this.row(item),
      query: query => this.query(query, null, false),
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
    if (query.asOf || query.locking.length > 0) throw new Unprintable();
    const {layout} = this;
    const {indent} = layout;
    const {used} = this;
    const {body} = query;
    if (body.kind === 'select') this.nameRelations(body.from);
    if (query.with) this.with(query.with);
    if (body.kind === 'set_operation') {
      this.setOperation(body, columns, namesShown);
      this.orderBy(query, null);
    } else if (body.kind === 'values') {
      layout.indent += STEP;
      this.add(' ');
      this.values(body);
      if (query.orderBy.length > 0) throw new Unprintable();
    } else {
      const outputs = this.select(body, query, columns, namesShown);
      this.orderBy(query, outputs);
    }
    if (query.offset) {
      layout.keyword(' OFFSET ', -STEP, STEP, 0);
      this.exprs.print(this.show.expr(query.offset), false);
    }
    if (query.limit) {
      if (query.withTies) {
        layout.keyword(' FETCH FIRST ', -STEP, STEP, 0);
        this.exprs.print(this.show.expr(query.limit), false);
        this.add(' ROWS WITH TIES');
      } else {
        layout.keyword(' LIMIT ', -STEP, STEP, 0);
        if (query.limit.kind === 'null') this.add('ALL');
        else this.exprs.print(this.show.expr(query.limit), false);
      }
    }
    layout.indent = indent;
    this.used = used;
  }

  private with(ast: With): void {
    if (ast.recursion === 'mutual') throw new Unprintable();
    const {layout} = this;
    layout.indent += STEP;
    this.add(' ');
    ast.parts.forEach((part, i) => {
      if (part.statement.kind !== 'query' || part.search || part.cycle) throw new Unprintable();
      this.add(i > 0 ? ', ' : ast.recursion === 'recursive' ? 'WITH RECURSIVE ' : 'WITH ');
      this.add(quoteIdentifier(part.name));
      if (part.columns.length > 0) this.add(`(${part.columns.map(quoteIdentifier).join(', ')})`);
      this.add(` AS ${{default: '', always: 'MATERIALIZED ', never: 'NOT MATERIALIZED '}[part.materialized]}(`);
      layout.keyword('', 0, 0, 0);
      this.query(part.statement, null, true);
      layout.keyword('', 0, 0, 0);
      this.add(')');
    });
    layout.indent -= STEP;
    layout.keyword('', 0, 0, 0);
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
    this.from(ast.from);
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
        throw new Unprintable();
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
        if (shown.kind === 'row var' && shown.item.rowType) this.add(`::${typeName(shown.item.rowType)}`);
        const own = shown.kind === 'var' ? this.columnName(shown.column) : namesShown ? null : '?column?';
        if (own !== final) this.add(` AS ${quoteIdentifier(final)}`);
      });
      this.layout.item(text, this.options.wrap, i === 0, severalLines);
      severalLines = text.includes('\n', text.startsWith('\n') ? 1 : 0);
    });
  }

  private from(items: readonly TableExpression[]): void {
    items.forEach((item, i) => {
      if (i === 0) {
        this.layout.keyword(' FROM ', -STEP, STEP, 2);
        return this.fromItem(item);
      }
      this.add(', ');
      const text = this.layout.apart(() => this.fromItem(item));
      this.layout.item(text, this.options.wrap, false, false);
    });
  }

  private fromItem(ast: TableExpression): void {
    switch (ast.kind) {
      case 'table_ref':
        return this.tableRef(ast);
      case 'derived_table':
        this.add(ast.lateral ? 'LATERAL (' : '(');
        this.query(ast.query, null, true);
        this.add(`) ${quoteIdentifier(this.nameOf(ast))}`);
        return this.columnAliases(ast.alias);
      case 'table_function':
        return this.tableFunction(ast);
      case 'join':
        return this.join(ast);
      default:
        throw new Unprintable();
    }
  }

  private tableRef(ast: TableRef): void {
    if (ast.sample || ast.asOf) throw new Unprintable();
    const name = this.nameOf(ast);
    const oid = this.recorder.relations.get(ast.name);
    const own = oid === undefined ? ast.name.parts[0] : this.options.catalog.relation(oid).name;
    this.add(`${ast.only ? 'ONLY ' : ''}${oid === undefined ? quoteIdentifier(own) : this.relationName(oid)}`);
    if (ast.alias || name !== own) this.add(` ${quoteIdentifier(name)}`);
    if (ast.alias && ast.alias.columns.length > 0) this.columnAliases(this.wholeAlias(ast, ast.alias));
  }

  /** A list of some columns' names is completed. */
  private wholeAlias(ast: TableRef, alias: Alias): Alias {
    const entry = [...this.recorder.entries].find(([, at]) => at === ast)?.[0];
    return entry ? {...alias, columns: entry.columns.map(({name}) => name)} : alias;
  }

  private relationName(oid: number): string {
    const {catalog, searchPath} = this.options;
    const relation = catalog.relation(oid);
    const name = quoteIdentifier(relation.name);
    const visible =
      relation.kind === 'system'
        ? effectivePath(searchPath).includes(relation.schema)
        : catalog.isVisible(relation, searchPath);
    return visible ? name : `${quoteIdentifier(relation.schema)}.${name}`;
  }

  private tableFunction(ast: TableFunction): void {
    if (ast.rowsFrom || ast.functions.length !== 1 || ast.columns.length > 0) throw new Unprintable();
    if (ast.lateral) this.add('LATERAL ');
    this.exprs.print(this.functionCall(ast.functions[0].call), true);
    if (ast.ordinality) this.add(' WITH ORDINALITY');
    this.add(` ${quoteIdentifier(this.nameOf(ast))}`);
    const entry = [...this.recorder.entries].find(([, at]) => at === ast)?.[0];
    if (!entry) throw new Unprintable();
    this.add(`(${entry.columns.map(({name}) => quoteIdentifier(name)).join(', ')})`);
  }

  /** A call in FROM is not bound as an expression. */
  private functionCall(ast: Expression): Shown {
    if (ast.kind !== 'function_call' || ast.name.length !== 1) throw new Unprintable();
    const types = this.recorder.argumentTypes.get(ast);
    if (!types) throw new Unprintable();
    const args = ast.args.map((arg, i) => {
      if (arg.kind === 'named_argument') throw new Unprintable();
      return {value: this.show.expr(arg, types[i])};
    });
    return {kind: 'call', name: ast.name[0], args, syntax: false, variadic: ast.variadic};
  }

  private join(ast: Join): void {
    if (ast.alias) throw new Unprintable();
    const {pretty} = this.options;
    const using = this.recorder.using.get(ast);
    if (!pretty) this.add('(');
    this.fromItem(ast.left);
    const word = {inner: 'JOIN', cross: 'CROSS JOIN', left: 'LEFT JOIN', right: 'RIGHT JOIN', full: 'FULL JOIN'};
    const crossed = ast.type === 'inner' && !ast.on && (using?.length ?? 0) === 0;
    this.layout.keyword(` ${word[crossed ? 'cross' : ast.type]} `, -STEP, STEP, ITEM);
    const closed = pretty && ast.right.kind === 'join';
    if (closed) this.add('(');
    this.fromItem(ast.right);
    if (closed) this.add(')');
    if (using && using.length > 0) {
      this.add(` USING (${using.map(quoteIdentifier).join(', ')})`);
      if (ast.usingAlias) this.add(` AS ${quoteIdentifier(ast.usingAlias)}`);
    } else if (ast.on) {
      this.add(pretty ? ' ON ' : ' ON (');
      this.exprs.print(this.show.expr(ast.on, {kind: 'boolean'}), false);
      if (!pretty) this.add(')');
    } else if (ast.type !== 'inner' && ast.type !== 'cross') this.add(' ON TRUE');
    if (!pretty) this.add(')');
  }

  private columnAliases(alias: Alias | null): void {
    if (alias && alias.columns.length > 0) this.add(`(${alias.columns.map(quoteIdentifier).join(', ')})`);
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
      if (outputs) this.exprs.sortItem(this.outputMeant(expression, outputs, false) ?? this.show.expr(expression));
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

  /** Each relation gets a name that nothing around it has. */
  private nameRelations(from: readonly TableExpression[]): void {
    const used = new Set(this.used);
    const visit = (ast: TableExpression): void => {
      if (ast.kind === 'join') {
        visit(ast.left);
        return visit(ast.right);
      }
      const own = this.ownName(ast);
      let name = own;
      for (let i = 1; used.has(name); i++) name = `${own}_${i}`;
      used.add(name);
      this.names.set(ast, name);
    };
    from.forEach(visit);
    this.used = used;
  }

  private ownName(ast: TableExpression): string {
    if ('alias' in ast && ast.alias) return ast.alias.name;
    if (ast.kind === 'table_ref') {
      const oid = this.recorder.relations.get(ast.name);
      return oid === undefined ? ast.name.parts[ast.name.parts.length - 1] : this.options.catalog.relation(oid).name;
    }
    if (ast.kind === 'table_function') return columnName(ast.functions[0].call);
    throw new Unprintable();
  }

  private nameOf(ast: TableExpression): string {
    const name = this.names.get(ast);
    if (name === undefined) throw new Unprintable();
    return name;
  }

  private column(column: ScopeColumn): string {
    const name = quoteIdentifier(this.columnName(column));
    const place = column.from && this.recorder.entries.get(column.from.entry);
    // A column that USING made of two.
    if (!column.from) return name;
    if (!place) throw new Unprintable();
    return `${quoteIdentifier(this.nameOf(place))}.${name}`;
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
    return `${quoteIdentifier(this.nameOf(place))}.*`;
  }
}

/** A side that is nothing but a set operation: it joins the one around it. */
function plainSetOperation(query: Query): SetOperation | null {
  const {body} = query;
  const more = query.with ?? query.limit ?? query.offset;
  return body.kind === 'set_operation' && !more && query.orderBy.length === 0 ? body : null;
}
