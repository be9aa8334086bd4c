import {someExpr} from '../../plan/map-expr.ts';
import type {Expr} from '../../expr/expr.ts';
import {formatText, parseText} from '../../types/io/registry.ts';
import {TEXT, baseOf, withoutDomains} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {typeName} from '../../types/type-names.ts';
import {typmodOf, withoutTypmod} from '../../types/typmod.ts';
import {isRegKind} from '../../types/reg-kinds.ts';
import type {
  BetweenExpression,
  CastExpression,
  Expression,
  FunctionCall,
  InListExpression,
  IndirectionExpression,
  SortKey,
  WindowFrame,
  WindowName,
  WindowSpec,
} from '../ast/index.ts';
import type {Recorder} from '../bind/recorder.ts';
import type {Shown, ShownKey, ShownWindow, Subscript} from './shown.ts';
import {Unprintable} from './unprintable.ts';

/** Makes of an expression as written what PostgreSQL would have kept of it, by what binding it noted. */
export class Show {
  private readonly recorder: Recorder;

  constructor(recorder: Recorder) {
    this.recorder = recorder;
  }

  /** `wanted`: the type that what is around asked for. */
  expr(ast: Expression, wanted?: SqlType): Shown {
    if (ast.kind === 'string' || ast.kind === 'null') {
      const type = wanted && wanted.kind !== 'unknown' ? wanted : TEXT;
      return constant(ast.kind === 'string' ? ast.value : null, type);
    }
    const shown = this.plain(ast);
    const own = this.typeOf(ast);
    if (!own || !wanted || own.kind === 'unknown' || sameShown(own, wanted)) return shown;
    return cast(shown, own, withoutTypmod(wanted), true);
  }

  typeOf(ast: Expression): SqlType | undefined {
    if (ast.kind === 'cast') return this.recorder.castTypes.get(ast);
    return this.bound(ast)?.type;
  }

  private bound(ast: Expression): Expr | undefined {
    return this.recorder.exprs.get(ast);
  }

  /** The types that a call's arguments became. */
  private wanted(ast: Expression): readonly SqlType[] {
    const bound = this.bound(ast);
    return bound?.op === 'call' ? bound.args.map(arg => arg.type) : [];
  }

  private pair(name: string, left: Expression, right: Expression, wanted: readonly SqlType[]): Shown {
    return {kind: 'operator', name, args: [this.expr(left, wanted[0]), this.expr(right, wanted[1])]};
  }

  private plain(ast: Expression): Shown {
    const {recorder} = this;
    switch (ast.kind) {
      case 'column_ref': {
        const column = recorder.columns.get(ast);
        if (column && !ast.star) return {kind: 'var', column};
        const item = recorder.rows.get(ast);
        if (item) return {kind: 'row var', item};
        throw new Unprintable();
      }
      case 'integer':
      case 'numeric':
      case 'boolean':
      case 'bit_string': {
        const bound = this.bound(ast);
        if (bound?.op !== 'literal' || bound.value === null) throw new Unprintable();
        if (ast.kind === 'bit_string') return {kind: 'const', text: `B'${String(bound.value)}'`, type: bound.type};
        return {kind: 'const', text: formatText(bound.type, bound.value), type: bound.type};
      }
      case 'unary':
        return {kind: 'operator', name: ast.operator.name, args: [this.expr(ast.operand, this.wanted(ast)[0])]};
      case 'binary':
        return this.binary(ast);
      case 'logical':
        return {
          kind: 'logical',
          word: ast.operator === 'and' ? 'AND' : 'OR',
          args: ast.operands.map(operand => this.boolean(operand)),
        };
      case 'not':
        return {kind: 'not', arg: this.boolean(ast.operand)};
      case 'is': {
        const text = `IS ${ast.negated ? 'NOT ' : ''}${ast.test.toUpperCase()}`;
        const arg = ast.test === 'null' ? this.expr(ast.operand) : this.boolean(ast.operand);
        return {kind: 'test', arg, text, ofNull: ast.test === 'null'};
      }
      case 'is_distinct': {
        const bound = this.bound(ast);
        if (bound?.op !== 'distinct') throw new Unprintable();
        if (ast.right.kind === 'null' || ast.left.kind === 'null') {
          const arg = this.expr(ast.right.kind === 'null' ? ast.left : ast.right);
          return {kind: 'test', arg, text: ast.negated ? 'IS NULL' : 'IS NOT NULL', ofNull: true};
        }
        const sides = [ast.left, ast.right].map(side => this.typeOf(side));
        // There are operators between integers of different widths.
        const mixed = sides.every(type => type !== undefined && integers.has(type.kind));
        const left = this.expr(ast.left, mixed ? undefined : bound.left.type);
        const right = this.expr(ast.right, mixed ? undefined : bound.right.type);
        const test: Shown = {kind: 'distinct', left, right};
        return ast.negated ? {kind: 'not', arg: test} : test;
      }
      case 'like': {
        const [left, right] = this.wanted(ast);
        const name = (ast.negated ? '!' : '') + {like: '~~', ilike: '~~*', similar: '~'}[ast.operator];
        let pattern = this.expr(ast.pattern, right ?? TEXT);
        if (ast.escape || ast.operator === 'similar') {
          const escape = ast.escape ? [{value: this.expr(ast.escape, TEXT)}] : [];
          const call = ast.operator === 'similar' ? 'similar_to_escape' : 'like_escape';
          pattern = {kind: 'call', name: call, args: [{value: pattern}, ...escape], syntax: false};
        }
        return {kind: 'operator', name, args: [this.expr(ast.operand, left), pattern]};
      }
      case 'between':
        return this.between(ast);
      case 'in_list':
        return this.inList(ast);
      case 'in_subquery':
        return this.inQuery(ast.operand, '=', 'any', ast.query, ast.negated);
      case 'quantified': {
        const word = ast.quantifier === 'any' ? 'ANY' : 'ALL';
        if (ast.right.kind === 'query') {
          return this.inQuery(ast.left, ast.operator.name, ast.quantifier, ast.right, false);
        }
        const bound = this.bound(ast);
        if (bound?.op !== 'quantified') throw new Unprintable();
        const left = this.expr(ast.left, bound.left.type);
        const right = this.expr(ast.right, bound.array.type);
        return {kind: 'quantified', left, operator: ast.operator.name, word, right};
      }
      case 'cast':
        return this.cast(ast);
      case 'collate':
        return {kind: 'collate', arg: this.expr(ast.operand), collation: ast.collation[ast.collation.length - 1]};
      case 'case':
        return this.caseOf(ast);
      case 'coalesce':
      case 'min_max': {
        const type = this.typeOf(ast);
        const word = ast.kind === 'coalesce' ? 'COALESCE' : ast.function.toUpperCase();
        return {kind: 'list', word, args: ast.args.map(arg => this.expr(arg, type))};
      }
      case 'null_if': {
        const bound = this.bound(ast);
        const when = bound?.op === 'case' ? bound.whens[0].when : null;
        if (when?.op !== 'call') throw new Unprintable();
        const [left, right] = when.args.map(arg => arg.type);
        return {kind: 'list', word: 'NULLIF', args: [this.expr(ast.left, left), this.expr(ast.right, right)]};
      }
      case 'row':
        return {kind: 'list', word: 'ROW', args: this.items(ast.items)};
      case 'array': {
        const type = this.typeOf(ast);
        if (!type?.element) throw new Unprintable();
        return this.array(ast.items, type);
      }
      case 'subquery':
        return {kind: 'sublink', form: 'scalar', left: [], operator: '', query: ast.query};
      case 'exists':
        return {kind: 'sublink', form: 'exists', left: [], operator: '', query: ast.query};
      case 'array_subquery':
        return {kind: 'sublink', form: 'array', left: [], operator: '', query: ast.query};
      case 'indirection':
        return this.indirection(ast);
      case 'function_call':
        return this.call(ast);
      case 'sql_value_function': {
        const digits = ast.precision === null ? '' : `(${ast.precision})`;
        return {kind: 'word', text: ast.function.toUpperCase() + digits};
      }
      case 'grouping':
        return {
          kind: 'call',
          name: 'GROUPING',
          args: ast.args.map(arg => ({value: this.expr(arg)})),
          syntax: false,
        };
      default:
        throw new Unprintable();
    }
  }

  private boolean(ast: Expression): Shown {
    return this.expr(ast, {kind: 'boolean'});
  }

  private items(asts: readonly Expression[]): Shown[] {
    return asts.flatMap((ast): Shown[] => {
      const star = ast.kind === 'column_ref' && ast.star ? this.recorder.stars.get(ast) : undefined;
      return star ? star.map(column => ({kind: 'var', column})) : [this.expr(ast)];
    });
  }

  private binary(ast: Expression & {readonly kind: 'binary'}): Shown {
    const {left, right, operator} = ast;
    if (operator.schema.length > 0) throw new Unprintable();
    if (left.kind === 'row' && right.kind === 'row') {
      return this.rows(operator.name, left.items, right.items, this.bound(ast));
    }
    if (left.kind === 'row') throw new Unprintable();
    return this.pair(operator.name, left, right, this.wanted(ast));
  }

  /** Equality is that of all pairs; what orders is kept as it is. */
  private rows(
    operator: string,
    left: readonly Expression[],
    right: readonly Expression[],
    bound: Expr | undefined,
  ): Shown {
    const wanted = left.map((_item, i): readonly SqlType[] => {
      const first = bound?.op === 'and' || bound?.op === 'or' ? bound.args[i] : bound;
      return first?.op === 'call' ? first.args.map(arg => arg.type) : [];
    });
    const pairs = left.map((item, i) => this.pair(operator, item, right[i], wanted[i]));
    if (pairs.length === 1) return pairs[0];
    if (operator === '=') return {kind: 'logical', word: 'AND', args: pairs};
    if (operator === '<>') return {kind: 'logical', word: 'OR', args: pairs};
    const types = orderedTypes(bound, left.length);
    return {
      kind: 'rows',
      operator,
      left: left.map((item, i) => this.expr(item, types[i]?.[0])),
      right: right.map((item, i) => this.expr(item, types[i]?.[1])),
    };
  }

  private between(ast: BetweenExpression): Shown {
    const found: Expr[] = [];
    const bound = this.bound(ast);
    if (bound) {
      someExpr(bound, node => {
        if (node.op === 'call' && /^[<>]=/.test(node.signature)) found.push(node);
        return false;
      });
    }
    let next = 0;
    const compare = (name: string, side: Expression): Shown => {
      const call = found[next++];
      return this.pair(name, ast.operand, side, call?.op === 'call' ? call.args.map(arg => arg.type) : []);
    };
    const {negated} = ast;
    const within = (low: Expression, high: Expression): Shown => ({
      kind: 'logical',
      word: negated ? 'OR' : 'AND',
      args: [compare(negated ? '<' : '>=', low), compare(negated ? '>' : '<=', high)],
    });
    if (!ast.symmetric) return within(ast.low, ast.high);
    const args = [within(ast.low, ast.high), within(ast.high, ast.low)];
    return {kind: 'logical', word: negated ? 'AND' : 'OR', args};
  }

  private inList(ast: InListExpression): Shown {
    const bound = this.bound(ast);
    const {negated} = ast;
    const operator = negated ? '<>' : '=';
    const tests = bound && (bound.op === 'or' || bound.op === 'and') ? [...bound.args] : bound ? [bound] : [];
    if (ast.operand.kind === 'row') {
      const {items} = ast.operand;
      const args = ast.items.map((item, i) => {
        if (item.kind !== 'row') throw new Unprintable();
        return this.rows(operator, items, item.items, ast.items.length === 1 ? bound : tests[i]);
      });
      return args.length === 1 ? args[0] : {kind: 'logical', word: negated ? 'AND' : 'OR', args};
    }
    const args: Shown[] = [];
    let others = ast.items;
    const [first] = tests;
    if (first?.op === 'quantified') {
      const isConstant = (item: Expression) => {
        const expr = this.bound(item);
        return expr !== undefined && !someExpr(expr, node => node.op === 'column' || node.op === 'outer');
      };
      const items = ast.items.filter(isConstant);
      others = ast.items.filter(item => !isConstant(item));
      const right = this.constants(items, ast.operand, first.array.type);
      const left = this.expr(ast.operand, first.left.type);
      args.push({kind: 'quantified', left, operator, word: negated ? 'ALL' : 'ANY', right});
      tests.shift();
    }
    others.forEach((item, i) => {
      const test = tests[i];
      args.push(this.pair(operator, ast.operand, item, test?.op === 'call' ? test.args.map(arg => arg.type) : []));
    });
    return args.length === 1 ? args[0] : {kind: 'logical', word: negated ? 'AND' : 'OR', args};
  }

  /** Literals beside a varchar are varchars, whose array is then one of text. */
  private constants(items: readonly Expression[], operand: Expression, type: SqlType): Shown {
    const own = this.typeOf(operand);
    const untyped = items.every(item => item.kind === 'string' || item.kind === 'null');
    if (own?.kind !== 'varchar' || type.element?.kind !== 'text' || !untyped) return this.array(items, type);
    const written: SqlType = {kind: 'array', element: {kind: 'varchar'}};
    return cast(this.array(items, written), written, type, true);
  }

  private inQuery(
    left: Expression,
    operator: string,
    form: 'any' | 'all',
    query: (Expression & {readonly kind: 'exists'})['query'],
    negated: boolean,
  ): Shown {
    const items = left.kind === 'row' ? left.items : [left];
    const test: Shown = {kind: 'sublink', form, left: items.map(item => this.expr(item)), operator, query};
    return negated ? {kind: 'not', arg: test} : test;
  }

  private array(items: readonly Expression[], type: SqlType): Shown {
    const element = type.element!;
    const shown = items.map(item =>
      item.kind === 'array'
        ? this.array(item.items, element.kind === 'array' ? element : type)
        : this.expr(item, element),
    );
    return {kind: 'array', items: shown, type};
  }

  private cast(ast: CastExpression): Shown {
    const {operand} = ast;
    const type = this.recorder.castTypes.get(ast);
    if (!type) throw new Unprintable();
    if (operand.kind === 'array' && type.kind === 'array') return this.array(operand.items, type);
    if (operand.kind === 'string' || operand.kind === 'null') {
      const base = withoutTypmod(withoutDomains(type));
      const plain = constant(operand.kind === 'string' ? operand.value : null, base);
      return sameType(base, type) ? plain : cast(plain, base, type, false);
    }
    const own = this.typeOf(operand);
    const shown = this.expr(operand);
    if (!own || (sameShown(own, type) && (typmodOf(type) === -1 || sameType(own, type)))) return shown;
    return cast(shown, own, type, false);
  }

  private caseOf(ast: Expression & {readonly kind: 'case'}): Shown {
    const bound = this.bound(ast);
    if (bound?.op !== 'case') throw new Unprintable();
    const whens = ast.whens.map(({condition, result}, i) => {
      const {when} = bound.whens[i];
      const wanted = ast.operand && when.op === 'call' ? when.args[1].type : undefined;
      return {
        when: ast.operand ? this.expr(condition, wanted) : this.boolean(condition),
        then: this.expr(result, bound.type),
      };
    });
    return {
      kind: 'case',
      operand: ast.operand && this.expr(ast.operand),
      whens,
      otherwise: ast.otherwise ? this.expr(ast.otherwise, bound.type) : constant(null, bound.type),
    };
  }

  private indirection(ast: IndirectionExpression): Shown {
    let shown = this.expr(ast.base);
    let steps: Subscript[] = [];
    const flush = () => {
      if (steps.length > 0) shown = {kind: 'subscript', base: shown, steps};
      steps = [];
    };
    const own = this.typeOf(ast.base);
    const index = own?.kind === 'array' ? {kind: 'integer' as const} : undefined;
    for (const step of ast.steps) {
      if (step.kind === 'subscript') steps.push({lower: null, upper: this.expr(step.index, index), slice: false});
      else if (step.kind === 'slice') {
        const [lower, upper] = [step.lower, step.upper].map(side => side && this.expr(side, index));
        steps.push({lower, upper, slice: true});
      } else if (step.kind === 'field') {
        flush();
        shown = {kind: 'field', base: shown, name: step.name};
      } else throw new Unprintable();
    }
    flush();
    return shown;
  }

  private call(ast: FunctionCall): Shown {
    const types = this.recorder.argumentTypes.get(ast) ?? this.wanted(ast);
    const bound = this.bound(ast);
    if (ast.name.length > 2 || (ast.name.length === 2 && ast.name[0] !== 'pg_catalog')) throw new Unprintable();
    // A type's name called as a function, or a function that was replaced by its body.
    const plain = bound?.op === 'call' && !/^(cast|assign)\(/.test(bound.signature);
    if (!plain && bound?.op !== 'column' && bound?.op !== 'outer') throw new Unprintable();
    const direct = ast.args.length;
    const args = ast.args.map((arg, i) => {
      if (arg.kind === 'named_argument') return {value: this.expr(arg.value, types[i]), name: arg.name};
      return {value: this.expr(arg, types[i])};
    });
    return {
      kind: 'call',
      name: ast.name[ast.name.length - 1],
      args,
      // SUBSTRING with a pattern has no syntax of its own there.
      syntax: ast.sqlSyntax && !(ast.name[ast.name.length - 1] === 'substring' && types[1]?.kind === 'text'),
      star: ast.star,
      distinct: ast.distinct,
      variadic: ast.variadic,
      orderBy: ast.orderBy.map((key, i) => this.key(key, ast.withinGroup ? types[direct + i] : undefined)),
      within: ast.withinGroup,
      filter: ast.filter && this.boolean(ast.filter),
      over: ast.over && this.over(ast.over),
    };
  }

  key(key: SortKey, wanted?: SqlType): ShownKey {
    return {expr: this.expr(key.expression, wanted), ...directionOf(key)};
  }

  private over(over: WindowSpec | WindowName): string | ShownWindow {
    return over.kind === 'window_name' ? over.name : this.window(over);
  }

  window(spec: WindowSpec): ShownWindow {
    return {
      base: spec.base,
      partition: spec.partitionBy.map(item => this.expr(item)),
      order: spec.orderBy.map(key => this.key(key)),
      frame: spec.frame && frameText(spec.frame),
    };
  }
}

export function directionOf(key: SortKey): {readonly descending: boolean; readonly nullsFirst: boolean} {
  const descending = key.direction === 'desc' || key.using?.name === '>';
  return {descending, nullsFirst: key.nulls === 'default' ? descending : key.nulls === 'first'};
}

/** null: the frame that there is without one. */
function frameText({unit, start, end, exclude}: WindowFrame): string | null {
  const bound = (side: WindowFrame['start']): string => {
    if (side.type !== 'preceding' && side.type !== 'following') return side.type.replace('_', ' ').toUpperCase();
    if (side.offset.kind !== 'integer') throw new Unprintable();
    return `${side.offset.text} ${side.type.toUpperCase()}`;
  };
  const isDefault =
    unit === 'range' && start.type === 'unbounded_preceding' && (end === null || end.type === 'current_row');
  if (isDefault && exclude === 'none') return null;
  const range = end === null ? bound(start) : `BETWEEN ${bound(start)} AND ${bound(end)}`;
  const without = exclude === 'none' ? '' : ` EXCLUDE ${exclude.replace('_', ' ').toUpperCase()}`;
  return `${unit.toUpperCase()} ${range}${without}`;
}

/** The types of the pairs of `(a, b) < (c, d)`, which is bound as a chain of comparisons. */
function orderedTypes(bound: Expr | undefined, length: number): readonly (readonly SqlType[])[] {
  const types: (readonly SqlType[])[] = [];
  let rest = bound;
  while (rest && types.length < length) {
    const test: Expr = rest.op === 'or' ? rest.args[0] : rest;
    if (test.op !== 'call') break;
    types.push(test.args.map(arg => arg.type));
    const tied: Expr | undefined = rest.op === 'or' ? rest.args[1] : undefined;
    rest = tied?.op === 'and' ? tied.args[1] : undefined;
  }
  return types;
}

/** A literal of a type that it was read as; domains and lengths are applied to it afterwards. */
export function constant(text: string | null, wanted: SqlType): Shown {
  const type = withoutTypmod(withoutDomains(wanted));
  if (text === null) return {kind: 'const', text, type};
  if (isRegKind(type.kind) || type.kind === 'record') throw new Unprintable();
  return {kind: 'const', text: formatText(type, parseText(type, text)), type};
}

function cast(arg: Shown, from: SqlType, type: SqlType, implicit: boolean): Shown {
  return {kind: 'cast', arg, type, implicit, called: isCalled(from, type)};
}

const integers = new Set(['smallint', 'integer', 'bigint']);

const strings = new Set(['text', 'varchar', 'bpchar', 'name']);

/** Not where the bytes are the same, nor where the value goes through its text. */
function isCalled(from: SqlType, to: SqlType): boolean {
  if (typmodOf(to) !== -1) return true;
  if (baseOf(from) !== from || baseOf(to) !== to || from.kind === 'array') return false;
  if (strings.has(from.kind) && strings.has(to.kind)) return from.kind === 'bpchar' || from.kind === 'name';
  return !strings.has(from.kind) && !strings.has(to.kind);
}

function sameShown(a: SqlType, b: SqlType): boolean {
  return typeName(withoutTypmod(a)) === typeName(withoutTypmod(b)) || b.kind === 'unknown' || b.kind === 'record';
}

function sameType(a: SqlType, b: SqlType): boolean {
  return typeName(a) === typeName(b);
}
