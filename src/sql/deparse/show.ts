import type {Expr} from '../../expr/expr.ts';
import {quoteLiteral} from '../../expr/text/quote.ts';
import {formatText, parseText} from '../../types/io/registry.ts';
import {BIGINT, INTERVAL, TEXT, baseOf, withoutDomains} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {isRegKind} from '../../types/reg-kinds.ts';
import {typmodOf, withoutTypmod} from '../../types/typmod.ts';
import type {
  CastExpression,
  Expression,
  FunctionCall,
  IndirectionExpression,
  SortKey,
  WindowFrame,
  WindowName,
  WindowSpec,
} from '../ast/index.ts';
import type {Recorder} from '../bind/recorder.ts';
import {showBetween, showInList, showInQuery, showRows} from './show-predicates.ts';
import type {FramePart, Shown, ShownKey, ShownWindow, Subscript} from './shown.ts';
import {cast, constant, sameShown, sameType, strings} from './casts.ts';
import type {ShowNames} from './show-names.ts';
import {Unprintable} from './unprintable.ts';

/** Text search has nothing but what comes with PostgreSQL. */
const withOwnNames: ReadonlySet<string> = new Set(['regconfig', 'regdictionary']);

/** Makes of an expression as written what PostgreSQL would have kept of it, by what binding it noted. */
export class Show {
  private readonly recorder: Recorder;
  private readonly names: ShowNames;

  constructor(recorder: Recorder, names: ShowNames) {
    this.recorder = recorder;
    this.names = names;
  }

  /** `wanted`: the type that what is around asked for. */
  expr(ast: Expression, wanted?: SqlType): Shown {
    if (ast.kind === 'string' || ast.kind === 'null') {
      const type = wanted && wanted.kind !== 'unknown' ? wanted : TEXT;
      return this.constant(ast.kind === 'string' ? ast.value : null, type);
    }
    const shown = this.plain(ast);
    const own = this.typeOf(ast);
    if (!own || !wanted || own.kind === 'unknown' || sameShown(own, wanted)) return shown;
    return cast(shown, own, withoutTypmod(wanted), true);
  }

  private constant(text: string | null, wanted: SqlType): Shown {
    const type = withoutTypmod(withoutDomains(wanted));
    if (text === null || !isRegKind(type.kind) || withOwnNames.has(type.kind)) return constant(text, wanted);
    return {kind: 'const', text: this.names.identifier(type.kind, text), type};
  }

  typeOf(ast: Expression): SqlType | undefined {
    if (ast.kind === 'cast') return this.recorder.castTypes.get(ast);
    return this.bound(ast)?.type;
  }

  bound(ast: Expression): Expr | undefined {
    return this.recorder.exprs.get(ast);
  }

  /** The types that a call's arguments became. */
  private wanted(ast: Expression): readonly SqlType[] {
    const bound = this.bound(ast);
    return bound?.op === 'call' ? bound.args.map(arg => arg.type) : [];
  }

  pair(name: string, left: Expression, right: Expression, wanted: readonly SqlType[]): Shown {
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
        return showBetween(this, ast);
      case 'in_list':
        return showInList(this, ast);
      case 'in_subquery':
        return showInQuery(this, ast.operand, '=', 'any', ast.query, ast.negated);
      case 'quantified': {
        const word = ast.quantifier === 'any' ? 'ANY' : 'ALL';
        if (ast.right.kind === 'query') {
          return showInQuery(this, ast.left, ast.operator.name, ast.quantifier, ast.right, false);
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
        return {kind: 'list', word: 'ROW', args: this.items(ast.items), type: null};
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
    if (operator.schema.length > 0 && operator.schema.join('.') !== 'pg_catalog') throw new Unprintable();
    if (left.kind === 'row' && right.kind === 'row') {
      return showRows(this, operator.name, left.items, right.items, this.bound(ast));
    }
    if (left.kind === 'row' && right.kind === 'subquery') {
      const items = left.items.map(item => this.expr(item));
      return {kind: 'sublink', form: 'row', left: items, operator: operator.name, query: right.query};
    }
    if (left.kind === 'row') throw new Unprintable();
    const wanted = this.wanted(ast);
    if (operator.name !== '||' || wanted[0]?.kind !== 'text' || wanted[1]?.kind !== 'text') {
      return this.pair(operator.name, left, right, wanted);
    }
    // What is no text is concatenated with one as it is.
    const [a, b] = [left, right].map(side => (this.isText(side) ? TEXT : undefined));
    return {kind: 'operator', name: operator.name, args: [this.expr(left, a), this.expr(right, b)]};
  }

  private isText(ast: Expression): boolean {
    const own = this.typeOf(ast);
    return !own || own.kind === 'unknown' || strings.has(baseOf(own).kind);
  }

  array(items: readonly Expression[], type: SqlType): Shown {
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
    if (operand.kind === 'row' && type.kind === 'struct' && type.fields?.length === operand.items.length) {
      const args = operand.items.map((item, i) => this.expr(item, type.fields![i].type));
      return {kind: 'list', word: 'ROW', args, type};
    }
    if (operand.kind === 'string' && type.kind === 'interval' && typmodOf(type) !== -1) {
      // Which field a number without a unit is, the cast says.
      const text = formatText(type, parseText(type, operand.value));
      const base = withoutTypmod(type);
      return cast({kind: 'const', text, type: base}, base, type, false);
    }
    if (operand.kind === 'string' || operand.kind === 'null') {
      const base = withoutTypmod(withoutDomains(type));
      const plain = this.constant(operand.kind === 'string' ? operand.value : null, base);
      return sameType(base, type) ? plain : cast(plain, base, type, false);
    }
    const own = this.typeOf(operand);
    const shown = this.expr(operand);
    if (!own || (sameShown(own, type) && (typmodOf(own) === typmodOf(type) || own.kind === 'unknown'))) return shown;
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
        shown = {kind: 'field', base: shown, name: this.recorder.fields.get(step) ?? step.name};
      } else throw new Unprintable();
    }
    flush();
    return shown;
  }

  private call(ast: FunctionCall): Shown {
    const types = this.recorder.argumentTypes.get(ast) ?? this.wanted(ast);
    const bound = this.bound(ast);
    // What takes anything keeps literals that have no type.
    const anythingFrom = bound?.op === 'call' && !ast.variadic ? anyParameter(bound.signature) : Infinity;
    const ownName = this.ownName(ast);
    const qualified = ast.name.length > 2 || (ast.name.length === 2 && ast.name[0] !== 'pg_catalog');
    if (ownName === undefined && qualified) throw new Unprintable();
    // A type's name called as a function, or a function that was replaced by its body.
    const plain = bound?.op === 'call' && !/^(cast|assign)\(/.test(bound.signature);
    if (ownName === undefined && !plain && bound?.op !== 'column' && bound?.op !== 'outer') throw new Unprintable();
    const direct = ast.args.length;
    const args = ast.args.map((arg, i) => {
      if (arg.kind === 'named_argument') return {value: this.expr(arg.value, types[i]), name: arg.name};
      if (i >= anythingFrom && arg.kind === 'string') {
        return {value: {kind: 'word', text: quoteLiteral(arg.value)} as const};
      }
      return {value: this.expr(arg, types[i])};
    });
    return {
      kind: 'call',
      name: ast.name[ast.name.length - 1],
      ownName,
      args,
      // SUBSTRING FROM a pattern has no syntax of its own there.
      syntax: ast.sqlSyntax && !(isSubstring(ast) && args.length === 2 && types[1]?.kind === 'text'),
      similar: ast.sqlSyntax && isSubstring(ast) && types[1]?.kind === 'text',
      star: ast.star,
      distinct: ast.distinct,
      variadic: ast.variadic,
      orderBy: ast.orderBy.map((key, i) => this.key(key, ast.withinGroup ? types[direct + i] : undefined)),
      within: ast.withinGroup,
      filter: ast.filter && this.boolean(ast.filter),
      over: ast.over && this.over(ast.over),
    };
  }

  /** Of a function that somebody made. */
  ownName(ast: FunctionCall): string | undefined {
    const made = this.recorder.functions.get(ast);
    return made === undefined ? undefined : this.names.function(made, ast);
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
      frame: spec.frame && this.frame(spec.frame, spec.orderBy),
    };
  }

  /** null: the frame that there is without one. */
  private frame({unit, start, end, exclude}: WindowFrame, order: readonly SortKey[]): readonly FramePart[] | null {
    const key = unit === 'range' && order.length > 0 ? this.typeOf(order[0].expression) : undefined;
    const distance = unit !== 'range' ? BIGINT : key && (momentary.has(key.kind) ? INTERVAL : key);
    const bound = (side: WindowFrame['start']): readonly FramePart[] => {
      if (side.type !== 'preceding' && side.type !== 'following') return [side.type.replace('_', ' ').toUpperCase()];
      return [this.expr(side.offset, distance), ` ${side.type.toUpperCase()}`];
    };
    const isDefault =
      unit === 'range' && start.type === 'unbounded_preceding' && (end === null || end.type === 'current_row');
    if (isDefault && exclude === 'none') return null;
    const range = end === null ? bound(start) : ['BETWEEN ', ...bound(start), ' AND ', ...bound(end)];
    const without = exclude === 'none' ? '' : ` EXCLUDE ${exclude.replace('_', ' ').toUpperCase()}`;
    return [`${unit.toUpperCase()} `, ...range, without];
  }

  /** `(c).*`: each field. */
  fields(ast: IndirectionExpression): {readonly name: string; readonly shown: Shown}[] {
    const steps = ast.steps.slice(0, -1);
    const base: Expression = steps.length === 0 ? ast.base : {...ast, steps};
    const names = this.recorder.allFields.get(ast);
    if (!names) throw new Unprintable();
    const shown = this.expr(base);
    return names.map(name => ({name, shown: {kind: 'field', base: shown, name}}));
  }
}

/** From which argument on a function takes values of any type. */
function anyParameter(signature: string): number {
  const parameters = /\((.*)\)$/.exec(signature)?.[1].split(',') ?? [];
  return parameters[parameters.length - 1] === 'any' ? parameters.length - 1 : Infinity;
}

function isSubstring({name}: FunctionCall): boolean {
  return name[name.length - 1] === 'substring';
}

export function directionOf(key: SortKey): {readonly descending: boolean; readonly nullsFirst: boolean} {
  const descending = key.direction === 'desc' || key.using?.name === '>';
  return {descending, nullsFirst: key.nulls === 'default' ? descending : key.nulls === 'first'};
}

/** What is apart from another by an interval. */
const momentary = new Set(['date', 'time', 'timetz', 'timestamp', 'timestamptz']);

const integers = new Set(['smallint', 'integer', 'bigint']);
