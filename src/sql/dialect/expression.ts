import {type Associated, associate, isOperator} from './associate.ts';
import {Call, type Modifiers, UNMODIFIED} from './call.ts';
import {type Foreign, isForeign, isPresent, list, type Translation} from './foreign.ts';
import {jsonAt} from './json-paths.ts';
import {functionNameOf, nameText, pathText, wordOf} from './names.ts';
import {triedCast} from './rules.ts';
import {typeText} from './types.ts';
import {intervalText, unitOf} from './units.ts';

/** Prints queries, for subqueries in expressions. */
type QueryText = (node: Foreign) => string;

/** The same in Postgres. */
const plainOperators = new Set('= <> < <= > >= + - * / % AND OR || & | << >> LIKE ILIKE ~ ~* !~ !~*'.split(' '));

const renamed: Readonly<Record<string, string>> = {'==': '=', '!=': '<>', '&&': 'AND'};

const wordsForTimes = new Set([
  'CURRENT_DATE',
  'CURRENT_TIME',
  'CURRENT_TIMESTAMP',
  'LOCALTIME',
  'LOCALTIMESTAMP',
  'CURRENT_USER',
]);

/** Expressions of a foreign tree as Postgres text, with all parentheses; our printer takes those out again that say nothing. */
export class ExpressionText {
  private readonly t: Translation;
  private readonly query: QueryText;

  constructor(t: Translation, query: QueryText) {
    this.t = t;
    this.query = query;
  }

  print = (node: Foreign): string => {
    if (isForeign(node.ast)) return `(${this.query(node.ast)})`;
    if (isPresent(node.collate)) throw this.t.unsupported('COLLATE');
    if (isOperator(node)) return this.operators(associate(node, this.t.dialect));
    switch (node.type) {
      case 'column_ref':
        return this.column(node);
      case 'number':
      case 'bigint':
        return String(node.value);
      case 'bool':
        return node.value ? 'true' : 'false';
      case 'boolean':
        return String(node.value).toLowerCase();
      case 'null':
        return 'NULL';
      case 'star':
        return '*';
      case 'string':
      case 'single_quote_string':
      case 'double_quote_string':
      case 'var_string':
        return this.string(node);
      case 'default':
        return this.t.placeholders.textOf(String(node.value)) ?? String(node.value).toUpperCase();
      case 'origin':
        return this.t.placeholders.textOf(String(node.value)) ?? String(node.value);
      case 'date':
      case 'time':
      case 'timestamp':
      case 'datetime':
        return `${node.type === 'datetime' ? 'timestamp' : node.type} ${this.string(node)}`;
      case 'expr_list':
        return `(${this.each(node.value).join(', ')})`;
      case 'case':
        return this.caseOf(node);
      case 'cast':
        return this.cast(node);
      case 'interval':
        return this.interval(node);
      case 'extract':
        return this.extract(node);
      case 'function':
      case 'aggr_func':
      case 'window_func':
        return this.call(node);
      case 'array':
        return this.array(node);
      case 'select':
        return `(${this.query(node)})`;
      default:
        if (isForeign(node.expr) && !node.type) return this.print(node.expr);
        throw this.t.unsupported(`${String(node.type ?? 'this kind of').replaceAll('_', ' ')} expressions`);
    }
  };

  private each(nodes: unknown): string[] {
    return list(nodes).map(this.print);
  }

  private string(node: Foreign): string {
    const text = this.t.placeholders.textOf(String(node.value));
    if (text === null) throw this.t.unsupported('a string that the parser has changed');
    const {escape} = node;
    return isForeign(escape) && isForeign(escape.value) ? `${text} ESCAPE ${this.print(escape.value)}` : text;
  }

  private column(node: Foreign): string {
    const {column} = node;
    if (Array.isArray(node.notations) && node.notations.includes(':')) return this.jsonColumn(node);
    if (isPresent(node.array_index)) return this.subscripted(node);
    const known = ['table', 'column', 'db', 'schema', 'notations', 'order_by', 'subFields'];
    this.t.allow(node, 'a column reference', known);
    if (isForeign(column)) this.t.allow(column, 'a column reference', ['expr', 'offset', 'value']);
    const path = [node.db, node.schema, node.table].filter(isPresent);
    if (column === '*' || wordOf(column) === '*') return path.length === 0 ? '*' : `${pathText(this.t, path)}.*`;
    if (isForeign(column) && isPresent(column.offset)) return this.elementOf(column, path);
    const word = wordOf(column) ?? '';
    if (path.length === 0 && wordsForTimes.has(word.toUpperCase())) return word.toLowerCase();
    const bare = this.t.dialect.functions[word.toUpperCase()];
    if (path.length === 0 && ['SYSDATE', 'GETDATE'].includes(word.toUpperCase()) && typeof bare === 'string')
      return bare;
    return pathText(this.t, [...path, column, ...(Array.isArray(node.subFields) ? (node.subFields as unknown[]) : [])]);
  }

  /** Snowflake's `j:a.b[0]` and `t.j:a`: what stands behind the colon leads into the value. */
  private jsonColumn(node: Foreign): string {
    const {array_index: subscripts, ...rest} = node;
    this.t.allow(rest, 'a path', ['schema', 'table', 'column', 'notations']);
    const parts = [node.schema, node.table, node.column].filter(isPresent);
    const colon = (node.notations as readonly unknown[]).indexOf(':') + 1;
    const steps = parts.slice(colon).map(part => `."${wordOf(part) ?? ''}"`);
    const indexes = list(subscripts).map(({index}) => (isForeign(index) ? `[${this.print(index)}]` : ''));
    const place = jsonAt(pathText(this.t, parts.slice(0, colon)), `$${[...steps, ...indexes].join('')}`, false);
    if (place === null) throw this.t.unsupported('this path');
    return place;
  }

  /** `a[1]`; of Snowflake's semi-structured values `a['key']` and `a[0]`. */
  private subscripted(node: Foreign): string {
    const {array_index: subscripts, ...rest} = node;
    let text = this.column(rest);
    for (const {index} of list(subscripts)) {
      if (!isForeign(index)) throw this.t.unsupported('this subscript');
      const at = this.print(index);
      text = this.t.dialect.jsonSubscripts ? `(${text} -> ${at})` : `(${text})[${at}]`;
    }
    return text;
  }

  /** BigQuery's `a[OFFSET(0)]` and `a[ORDINAL(1)]`, Trino's `a[1]`. */
  private elementOf(column: Foreign, path: readonly unknown[]): string {
    const {expr} = column;
    const array = isForeign(expr) && expr.type === 'column_ref' ? expr.column : expr;
    const steps = list(column.offset).map(step => {
      const name = String(step.name ?? '').toUpperCase();
      const value = isForeign(step.value)
        ? this.print(step.value)
        : isForeign(step.expr)
          ? this.print(step.expr)
          : null;
      if (value === null || name.startsWith('SAFE')) throw this.t.unsupported('this subscript');
      return name === 'OFFSET' ? `[(${value}) + 1]` : `[${value}]`;
    });
    return `(${pathText(this.t, [...path, array])})${steps.join('')}`;
  }

  private operators(tree: Associated): string {
    switch (tree.kind) {
      case 'operand':
        return this.print(tree.node);
      case 'prefix': {
        const operand = this.operators(tree.operand);
        if (tree.operator === 'NOT' || tree.operator === '!') return `(NOT ${operand})`;
        if (tree.operator === 'EXISTS' || tree.operator === 'NOT EXISTS') return `(${tree.operator} ${operand})`;
        if (['-', '+', '~'].includes(tree.operator)) return `(${tree.operator} ${operand})`;
        throw this.t.unsupported(`operator ${tree.operator}`);
      }
      case 'binary':
        return `(${this.binary(tree)})`;
    }
  }

  private binary(tree: Associated & {readonly kind: 'binary'}): string {
    const {operator, left, right} = tree;
    const not = operator.startsWith('NOT ') ? 'NOT ' : '';
    const base = operator.replace(/^NOT /, '');
    const operand = right.kind === 'operand' ? right.node : null;
    const a = this.operators(left);
    if ((base === 'BETWEEN' || base === 'IN') && operand?.type === 'expr_list') {
      const items = this.each(operand.value);
      if (base === 'BETWEEN') return `${a} ${not}BETWEEN ${items[0]} AND ${items[1]}`;
      return `${a} ${not}IN ${items.length === 1 && items[0].startsWith('(SELECT') ? items[0] : `(${items.join(', ')})`}`;
    }
    if (base === 'IN') return `${a} ${not}IN ${this.unnested(operand) ?? this.operators(right)}`;
    if (base === 'IS' || base === 'IS NOT') return this.is(a, base, right);
    const b = this.operators(right);
    const rule = this.t.dialect.operators[operator] ?? this.t.dialect.operators[base];
    if (rule) return not ? `NOT ${rule(a, b)}` : rule(a, b);
    if (base === 'IS DISTINCT FROM' || base === 'IS NOT DISTINCT FROM') return `${a} ${base} ${b}`;
    const symbol = renamed[base] ?? base;
    if (plainOperators.has(symbol)) return `${a} ${not}${symbol} ${b}`;
    throw this.t.unsupported(`operator ${operator}`);
  }

  /** BigQuery's IN UNNEST(array). */
  private unnested(node: Foreign | null): string | null {
    return node?.type === 'unnest' && isForeign(node.expr) ? `(SELECT unnest(${this.print(node.expr)}))` : null;
  }

  private is(left: string, operator: string, right: Associated): string {
    const node = right.kind === 'operand' ? right.node : null;
    if (node && ['null', 'bool', 'boolean'].includes(String(node.type))) {
      return `${left} ${operator} ${node.type === 'null' ? 'NULL' : this.print(node).toUpperCase()}`;
    }
    // SQLite's IS compares any two values.
    const distinct = operator === 'IS' ? 'IS NOT DISTINCT FROM' : 'IS DISTINCT FROM';
    return `${left} ${distinct} ${this.operators(right)}`;
  }

  private caseOf(node: Foreign): string {
    const parts = list(node.args).map(arg => {
      const result = this.print(arg.result as Foreign);
      return arg.type === 'else' ? `ELSE ${result}` : `WHEN ${this.print(arg.cond as Foreign)} THEN ${result}`;
    });
    const operand = isForeign(node.expr) ? ` ${this.print(node.expr)}` : '';
    return `CASE${operand} ${parts.join(' ')} END`;
  }

  private cast(node: Foreign): string {
    this.t.allow(node, 'a cast', ['keyword', 'expr', 'symbol', 'target', 'as', 'arrows', 'properties']);
    const targets = list(node.target);
    if (targets.length !== 1) throw this.t.unsupported('several casts at once');
    const type = typeText(this.t, targets[0], true);
    const operand = node.expr as Foreign;
    const tried = operand.type === 'function' && functionNameOf(operand) === 'ZTRY' ? argsOf(operand)[0] : null;
    if (
      !tried &&
      !String(node.keyword ?? '')
        .toLowerCase()
        .startsWith('try')
    )
      return `(${this.print(operand)})::${type}`;
    const text = triedCast(this.print(tried ?? operand), type);
    if (text === null) throw this.t.unsupported(`a cast to ${type} that may fail`);
    return text;
  }

  private interval(node: Foreign): string {
    const unit = unitOf(String(node.unit ?? ''));
    const {expr} = node;
    if (!unit || !isForeign(expr)) throw this.t.unsupported(`an interval of ${String(node.unit ?? 'no unit')}`);
    return intervalText(this.print(expr), ...unit);
  }

  private extract(node: Foreign): string {
    const args = node.args as Foreign;
    const field = String(wordOf(args.field) ?? '').toUpperCase();
    const source = this.print(args.source as Foreign);
    const fields: Readonly<Record<string, string>> = {
      DAYOFWEEK: 'dow',
      DAYOFYEAR: 'doy',
      ISOWEEK: 'week',
      ISOYEAR: 'isoyear',
    };
    const name = fields[field] ?? field.toLowerCase();
    const change = field === 'DAYOFWEEK' ? ' + 1' : '';
    const castTime = isForeign(args.cast_type) || isPresent(args.cast_type) ? `${String(args.cast_type)} ` : '';
    return `(extract(${name} from ${castTime}${source})${change})::int`;
  }

  private array(node: Foreign): string {
    const {expr_list: elements, array_path: path} = node;
    const items = isForeign(elements) && Array.isArray(elements.value) ? elements.value : (path ?? elements);
    return `ARRAY[${list(items)
      .map(item => this.print(isForeign(item.expr) && !item.type ? item.expr : item))
      .join(', ')}]`;
  }

  private call(node: Foreign): string {
    this.t.allow(node, 'a function call', ['name', 'args', 'args_parentheses', 'suffix', 'consider_nulls', 'filter']);
    if (isPresent(node.suffix) || isPresent(node.consider_nulls) || isPresent(node.filter)) {
      throw this.t.unsupported(`what follows ${functionNameOf(node)}()`);
    }
    const {name, args, modifiers} = this.taken(node);
    const rule = this.t.dialect.functions[name];
    if (rule === undefined) throw this.t.unsupported(`function ${name}()`);
    const call = new Call(this.t, name, args, modifiers, this.print);
    if (typeof rule === 'function') return rule(call);
    return this.template(rule, call);
  }

  /** A call's name and arguments, with what prepare.ts has hidden among them. */
  private taken(node: Foreign): {name: string; args: Foreign[]; modifiers: Modifiers} {
    const written = functionNameOf(node);
    const all = argsOf(node);
    if (!written.startsWith('ZF_')) return {name: written, args: all, modifiers: UNMODIFIED};
    const args: Foreign[] = [];
    let modifiers: Modifiers = UNMODIFIED;
    for (const arg of all) {
      const inner = arg.type === 'function' ? argsOf(arg) : [];
      switch (arg.type === 'function' ? functionNameOf(arg) : '') {
        case 'ZDISTINCT':
          modifiers = {...modifiers, distinct: true};
          args.push(...inner);
          break;
        case 'ZORDER':
          modifiers = {...modifiers, order: this.keys(inner)};
          break;
        case 'ZWITHIN':
          modifiers = {...modifiers, within: this.keys(inner)};
          break;
        case 'ZFILTER':
          modifiers = {...modifiers, filter: this.print(inner[0])};
          break;
        case 'ZSEPARATOR':
          modifiers = {...modifiers, separator: this.print(inner[0])};
          break;
        case 'ZLIMIT':
          modifiers = {...modifiers, limit: this.print(inner[0])};
          break;
        case 'ZOVER':
          modifiers = {...modifiers, over: this.hiddenWindow(inner)};
          break;
        default:
          args.push(arg.column === 'zstar' || wordOf(arg.column) === 'zstar' ? {type: 'star', value: '*'} : arg);
      }
    }
    return {name: written.slice(3), args, modifiers};
  }

  /** What prepare.ts has made of OVER. */
  private hiddenWindow(parts: readonly Foreign[]): string {
    const texts = parts.map(part => {
      const inner = argsOf(part);
      switch (functionNameOf(part)) {
        case 'ZPARTITION':
          return `PARTITION BY ${inner.map(this.print).join(', ')}`;
        case 'ZORDER':
          return `ORDER BY ${this.keys(inner)}`;
        case 'ZFRAME':
          return String(inner[0].value).replace(/zq\d+z/g, word => this.t.placeholders.textOf(word) ?? word);
        default:
          return nameText(this.t, inner[0]?.column);
      }
    });
    const named = parts.length === 1 && functionNameOf(parts[0]) === 'ZWINDOW';
    return named ? texts[0] : `(${texts.join(' ')})`;
  }

  private keys(keys: readonly Foreign[]): string {
    return keys
      .map(key => {
        const [expr, how] = argsOf(key);
        return `${this.print(expr)} ${String(how.value)}`.trim();
      })
      .join(', ');
  }

  private template(rule: string, call: Call): string {
    const {modifiers} = call;
    const modified =
      modifiers !== UNMODIFIED && Object.values(modifiers).some(value => value !== null && value !== false);
    const simple = /^([a-z_0-9]+)\(([^()]*)\)$/.exec(rule);
    const fill = (text: string): string => {
      const wanted = Math.max(0, ...[...text.matchAll(/\$(\d)/g)].map(([, digit]) => Number(digit)));
      if (!text.includes('$*') && call.length !== wanted)
        throw call.fail(`${call.name}() with ${call.length} arguments`);
      return text.replace(/\$(\*|\d)/g, (_all, which: string) =>
        which === '*' ? call.texts().join(', ') : call.text(Number(which)),
      );
    };
    if (!modified) return fill(rule);
    if (!simple) throw call.fail(`what modifies ${call.name}()`);
    const args = fill(simple[2]);
    return call.aggregate(simple[1], args === '' ? [] : [args]);
  }

  window(node: Foreign): string {
    this.t.allow(node, 'a window', ['name', 'partitionby', 'orderby', 'window_frame_clause']);
    const parts: string[] = [];
    if (isPresent(node.name)) parts.push(nameText(this.t, node.name));
    const partition = list(node.partitionby).map(item => this.print(isForeign(item.expr) ? item.expr : item));
    if (partition.length > 0) parts.push(`PARTITION BY ${partition.join(', ')}`);
    const order = this.orderBy(node.orderby);
    if (order) parts.push(order);
    if (isPresent(node.window_frame_clause)) parts.push(this.frame(node.window_frame_clause));
    return `(${parts.join(' ')})`;
  }

  private frame(node: unknown): string {
    if (typeof node === 'string') return node;
    if (!isForeign(node)) throw this.t.unsupported('this window frame');
    const bound = (value: unknown): string => (isForeign(value) ? String(value.value) : String(value));
    if (node.type === 'binary_expr' && isForeign(node.right)) {
      const [low, high] = list(node.right.value).map(bound);
      return `${bound(node.left)} BETWEEN ${low} AND ${high}`;
    }
    if (node.type === 'rows' || node.type === 'range') return `${String(node.type)} ${bound(node.expr)}`;
    throw this.t.unsupported('this window frame');
  }

  /** `ORDER BY …`, or nothing. */
  orderBy(keys: unknown): string | null {
    const printed = list(keys).map(key => {
      this.t.allow(key, 'ORDER BY', ['expr', 'nulls']);
      const how = [key.type, key.nulls].filter(isPresent).map(String).join(' ');
      return `${this.print(key.expr as Foreign)} ${how}`.trim();
    });
    return printed.length === 0 ? null : `ORDER BY ${printed.join(', ')}`;
  }
}

/** The arguments of a call, in whatever shape its kind has them. */
export function argsOf(node: Foreign): Foreign[] {
  const {args} = node;
  if (!isForeign(args)) return list(args) as Foreign[];
  if (args.type === 'expr_list') return list(args.value) as Foreign[];
  if (!isForeign(args.expr)) return [];
  return args.expr.type === 'expr_list' && !args.expr.parentheses ? (list(args.expr.value) as Foreign[]) : [args.expr];
}
