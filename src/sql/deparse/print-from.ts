import {effectivePath} from '../../catalog/temporary.ts';
import {quoteIdentifier} from '../../expr/text/quote.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {printedType} from '../../catalog/type-text.ts';
import type {
  Alias,
  Expression,
  FunctionCall,
  Join,
  Query,
  TableExpression,
  TableFunction,
  TableFunctionItem,
  TableRef,
} from '../ast/index.ts';
import {columnName} from '../bind/column-name.ts';
import type {RangeEntry} from '../bind/level.ts';
import type {Recorder} from '../bind/recorder.ts';
import {findNode} from '../bind/row-expression.ts';
import {ITEM, type Layout, STEP} from './layout.ts';
import type {PrintOptions} from './print-query.ts';
import type {ShownPrinter} from './print-shown.ts';
import type {Show} from './show.ts';
import type {Shown} from './shown.ts';
import {Unprintable} from './unprintable.ts';

/** What FROM clauses stand in. */
type FromSurroundings = {
  readonly recorder: Recorder;
  readonly options: PrintOptions;
  readonly layout: Layout;
  readonly show: Show;
  readonly exprs: ShownPrinter;
  readonly query: (query: Query) => void;
};

/** Prints FROM clauses, and knows what their relations are called. */
export class FromPrinter {
  private readonly around: FromSurroundings;
  /** What relations are called, which is not the same as they are called elsewhere in the query. */
  private readonly names = new Map<TableExpression, string>();
  private used: ReadonlySet<string> = new Set();
  /** The items of the FROM clause under way, those within joins too. */
  private siblings: ReadonlySet<TableExpression> = new Set();

  constructor(around: FromSurroundings) {
    this.around = around;
  }

  private add(text: string): void {
    this.around.layout.text += text;
  }

  /** Runs `print` for a query within others, which may use their relations' names again once it is over. */
  within(print: () => void): void {
    const {used, siblings} = this;
    print();
    this.used = used;
    this.siblings = siblings;
  }

  /** Each relation gets a name that nothing around it has. */
  nameRelations(from: readonly TableExpression[]): void {
    const used = new Set(this.used);
    const siblings = new Set<TableExpression>();
    const visit = (ast: TableExpression): void => {
      if (ast.kind === 'join') {
        visit(ast.left);
        visit(ast.right);
        if (!ast.alias) return;
      }
      siblings.add(ast);
      const own = this.ownName(ast);
      let name = own;
      for (let i = 1; used.has(name); i++) name = `${own}_${i}`;
      used.add(name);
      this.names.set(ast, name);
    };
    from.forEach(visit);
    this.used = used;
    this.siblings = siblings;
  }

  private ownName(ast: TableExpression): string {
    if ('alias' in ast && ast.alias) return ast.alias.name;
    if (ast.kind === 'table_ref') {
      const oid = this.around.recorder.relations.get(ast.name);
      return oid === undefined
        ? ast.name.parts[ast.name.parts.length - 1]
        : this.around.options.catalog.relation(oid).name;
    }
    if (ast.kind === 'table_function') return columnName(ast.functions[0].call);
    throw new Unprintable();
  }

  nameOf(ast: TableExpression): string {
    const name = this.names.get(ast);
    if (name === undefined) throw new Unprintable();
    return name;
  }

  print(items: readonly TableExpression[]): void {
    items.forEach((item, i) => {
      if (i === 0) {
        this.around.layout.keyword(' FROM ', -STEP, STEP, 2);
        return this.fromItem(item);
      }
      this.add(', ');
      const text = this.around.layout.apart(() => this.fromItem(item));
      this.around.layout.item(text, this.around.options.wrap, false, false);
    });
  }

  private fromItem(ast: TableExpression): void {
    switch (ast.kind) {
      case 'table_ref':
        return this.tableRef(ast);
      case 'derived_table':
        this.add(ast.lateral ? 'LATERAL (' : '(');
        this.around.query(ast.query);
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
    if (ast.asOf) throw new Unprintable();
    const name = this.nameOf(ast);
    const oid = this.around.recorder.relations.get(ast.name);
    const own = oid === undefined ? ast.name.parts[0] : this.around.options.catalog.relation(oid).name;
    this.add(`${ast.only ? 'ONLY ' : ''}${oid === undefined ? quoteIdentifier(own) : this.relationName(oid)}`);
    if (ast.alias || name !== own) this.add(` ${quoteIdentifier(name)}`);
    if (ast.alias && ast.alias.columns.length > 0) this.columnAliases(this.wholeAlias(ast, ast.alias));
    if (ast.sample) this.sample(ast.sample);
  }

  private sample({method, args, repeatable}: NonNullable<TableRef['sample']>): void {
    const {show, exprs} = this.around;
    this.add(` TABLESAMPLE ${quoteIdentifier(method[method.length - 1])} (`);
    args.forEach((arg, i) => {
      if (i > 0) this.add(', ');
      exprs.print(show.expr(arg), false);
    });
    this.add(')');
    if (!repeatable) return;
    this.add(' REPEATABLE (');
    exprs.print(show.expr(repeatable), false);
    this.add(')');
  }

  /** A list of some columns' names is completed. */
  private wholeAlias(ast: TableExpression, alias: Alias): Alias {
    const entry = this.entryOf(ast);
    return entry ? {...alias, columns: entry.columns.map(({name}) => name)} : alias;
  }

  private entryOf(ast: TableExpression): RangeEntry | undefined {
    return [...this.around.recorder.entries].find(([, at]) => at === ast)?.[0];
  }

  private relationName(oid: number): string {
    const {catalog, searchPath} = this.around.options;
    const relation = catalog.relation(oid);
    const name = quoteIdentifier(relation.name);
    const visible =
      relation.kind === 'system'
        ? effectivePath(searchPath).includes(relation.schema)
        : catalog.isVisible(relation, searchPath);
    return visible ? name : `${quoteIdentifier(relation.schema)}.${name}`;
  }

  private tableFunction(ast: TableFunction): void {
    const entry = this.entryOf(ast);
    if (!entry) throw new Unprintable();
    if (ast.lateral || this.readsSiblings(ast.functions)) this.add('LATERAL ');
    const [{call, columns: inner}] = ast.functions;
    const defined = ast.columns.length > 0 ? ast.columns : inner;
    // What a list of definitions is about would not be clear beside an ordinality.
    const bare = ast.functions.length === 1 && (defined.length === 0 || !ast.ordinality);
    if (bare && isUnnest(call) && call.args.length > 1) this.unnest(call);
    else if (bare) this.around.exprs.print(this.functionCall(call), true);
    else this.rowsFrom(ast, entry);
    if (ast.ordinality) this.add(' WITH ORDINALITY');
    this.add(` ${quoteIdentifier(this.nameOf(ast))}`);
    if (bare && defined.length > 0) this.definitions(entry, 0, defined.length);
    else this.add(`(${entry.columns.map(({name}) => quoteIdentifier(name)).join(', ')})`);
  }

  /** Several unnests and nothing else are one of several arrays. */
  private unnest({args}: FunctionCall): void {
    this.add('UNNEST(');
    args.forEach((arg, i) => {
      if (arg.kind === 'named_argument') throw new Unprintable();
      if (i > 0) this.add(', ');
      this.around.exprs.print(this.around.show.expr(arg), true);
    });
    this.add(')');
  }

  private rowsFrom(ast: TableFunction, entry: RangeEntry): void {
    this.add('ROWS FROM(');
    let place = 0;
    ast.functions.forEach(({call, columns}, i) => {
      if (i > 0) this.add(', ');
      this.around.exprs.print(this.functionCall(call), true);
      const count = columns.length > 0 ? columns.length : ast.functions.length === 1 ? ast.columns.length : 0;
      if (count > 0) {
        this.add(' AS ');
        this.definitions(entry, place, count, columns.length > 0 ? columns : ast.columns);
      }
      place += Math.max(count, 1);
    });
    this.add(')');
  }

  /** `(a integer, b text)`; `as`: how they were defined, where an alias renames them. */
  private definitions(entry: RangeEntry, from: number, count: number, as?: TableFunctionItem['columns']): void {
    const {catalog, searchPath} = this.around.options;
    const columns = entry.columns.slice(from, from + count).map(({name, expr}, i) => {
      return `${quoteIdentifier(as?.[i].name ?? name)} ${printedType(catalog, searchPath, expr.type)}`;
    });
    this.add(`(${columns.join(', ')})`);
  }

  private readsSiblings(functions: readonly TableFunctionItem[]): boolean {
    const {columns, entries} = this.around.recorder;
    const reads = findNode(functions, node => {
      if (node.kind !== 'column_ref') return false;
      const entry = columns.get(node as Parameters<typeof columns.get>[0])?.from?.entry;
      const place = entry && entries.get(entry);
      return place !== undefined && this.siblings.has(place);
    });
    return reads !== null;
  }

  /** A call in FROM that gives rows is not bound as an expression. */
  private functionCall(ast: Expression): Shown {
    const {recorder, show} = this.around;
    if (recorder.exprs.has(ast)) return show.expr(ast);
    if (ast.kind !== 'function_call') throw new Unprintable();
    const ownName = show.ownName(ast);
    if (ownName === undefined && ast.name.length !== 1) throw new Unprintable();
    const types: readonly SqlType[] | undefined = recorder.argumentTypes.get(ast);
    if (!types) throw new Unprintable();
    const args = ast.args.map((arg, i) =>
      arg.kind === 'named_argument'
        ? {value: show.expr(arg.value, types[i]), name: arg.name}
        : {value: show.expr(arg, types[i])},
    );
    return {kind: 'call', name: ast.name[0], ownName, args, syntax: false, variadic: ast.variadic};
  }

  private join(ast: Join): void {
    const {alias} = ast;
    const using = this.around.recorder.using.get(ast) ?? [];
    // The names of merged columns would be those of the sides, too.
    if (alias && alias.columns.length > 0 && using.length > 0) throw new Unprintable();
    const pretty = this.around.options.pretty && !alias;
    if (!pretty) this.add('(');
    this.fromItem(ast.left);
    const word = {inner: 'JOIN', cross: 'CROSS JOIN', left: 'LEFT JOIN', right: 'RIGHT JOIN', full: 'FULL JOIN'};
    const crossed = ast.type === 'inner' && !ast.on && using.length === 0;
    this.around.layout.keyword(` ${word[crossed ? 'cross' : ast.type]} `, -STEP, STEP, ITEM);
    const closed = pretty && ast.right.kind === 'join';
    if (closed) this.add('(');
    this.fromItem(ast.right);
    if (closed) this.add(')');
    if (using.length > 0) {
      this.add(` USING (${using.map(quoteIdentifier).join(', ')})`);
      if (ast.usingAlias) this.add(` AS ${quoteIdentifier(ast.usingAlias)}`);
    } else if (ast.on) {
      this.add(pretty ? ' ON ' : ' ON (');
      this.around.exprs.print(this.around.show.expr(ast.on, {kind: 'boolean'}), false);
      if (!pretty) this.add(')');
    } else if (ast.type !== 'inner' && ast.type !== 'cross') this.add(' ON TRUE');
    if (!pretty) this.add(')');
    if (!alias) return;
    this.add(` ${quoteIdentifier(this.nameOf(ast))}`);
    if (alias.columns.length > 0) this.columnAliases(this.wholeAlias(ast, alias));
  }

  private columnAliases(alias: Alias | null): void {
    if (alias && alias.columns.length > 0) this.add(`(${alias.columns.map(quoteIdentifier).join(', ')})`);
  }
}

function isUnnest(call: Expression): call is FunctionCall {
  return call.kind === 'function_call' && call.name[call.name.length - 1] === 'unnest';
}
