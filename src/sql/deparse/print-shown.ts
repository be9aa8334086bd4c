import {quoteIdentifier} from '../../expr/text/quote.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {typmodOf} from '../../types/typmod.ts';
import type {Query} from '../ast/index.ts';
import type {ScopeColumn, ScopeItem} from '../bind/level.ts';
import {ITEM, type Layout} from './layout.ts';
import {isSimple, type Call, type Shown, type ShownKey, type ShownWindow} from './shown.ts';

/** What expressions stand in: how columns are named there, and how queries within them are printed. */
type Surroundings = {
  readonly layout: Layout;
  /** Only the parentheses that are needed. */
  readonly pretty: boolean;
  readonly column: (column: ScopeColumn) => string;
  readonly row: (item: ScopeItem) => string;
  readonly query: (query: Query) => void;
  /** A type's name, with its schema where the search path does not lead to it. */
  readonly type: (type: SqlType) => string;
};

/** Prints expressions as PostgreSQL's ruleutils do. */
export class ShownPrinter {
  private readonly around: Surroundings;

  constructor(around: Surroundings) {
    this.around = around;
  }

  private add(text: string): void {
    this.around.layout.text += text;
  }

  /** `showImplicit`: casts that nobody wrote are printed too. */
  print(node: Shown, showImplicit: boolean): void {
    switch (node.kind) {
      case 'var':
        return this.add(this.around.column(node.column));
      case 'row var':
        return this.add(this.around.row(node.item));
      case 'const':
        return this.add(this.constant(node.text, node.type));
      case 'word':
        return this.add(node.text);
      case 'call':
        return this.call(node);
      case 'cast':
        if (node.implicit && !showImplicit) return this.inner(node.arg, node, false);
        return this.cast(node);
      case 'operator':
        return this.closed(() => {
          const [left, right] = node.args;
          if (right) {
            this.inner(left, node, true);
            this.add(` ${node.name} `);
            this.inner(right, node, true);
          } else {
            this.add(`${node.name} `);
            this.inner(left, node, true);
          }
        });
      case 'logical':
        return this.closed(() => {
          node.args.forEach((arg, i) => {
            if (i > 0) this.add(` ${node.word} `);
            this.inner(arg, node, false);
          });
        });
      case 'not':
        return this.closed(() => {
          this.add('NOT ');
          this.inner(node.arg, node, false);
        });
      case 'test':
        return this.closed(() => {
          this.inner(node.arg, node, node.ofNull);
          this.add(` ${node.text}`);
        });
      case 'distinct':
        return this.closed(() => {
          this.inner(node.left, node, true);
          this.add(' IS DISTINCT FROM ');
          this.inner(node.right, node, true);
        });
      case 'quantified':
        return this.closed(() => {
          this.inner(node.left, node, true);
          this.add(` ${node.operator} ${node.word} (`);
          this.inner(node.right, node, true);
          this.add(')');
        });
      case 'case':
        return this.caseOf(node);
      case 'list':
        this.add(`${node.word}(`);
        this.list(node.args);
        return this.add(node.type ? `)::${this.around.type(node.type)}` : ')');
      case 'array':
        this.add('ARRAY[');
        this.list(node.items);
        return this.add(node.items.length > 0 ? ']' : `]::${this.around.type(node.type)}`);
      case 'subscript':
        return this.subscript(node);
      case 'field': {
        const bare = node.base.kind === 'subscript' || node.base.kind === 'field';
        if (!bare) this.add('(');
        this.print(node.base, true);
        return this.add(`${bare ? '' : ')'}.${quoteIdentifier(node.name)}`);
      }
      case 'collate':
        return this.closed(() => {
          this.inner(node.arg, node, showImplicit);
          this.add(` COLLATE ${quoteIdentifier(node.collation)}`);
        });
      case 'rows':
        return this.closed(() => {
          this.add('(ROW(');
          this.list(node.left);
          this.add(`) ${node.operator} ROW(`);
          this.list(node.right);
          this.add('))');
        }, true);
      case 'sublink':
        return this.sublink(node);
    }
  }

  /** A part of another expression, in parentheses if it needs them and does not print its own. */
  private inner(node: Shown, parent: Shown, showImplicit: boolean): void {
    const needed = this.around.pretty && !isSimple(node, parent);
    if (needed) this.add('(');
    this.print(node, showImplicit);
    if (needed) this.add(')');
  }

  private closed(print: () => void, bare = false): void {
    const closed = !this.around.pretty && !bare;
    if (closed) this.add('(');
    print();
    if (closed) this.add(')');
  }

  private list(nodes: readonly Shown[]): void {
    nodes.forEach((node, i) => {
      if (i > 0) this.add(', ');
      this.print(node, true);
    });
  }

  private constant(text: string | null, type: SqlType): string {
    return constantText(text, type, this.around.type(type));
  }

  private cast(node: Shown & {readonly kind: 'cast'}): void {
    const {arg, type} = node;
    // The constant's own type says nothing that the cast to a length does not.
    if (arg.kind === 'const' && arg.type.kind === type.kind && typmodOf(type) !== -1) {
      this.add(arg.text === null ? 'NULL' : plainConstant(arg.text, arg.type));
    } else {
      if (!this.around.pretty) this.add('(');
      this.inner(arg, node, false);
      if (!this.around.pretty) this.add(')');
    }
    this.add(`::${this.around.type(type)}`);
  }

  private caseOf(node: Shown & {readonly kind: 'case'}): void {
    const {layout} = this.around;
    layout.keyword('CASE', 0, ITEM, 0);
    if (node.operand) {
      this.add(' ');
      this.print(node.operand, true);
    }
    for (const {when, then} of node.whens) {
      layout.keyword('WHEN ', 0, 0, 0);
      this.print(when, false);
      this.add(' THEN ');
      this.print(then, true);
    }
    layout.keyword('ELSE ', 0, 0, 0);
    this.print(node.otherwise, true);
    layout.keyword('END', -ITEM, 0, 0);
  }

  private subscript({base, steps}: Shown & {readonly kind: 'subscript'}): void {
    const bare = base.kind === 'var' || base.kind === 'field';
    if (!bare) this.add('(');
    this.print(base, true);
    if (!bare) this.add(')');
    for (const {lower, upper, slice} of steps) {
      this.add('[');
      if (slice) {
        if (lower) this.print(lower, false);
        this.add(':');
      }
      if (upper) this.print(upper, false);
      this.add(']');
    }
  }

  private sublink({form, left, operator, query}: Shown & {readonly kind: 'sublink'}): void {
    this.add(form === 'array' ? 'ARRAY(' : '(');
    if (left.length === 1 && form !== 'row') this.print(left[0], true);
    else if (left.length > 0) {
      this.add('(');
      this.list(left);
      this.add(')');
    }
    const closes = form === 'scalar' || form === 'array' ? ')' : '))';
    if (form === 'exists') this.add('EXISTS (');
    else if (form === 'any') this.add(operator === '=' ? ' IN (' : ` ${operator} ANY (`);
    else if (form === 'row') this.add(` ${operator} (`);
    else if (form === 'all') this.add(` ${operator} ALL (`);
    this.around.query(query);
    this.add(closes);
  }

  private call(node: Call): void {
    if (node.syntax && this.special(node)) return;
    this.add(`${node.ownName ?? quoteIdentifier(node.name).replace('"GROUPING"', 'GROUPING')}(`);
    if (node.distinct) this.add('DISTINCT ');
    if (node.star) this.add('*');
    node.args.forEach(({value, name}, i) => {
      if (i > 0) this.add(', ');
      if (node.variadic && i === node.args.length - 1) this.add('VARIADIC ');
      if (name !== undefined) this.add(`${quoteIdentifier(name)} => `);
      this.print(value, true);
    });
    const {orderBy = []} = node;
    if (orderBy.length > 0 && node.within) this.add(') WITHIN GROUP (');
    else if (orderBy.length > 0) this.add(' ');
    if (orderBy.length > 0) {
      this.add('ORDER BY ');
      this.keys(orderBy);
    }
    this.add(')');
    if (node.filter) {
      this.add(' FILTER (WHERE ');
      this.print(node.filter, false);
      this.add(')');
    }
    if (node.over === null || node.over === undefined) return;
    this.add(' OVER ');
    if (typeof node.over === 'string') this.add(quoteIdentifier(node.over));
    else this.window(node.over);
  }

  /** The standard's own syntax; false: the call has none. */
  private special({name, args, similar}: Call): boolean {
    const [a, b, c, d] = args.map(({value}) => value);
    const parts = (...texts: (string | Shown)[]): true => {
      for (const part of texts) {
        if (typeof part === 'string') this.add(part);
        else this.print(part, false);
      }
      return true;
    };
    const parent: Shown = {kind: 'call', name, args, syntax: true};
    switch (name) {
      case 'timezone':
        if (!b) return false;
        this.add('(');
        this.inner(b, parent, false);
        this.add(' AT TIME ZONE ');
        this.inner(a, parent, false);
        this.add(')');
        return true;
      case 'extract':
        if (a.kind !== 'const') return false;
        return parts(`EXTRACT(${a.text ?? ''} FROM `, b, ')');
      case 'overlay':
        parts('OVERLAY(', a, ' PLACING ', b, ' FROM ', c);
        return d ? parts(' FOR ', d, ')') : parts(')');
      case 'position':
        this.add('POSITION(');
        return parts('(', b, ') IN (', a, '))');
      case 'normalize':
        return b?.kind === 'const' ? parts('NORMALIZE(', a, `, ${b.text ?? ''})`) : parts('NORMALIZE(', a, ')');
      case 'is_normalized':
        this.add('(');
        parts(a);
        this.add(` IS ${b?.kind === 'const' ? `${b.text ?? ''} ` : ''}NORMALIZED)`);
        return true;
      case 'substring':
        if (similar) return parts('SUBSTRING(', a, ' SIMILAR ', b, ' ESCAPE ', c, ')');
        parts('SUBSTRING(', a, ' FROM ', b);
        return c ? parts(' FOR ', c, ')') : parts(')');
      case 'btrim':
      case 'ltrim':
      case 'rtrim': {
        const side = {btrim: 'BOTH', ltrim: 'LEADING', rtrim: 'TRAILING'}[name];
        return b ? parts(`TRIM(${side} `, b, ' FROM ', a, ')') : parts(`TRIM(${side} FROM `, a, ')');
      }
      case 'overlaps':
        return parts('((', a, ', ', b, ') OVERLAPS (', c, ', ', d, '))');
      case 'pg_collation_for':
        return parts('COLLATION FOR (', a, ')');
      default:
        return false;
    }
  }

  window({base, partition, order, frame}: ShownWindow): void {
    const {layout} = this.around;
    const parts: string[] = [];
    if (base !== null) parts.push(quoteIdentifier(base));
    const listed = (print: () => void) => parts.push(layout.apart(print));
    if (partition.length > 0 && base === null) {
      listed(() => {
        this.add('PARTITION BY ');
        partition.forEach((item, i) => {
          if (i > 0) this.add(', ');
          this.sortItem(item);
        });
      });
    }
    if (order.length > 0) {
      listed(() => {
        this.add('ORDER BY ');
        this.keys(order);
      });
    }
    if (frame !== null) {
      listed(() => {
        for (const part of frame) {
          if (typeof part === 'string') this.add(part);
          else this.print(part, false);
        }
      });
    }
    this.add(`(${parts.join(' ')})`);
  }

  keys(keys: readonly ShownKey[]): void {
    keys.forEach((key, i) => {
      if (i > 0) this.add(', ');
      this.sortItem(key.expr);
      this.direction(key);
    });
  }

  direction({descending, nullsFirst}: Pick<ShownKey, 'descending' | 'nullsFirst'>): void {
    if (descending) this.add(' DESC');
    if (nullsFirst !== descending) this.add(nullsFirst ? ' NULLS FIRST' : ' NULLS LAST');
  }

  /** What an item of a list would be mistaken for: a constant for a column's number, a call for ROLLUP and its kin. */
  sortItem(node: Shown): void {
    if (node.kind === 'const') {
      const text = this.constant(node.text, node.type);
      return this.add(text.includes('::') ? text : `${text}::${this.around.type(node.type)}`);
    }
    if (node.kind === 'var') return this.print(node, true);
    const closed = this.around.pretty || node.kind === 'call' || (node.kind === 'cast' && node.called);
    if (closed) this.add('(');
    this.print(node, true);
    if (closed) this.add(')');
  }
}

/** A constant, with its type where that does not show. */
function constantText(text: string | null, type: SqlType, name: string): string {
  if (text === null) return `NULL::${name}`;
  if (type.kind === 'boolean') return text === 't' || text === 'true' ? 'true' : 'false';
  if (type.kind === 'bit') return `${quoted(text)}::"bit"`;
  if (type.kind === 'integer' && !text.startsWith('-')) return text;
  if (type.kind === 'numeric' && /^\d+\.\d+$/.test(text)) return text;
  return `${quoted(text)}::${name}`;
}

function plainConstant(text: string, type: SqlType): string {
  const bare = (type.kind === 'integer' || type.kind === 'numeric') && /^[\d.]+$/.test(text);
  return bare ? text : quoted(text);
}

/** As standard_conforming_strings reads it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
