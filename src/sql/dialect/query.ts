import {printName} from '../print/identifier.ts';
import {ExpressionText, argsOf} from './expression.ts';
import {type Foreign, isForeign, isPresent, list, type Translation} from './foreign.ts';
import {functionNameOf, nameText, pathText, wordOf} from './names.ts';

type Column = {readonly text: string; readonly name: string | null};

const clauses = [
  'with',
  'columns',
  'distinct',
  'top',
  'from',
  'where',
  'groupby',
  'having',
  'window',
  'orderby',
  'limit',
  '_next',
  'set_op',
  '_orderby',
  '_limit',
  'qualify',
  'parentheses_symbol',
];

/** Which ORDER BY and LIMIT: what stands in the node's parentheses, behind them, either, or none. */
type TailPart = 'own' | 'outer' | 'any' | 'none';

/** A part of a set operation with parentheses. */
function isOwn(node: Foreign): boolean {
  return node.parentheses_symbol === true || node.parentheses === true;
}

function isLimit(limit: unknown): boolean {
  if (!isForeign(limit)) return false;
  return list(limit.value).length > 0 || isForeign(limit.fetch) || isForeign(limit.offset);
}

/** Queries of a foreign tree as Postgres text. */
export class QueryTexts {
  readonly expressions: ExpressionText;
  private readonly t: Translation;
  private unnamed = 0;

  constructor(t: Translation) {
    this.t = t;
    this.expressions = new ExpressionText(t, node => this.print(node));
  }

  /** A query with its set operations. Errors: 0A000. */
  print(node: Foreign): string {
    if (isForeign(node.ast)) return this.print(node.ast);
    if (node.type !== 'select') throw this.t.unsupported(`${String(node.type).toUpperCase()} here`);
    const ctes = this.commonTables(node.with);
    if (!isForeign(node._next)) return `${ctes}${this.select(node, 'any')}`;
    let text = this.part(node);
    for (let at: Foreign = node; isForeign(at._next); at = at._next) {
      const operator = String(at.set_op).toUpperCase().replace(' DISTINCT', '').replace('MINUS', 'EXCEPT');
      if (!/^(UNION|INTERSECT|EXCEPT)( ALL)?$/.test(operator)) throw this.t.unsupported(operator);
      text += ` ${operator} ${this.part(at._next)}`;
    }
    // Where ORDER BY and LIMIT of the whole stand differs from grammar to grammar.
    const tail = [node, ...this.rest(node)]
      .map(each => this.tail(each, isOwn(each) ? 'outer' : 'any'))
      .filter(part => part !== '');
    if (tail.length > 1) throw this.t.unsupported('ORDER BY or LIMIT in a part of a set operation');
    return `${ctes}${text}${tail[0] ?? ''}`;
  }

  private rest(node: Foreign): Foreign[] {
    return isForeign(node._next) ? [node._next, ...this.rest(node._next)] : [];
  }

  /** A part of a set operation; in parentheses with an ORDER BY of its own, if it has parentheses. */
  private part(node: Foreign): string {
    return isOwn(node) ? `(${this.select(node, 'own')})` : this.select(node, 'none');
  }

  private select(node: Foreign, part: TailPart): string {
    this.refuseUnknown(node);
    const top = this.takenTop(node);
    const qualify = this.takenQualify(node);
    const columns = this.columns(node.columns);
    const body = this.body(node);
    const tail = this.tail(node, part, top[0]);
    if (!qualify) return `SELECT ${this.distinct(node)}${this.shown(columns)}${body}${tail}`;
    return this.qualified(node, columns, body, this.withoutAliases(qualify, list(node.columns))) + tail;
  }

  private refuseUnknown(node: Foreign): void {
    const {into, ...rest} = node;
    if (isForeign(into) ? isPresent(into.position) || isPresent(into.expr) : isPresent(into)) {
      throw this.t.unsupported('SELECT INTO');
    }
    this.t.allow(rest, 'SELECT', clauses);
  }

  private distinct(node: Foreign): string {
    const {distinct} = node;
    const word = isForeign(distinct) ? distinct.type : distinct;
    if (!isPresent(word)) return '';
    if (String(word).toUpperCase() !== 'DISTINCT' || (isForeign(distinct) && isPresent(distinct.columns))) {
      throw this.t.unsupported(`SELECT ${String(word)}`);
    }
    return 'DISTINCT ';
  }

  /** The numbers of `TOP n`, which prepare.ts has put among the columns. */
  private takenTop(node: Foreign): string[] {
    const {top} = node;
    if (isForeign(top) && isPresent(top.value)) return [this.number(top.value)];
    const [first] = list(node.columns);
    if (!isForeign(first?.expr) || functionNameOf(first.expr) !== 'ZTOP') return [];
    return [this.expressions.print(argsOf(first.expr)[0])];
  }

  private number(value: unknown): string {
    return isForeign(value) ? this.expressions.print(value) : String(value);
  }

  /** The condition of QUALIFY, which prepare.ts has made the first sort key. */
  private takenQualify(node: Foreign): Foreign | null {
    const [first] = list(node.orderby);
    if (!isForeign(first?.expr) || functionNameOf(first.expr) !== 'ZQUALIFY') return null;
    return argsOf(first.expr)[0];
  }

  private columns(columns: unknown): Column[] {
    if (columns === '*') return [{text: '*', name: null}];
    const kept = list(columns).filter(({expr}) => !(isForeign(expr) && functionNameOf(expr) === 'ZTOP'));
    return kept.map(column => {
      if (isPresent(column.expr_list)) throw this.t.unsupported('* EXCEPT and * REPLACE');
      this.t.allow(column, 'a column', ['expr', 'as']);
      const expr = column.expr as Foreign;
      const text = this.expressions.print(expr);
      const alias = isPresent(column.as) ? nameText(this.t, column.as) : null;
      const star = text === '*' || text.endsWith('.*');
      return {
        text: alias && alias !== text ? `${text} AS ${alias}` : text,
        name: alias ?? (star ? null : this.impliedName(expr)),
      };
    });
  }

  private impliedName(expr: Foreign): string {
    if (expr.type === 'column_ref' && wordOf(expr.column) !== null) return nameText(this.t, expr.column);
    const name = functionNameOf(expr).toLowerCase();
    return printName(name === '' ? '?column?' : name.replace(/^zf_/, ''));
  }

  private shown(columns: readonly Column[]): string {
    return columns.map(({text}) => text).join(', ');
  }

  private body(node: Foreign): string {
    const parts: string[] = [];
    const from = list(node.from).filter(item => item.type !== 'dual');
    if (from.length > 0) parts.push(` FROM ${this.from(from)}`);
    if (isForeign(node.where)) parts.push(` WHERE ${this.expressions.print(node.where)}`);
    const groups = this.groups(node.groupby);
    if (groups) parts.push(` GROUP BY ${groups}`);
    const having = Array.isArray(node.having) ? list(node.having)[0] : node.having;
    if (isForeign(having)) parts.push(` HAVING ${this.expressions.print(having)}`);
    const windows = this.windows(node.window);
    if (windows) parts.push(` WINDOW ${windows}`);
    return parts.join('');
  }

  private groups(groupby: unknown): string | null {
    if (isForeign(groupby)) {
      if (isPresent(groupby.modifiers)) throw this.t.unsupported('WITH ROLLUP');
      this.t.allow(groupby, 'GROUP BY', ['columns', 'modifiers']);
      return this.groups(groupby.columns);
    }
    const items = list(groupby).map(item =>
      this.expressions.print(isForeign(item.expr) && !item.type ? item.expr : item),
    );
    return items.length === 0 ? null : items.join(', ');
  }

  private windows(node: unknown): string | null {
    if (!isForeign(node)) return null;
    const definitions = list(node.expr).map(definition => {
      const {as_window_specification: inner} = definition;
      if (!isForeign(inner) || !isForeign(inner.window_specification)) throw this.t.unsupported('this window');
      return `${nameText(this.t, definition.name)} AS ${this.expressions.window(inner.window_specification)}`;
    });
    return definitions.length === 0 ? null : definitions.join(', ');
  }

  /** QUALIFY may speak of a column of the select list by its alias, which Postgres has no place for. */
  private withoutAliases(condition: Foreign, columns: readonly Foreign[]): Foreign {
    const meant = new Map<string, Foreign>();
    for (const {as, expr} of columns) {
      if (isPresent(as) && isForeign(expr) && expr.type !== 'column_ref') {
        meant.set(nameText(this.t, as), {...expr, parentheses: true});
      }
    }
    const replaced = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(replaced);
      if (!isForeign(value)) return value;
      if (value.type === 'column_ref' && !isPresent(value.table) && wordOf(value.column) !== null) {
        return meant.get(nameText(this.t, value.column)) ?? value;
      }
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replaced(part)]));
    };
    return meant.size === 0 ? condition : (replaced(condition) as Foreign);
  }

  /** Rows of a SELECT for which a condition over its windows holds. */
  private qualified(node: Foreign, columns: readonly Column[], body: string, condition: Foreign): string {
    const holds = this.expressions.print(condition);
    if (columns.some(({name}) => name === null)) return this.qualifiedStar(node, columns, body, holds);
    const inner = columns
      .map(({text, name}) => (text === name || text.endsWith(` AS ${name}`) ? text : `${text} AS ${name}`))
      .join(', ');
    const names = columns.map(({name}) => name).join(', ');
    return `SELECT ${this.distinct(node)}${names} FROM (SELECT ${inner}, ${holds} AS qualifies${body}) AS qualified WHERE qualifies`;
  }

  /** `SELECT *`: the row as a whole goes through, and comes apart again at the end. */
  private qualifiedStar(node: Foreign, columns: readonly Column[], body: string, holds: string): string {
    const [item, ...more] = list(node.from);
    if (columns.length > 1 || more.length > 0 || isPresent(node.groupby)) {
      throw this.t.unsupported('QUALIFY over * and more than one relation');
    }
    const name = isPresent(item.as) ? nameText(this.t, item.as) : nameText(this.t, item.table);
    return `SELECT (qualified_row).* FROM (SELECT ${name} AS qualified_row, ${holds} AS qualifies${body}) AS qualified WHERE qualifies`;
  }

  /** ORDER BY and LIMIT. Some grammars have those of a set operation, others any of them, under names of their own. */
  private tail(node: Foreign, part: TailPart, top?: string): string {
    if (part === 'none') return top === undefined ? '' : this.refusedTop();
    const order = this.one('ORDER BY', part, node.orderby, node._orderby);
    const keys = list(order).filter(key => !(isForeign(key.expr) && functionNameOf(key.expr) === 'ZQUALIFY'));
    const sorted = this.expressions.orderBy(keys);
    const before = part === 'any' && isLimit(node.limit) && isLimit(node._limit);
    const limit = before
      ? this.offsetFirst(node.limit as Foreign, node._limit as Foreign)
      : this.limit(this.one('LIMIT', part, node.limit, node._limit));
    return `${sorted ? ` ${sorted}` : ''}${top === undefined ? limit : ` LIMIT ${top}${limit}`}`;
  }

  private refusedTop(): never {
    throw this.t.unsupported('TOP in a part of a set operation');
  }

  private one(clause: string, part: TailPart, own: unknown, outer: unknown): unknown {
    if (part === 'own') return own;
    if (part === 'outer') return outer;
    const [a, b] = clause === 'LIMIT' ? [isLimit(own), isLimit(outer)] : [isPresent(own), isPresent(outer)];
    if (a && b) throw this.t.unsupported(`${clause} twice`);
    return b ? outer : own;
  }

  /** Trino says OFFSET before LIMIT, and its tree has them apart. */
  private offsetFirst(offset: Foreign, limit: Foreign): string {
    if (String(offset.seperator).toLowerCase() !== 'offset') throw this.t.unsupported('LIMIT twice');
    return `${this.limit(limit)}${this.limit(offset)}`;
  }

  private limit(limit: unknown): string {
    if (!isForeign(limit)) return '';
    if (isForeign(limit.fetch) || isForeign(limit.offset)) {
      const [offset, fetch] = [limit.offset, limit.fetch].map(part =>
        isForeign(part) && isPresent(part.value) ? this.number(part.value) : null,
      );
      return `${fetch === null ? '' : ` LIMIT ${fetch}`}${offset === null ? '' : ` OFFSET ${offset}`}`;
    }
    const values = list(limit.value).map(value => this.expressions.print(value));
    if (values.length === 0) return '';
    const separator = String(limit.seperator ?? '').toLowerCase();
    if (separator === ',') return ` LIMIT ${values[1]} OFFSET ${values[0]}`;
    if (values.length === 1 && separator === 'offset') return ` OFFSET ${values[0]}`;
    return ` LIMIT ${values[0]}${values.length < 2 ? '' : ` OFFSET ${values[1]}`}`;
  }

  private commonTables(ctes: unknown): string {
    const items = list(ctes);
    if (items.length === 0) return '';
    const recursive = items.some(item => isPresent(item.recursive));
    const texts = items.map(item => {
      const {stmt} = item;
      const query = isForeign(stmt) ? this.print(stmt) : '';
      const columns = list(item.columns).map(column => nameText(this.t, column.column ?? column));
      const names = columns.length === 0 ? '' : ` (${columns.join(', ')})`;
      return `${nameText(this.t, item.name)}${names} AS (${query})`;
    });
    return `WITH ${recursive ? 'RECURSIVE ' : ''}${texts.join(', ')} `;
  }

  from(items: readonly Foreign[]): string {
    let text = '';
    for (const [i, item] of items.entries()) {
      const join = isPresent(item.join) ? String(item.join).toUpperCase() : null;
      if (i === 0) text = this.relation(item);
      else if (join === null) text += `, ${this.relation(item)}`;
      else text += ` ${this.join(item, join)}`;
    }
    return text;
  }

  private join(item: Foreign, join: string): string {
    const relation = this.relation(item);
    if (join === 'CROSS APPLY') return `CROSS JOIN LATERAL ${relation}`;
    if (join === 'OUTER APPLY') return `LEFT JOIN LATERAL ${relation} ON true`;
    const kind = join.replace('INNER JOIN', 'JOIN').replace(' OUTER', '');
    if (!/^(LEFT |RIGHT |FULL |CROSS )?JOIN$/.test(kind)) throw this.t.unsupported(join);
    if (isForeign(item.on)) return `${kind} ${relation} ON ${this.expressions.print(item.on)}`;
    const using = (Array.isArray(item.using) ? (item.using as unknown[]) : []).map(name => nameText(this.t, name));
    if (using.length > 0) return `${kind} ${relation} USING (${using.join(', ')})`;
    // CROSS JOIN comes as an inner one without a condition.
    if (kind === 'JOIN' || kind === 'CROSS JOIN') return `CROSS JOIN ${relation}`;
    throw this.t.unsupported(`${join} without a condition`);
  }

  private relation(item: Foreign): string {
    const alias = this.alias(item);
    const {expr} = item;
    if (item.type === 'unnest') return this.unnest(item, alias);
    if (isForeign(expr)) {
      if (isForeign(expr.ast) || expr.type === 'select') return `(${this.print(expr)})${alias || this.newAlias()}`;
      if (expr.type === 'tumble') return `${this.windowTable(expr)}${alias}`;
      if (expr.type === 'function') return this.tableFunction(item, expr, alias);
      if (Array.isArray(expr.value) || expr.type === 'values') return `(${this.values(expr)})${alias}`;
      throw this.t.unsupported(`${String(expr.type ?? 'this item').toUpperCase()} in FROM`);
    }
    this.t.allow(item, 'FROM', [
      'table',
      'db',
      'schema',
      'catalog',
      'as',
      'join',
      'on',
      'using',
      'surround',
      'table_hint',
      'operator',
    ]);
    if (isPresent(item.operator)) throw this.t.unsupported(`${String(item.operator)} in FROM`);
    return `${this.tablePath(item)}${alias}`;
  }

  /** The last two parts of a name: databases, projects and catalogs of other systems have no counterpart. */
  tablePath(item: Foreign): string {
    const parts = [item.catalog, item.db, item.schema, item.table].filter(isPresent);
    return pathText(this.t, parts, 2).replace(/^dbo\./, '');
  }

  /** Postgres 15 wants every subquery named. */
  private newAlias(): string {
    return ` AS subquery${++this.unnamed}`;
  }

  private alias(item: Foreign): string {
    if (!isPresent(item.as)) return '';
    const word = wordOf(item.as) ?? '';
    const columns = /^(\S+?)\s*\((.*)\)$/.exec(word);
    if (columns) {
      const names = columns[2].split(',').map(name => nameText(this.t, name.trim()));
      return ` AS ${nameText(this.t, columns[1])} (${names.join(', ')})`;
    }
    if (/^(CROSS|FULL|LEFT|RIGHT|INNER|OUTER|NATURAL|SEMI|ANTI|ASOF)$/i.test(word))
      throw this.t.unsupported(`${word} JOIN`);
    return ` AS ${nameText(this.t, item.as)}`;
  }

  /** Array elements as rows: BigQuery's `UNNEST(a) AS x WITH OFFSET AS o`, whose alias is the element's. */
  private unnest(item: Foreign, alias: string): string {
    if (isPresent(item.with_offset)) throw this.t.unsupported('WITH OFFSET');
    const text = `unnest(${this.expressions.print(item.expr as Foreign)})`;
    return alias === '' ? text : `${text}${alias}${alias.includes('(') ? '' : ` (${alias.slice(4)})`}`;
  }

  private tableFunction(item: Foreign, expr: Foreign, alias: string): string {
    const name = functionNameOf(expr);
    const args = argsOf(expr).map(arg => this.expressions.print(arg));
    if (name === 'UNNEST') return `unnest(${args.join(', ')})${alias}`;
    if (name === 'GENERATE_SERIES') return `generate_series(${args.join(', ')})${alias}`;
    if (isPresent(item.prefix)) throw this.t.unsupported(`${String(item.prefix).toUpperCase()} in FROM`);
    throw this.t.unsupported(`table function ${name}()`);
  }

  /** Flink's TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), size)) and TABLE(HOP(TABLE t, DESCRIPTOR(ts), slide, size)). */
  private windowTable(node: Foreign): string {
    const part = (name: string): Foreign | null => {
      const value = node[name];
      if (!isForeign(value)) return null;
      return isForeign(value.expr) ? value.expr : value;
    };
    this.t.allow(node, 'a window table function', ['data', 'timecol', 'size', 'offset']);
    const time = wordOf(part('timecol')?.column) ?? '';
    // The grammar knows no HOP: see prepare.ts.
    const hop = time.startsWith('zhop_');
    const sizes = [part('size'), part('offset')].filter(value => value !== null);
    const column = nameText(this.t, hop ? time.slice('zhop_'.length) : time);
    const args = [this.tablePath(part('data')!), column, ...sizes.map(value => this.expressions.print(value))];
    return `${hop ? 'hop' : 'tumble'}(${args.join(', ')})`;
  }

  values(node: Foreign): string {
    const rows = list(node.values ?? node.value).map(row => {
      const items = list(row.value).map(item => this.expressions.print(item));
      return `(${items.join(', ')})`;
    });
    return `VALUES ${rows.join(', ')}`;
  }
}
