import {
  decimalAbs,
  decimalCeil,
  decimalFloor,
  decimalFromBigint,
  decimalNegate,
  decimalToNumber,
  decimalTrunc,
  type Decimal,
} from '../../types/decimal.ts';
import {isJsonArray, isJsonNumber, isJsonObject, jsonObject, type JsonValue} from '../../types/json-value.ts';
import type {
  ArithmeticOperator,
  ComparisonOperator,
  JsonPath,
  MethodName,
  PathItem,
  PathStep,
} from '../../types/json-path/path.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {TimeZone} from '../../types/time-zone.ts';
import {compared, type Truth} from './compare-items.ts';
import {DateTimeItem} from './datetime-item.ts';
import {parseByTemplate, parseIso} from './datetime-template.ts';
import {arithmetic, isArithmetic, singleNumber, toDouble} from './item-numbers.ts';
import {fail, isScalar, type Item, PathError, typeOfItem} from './items.ts';
import {ObjectIds} from './object-ids.ts';
import {pathRegex} from './regex.ts';

// Evaluation of SQL/JSON paths: PostgreSQL manual, 9.16.2. Items are generated as they are asked for, so that in lax mode
// what exists is found without looking at the rest.

/** What an expression inside a path refers to. */
type Scope = {
  /** `@`: what the innermost filter looks at. */
  readonly current: Item;
  /** Elements of the array that the innermost subscript is of. */
  readonly arraySize: number;
  /** Missing members and the like are no error: lax mode, and everything behind `.**`. */
  readonly lenient: boolean;
};

const INT32_MAX = 2147483647;

export class PathEvaluation {
  private readonly path: JsonPath;
  private readonly root: JsonValue;
  private readonly variables: ReadonlyMap<string, JsonValue>;
  private readonly zone: TimeZone | null;
  private readonly lax: boolean;
  private objectIds: ObjectIds | null = null;

  /** `zone`: the session's, for functions that may ask for it. */
  constructor(path: JsonPath, root: JsonValue, variables: ReadonlyMap<string, JsonValue>, zone: TimeZone | null) {
    this.path = path;
    this.root = root;
    this.variables = variables;
    this.zone = zone;
    this.lax = !path.strict;
  }

  /** Errors, as they are come to: PathError, and SqlError for those that nothing silences. */
  items(): Generator<Item> {
    return this.evaluate(this.path.root, this.root, this.outermost());
  }

  private outermost(): Scope {
    return {current: this.root, arraySize: -1, lenient: this.lax};
  }

  /** Whether there is an item. In strict mode all are looked at, since one of them may be an error. */
  exists(): boolean {
    const {root} = this.path;
    // Where nobody takes the items, a sign passes over what it cannot stand before.
    if (this.lax && root.kind === 'unary') {
      for (const value of this.operands(root.operand, this.root, this.outermost())) {
        if (!(value instanceof DateTimeItem) && isJsonNumber(value)) return true;
      }
      return false;
    }
    const items = this.items();
    const first = items.next();
    if (this.path.strict) while (!items.next().done);
    return !first.done;
  }

  /** `at`: what the chain around a subscript has come to; elsewhere the current item. */
  private *evaluate(item: PathItem, at: Item, scope: Scope): Generator<Item> {
    switch (item.kind) {
      case 'chain':
        for (const start of this.evaluate(item.start, at, scope))
          yield* this.follow(item.steps, 0, start, scope, this.lax);
        return;
      case 'null':
        yield null;
        return;
      case 'boolean':
      case 'string':
      case 'number':
        yield item.value;
        return;
      case 'root':
        yield this.root;
        return;
      case 'current':
        yield scope.current;
        return;
      case 'last':
        if (scope.arraySize < 0) throw new SqlError('XX000', 'evaluating jsonpath LAST outside of array subscript');
        yield decimalFromBigint(scope.arraySize - 1);
        return;
      case 'variable': {
        const value = this.variables.get(item.name);
        if (value === undefined) throw new SqlError('42704', `could not find jsonpath variable "${item.name}"`);
        yield value;
        return;
      }
      case 'unary':
        yield* this.signed(item, at, scope);
        return;
      case 'binary':
        if (isArithmetic(item.operator)) yield this.arithmetic(item.operator, item.left, item.right, at, scope);
        else yield this.truth(item, at, scope);
        return;
      case 'not':
      case 'isUnknown':
      case 'exists':
      case 'likeRegex':
        yield this.truth(item, at, scope);
    }
  }

  /** The steps from number `index` on. `unwrap`: an array where a step wants something else stands for its elements. */
  private *follow(
    steps: readonly PathStep[],
    index: number,
    item: Item,
    scope: Scope,
    unwrap: boolean,
  ): Generator<Item> {
    if (index === steps.length) {
      yield item;
      return;
    }
    const step = steps[index];
    const onward = (next: Item, inner = scope): Generator<Item> => this.follow(steps, index + 1, next, inner, this.lax);
    if (unwrap && isArray(item) && takesElements(step)) {
      for (const element of item) yield* this.follow(steps, index, element, scope, false);
      return;
    }
    switch (step.kind) {
      case 'key': {
        if (isObject(item)) {
          const value = item.get(step.name);
          if (value !== undefined) yield* onward(value);
          else if (!scope.lenient) throw fail('2203A', `JSON object does not contain key "${step.name}"`);
        } else if (!scope.lenient) {
          throw fail('2203A', 'jsonpath member accessor can only be applied to an object');
        }
        return;
      }
      case 'anyKey':
        if (isObject(item)) for (const value of item.values()) yield* onward(value);
        else if (!scope.lenient)
          throw fail('2203C', 'jsonpath wildcard member accessor can only be applied to an object');
        return;
      case 'anyElement':
        if (isArray(item)) for (const element of item) yield* onward(element);
        else if (this.lax) yield* onward(item);
        else if (!scope.lenient)
          throw fail('22039', 'jsonpath wildcard array accessor can only be applied to an array');
        return;
      case 'subscripts':
        for (const element of this.subscripted(step, item, scope)) yield* onward(element);
        return;
      case 'descendants': {
        const lenient = {...scope, lenient: true};
        if (step.first === 0) yield* onward(item, lenient);
        for (const inner of descendants(item, 1, step.first, step.last)) yield* onward(inner, lenient);
        return;
      }
      case 'filter':
        if (this.truth(step.predicate, item, {...scope, current: item}) === true) yield* onward(item);
        return;
      case 'method':
        for (const result of this.method(step.name, item, scope)) yield* onward(result);
        return;
      case 'datetime':
        if (typeof item !== 'string') {
          throw fail('22031', 'jsonpath item method .datetime() can only be applied to a string');
        }
        yield* onward(step.template === null ? parseIso(item) : parseByTemplate(item, step.template));
    }
  }

  private *subscripted(step: PathStep & {readonly kind: 'subscripts'}, item: Item, scope: Scope): Generator<Item> {
    if (!isArray(item) && !this.lax) {
      if (!scope.lenient) throw fail('22039', 'jsonpath array accessor can only be applied to an array');
      return;
    }
    const elements: readonly Item[] = isArray(item) ? item : [item];
    const inner = {...scope, arraySize: elements.length};
    for (const range of step.ranges) {
      const from = this.arrayIndex(range.from, item, inner);
      const to = range.to ? this.arrayIndex(range.to, item, inner) : from;
      if (!scope.lenient && (from < 0 || from > to || to >= elements.length)) {
        throw fail('22033', 'jsonpath array subscript is out of bounds');
      }
      for (let i = Math.max(from, 0); i <= Math.min(to, elements.length - 1); i++) yield elements[i];
    }
  }

  private arrayIndex(expr: PathItem, item: Item, scope: Scope): number {
    const found = [...this.evaluate(expr, item, scope)];
    const [value] = found;
    if (found.length !== 1 || value instanceof DateTimeItem || !isJsonNumber(value)) {
      throw fail('22033', 'jsonpath array subscript is not a single numeric value');
    }
    const index = decimalToNumber(decimalTrunc(value));
    if (Math.abs(index) > INT32_MAX) throw fail('22033', 'jsonpath array subscript is out of integer range');
    return index;
  }

  private *method(name: MethodName, item: Item, scope: Scope): Generator<Item> {
    switch (name) {
      case 'type':
        yield typeOfItem(item);
        return;
      case 'size':
        if (isArray(item)) yield decimalFromBigint(item.length);
        else if (this.lax || scope.lenient) yield decimalFromBigint(1);
        else throw fail('22039', 'jsonpath item method .size() can only be applied to an array');
        return;
      case 'abs':
      case 'ceiling':
      case 'floor':
        if (item instanceof DateTimeItem || !isJsonNumber(item)) {
          throw fail('22036', `jsonpath item method .${name}() can only be applied to a numeric value`);
        }
        yield (name === 'abs' ? decimalAbs : name === 'floor' ? decimalFloor : decimalCeil)(item);
        return;
      case 'double':
        yield toDouble(item);
        return;
      case 'keyvalue':
        yield* this.keyValues(item);
    }
  }

  private *keyValues(item: Item): Generator<Item> {
    if (!isObject(item)) {
      throw fail('2203C', 'jsonpath item method .keyvalue() can only be applied to an object');
    }
    this.objectIds ??= new ObjectIds(this.root, this.variables);
    const id = decimalFromBigint(this.objectIds.of(item));
    for (const [key, value] of item) {
      const pair = jsonObject([
        ['key', key],
        ['value', value],
        ['id', id],
      ]);
      this.objectIds.add(pair);
      yield pair;
    }
  }

  private *signed(item: PathItem & {readonly kind: 'unary'}, at: Item, scope: Scope): Generator<Item> {
    for (const value of this.operands(item.operand, at, scope)) {
      if (value instanceof DateTimeItem || !isJsonNumber(value)) {
        throw fail('2203B', `operand of unary jsonpath operator ${item.operator} is not a numeric value`);
      }
      yield item.operator === '-' ? decimalNegate(value) : value;
    }
  }

  private arithmetic(operator: ArithmeticOperator, left: PathItem, right: PathItem, at: Item, scope: Scope): Decimal {
    const a = [...this.operands(left, at, scope)];
    const b = [...this.operands(right, at, scope)];
    const x = singleNumber(a, 'left', operator);
    const y = singleNumber(b, 'right', operator);
    try {
      return arithmetic[operator](x, y);
    } catch (error) {
      throw error instanceof SqlError ? new PathError(error) : error;
    }
  }

  /** What an operand gives; in lax mode the elements of arrays in it. */
  private *operands(item: PathItem, at: Item, scope: Scope): Generator<Item> {
    for (const value of this.evaluate(item, at, scope)) {
      if (this.lax && isArray(value)) yield* value;
      else yield value;
    }
  }

  private truth(item: PathItem, at: Item, scope: Scope): Truth {
    switch (item.kind) {
      case 'not': {
        const truth = this.truth(item.operand, at, scope);
        return truth === null ? null : !truth;
      }
      case 'isUnknown':
        return this.truth(item.operand, at, scope) === null;
      case 'exists':
        return this.existing(item.operand, at, scope);
      case 'likeRegex':
        return this.test(item.operand, null, at, scope, value =>
          typeof value === 'string' ? pathRegex(item.pattern, item.flags).test(value) : null,
        );
      case 'binary':
        return this.binaryTruth(item, at, scope);
      default:
        throw new Error(`${item.kind} is no predicate of a path`);
    }
  }

  private binaryTruth(item: PathItem & {readonly kind: 'binary'}, at: Item, scope: Scope): Truth {
    const {operator, left, right} = item;
    if (operator === '&&' || operator === '||') {
      const decides = operator === '||';
      const first = this.truth(left, at, scope);
      if (first === decides) return decides;
      const second = this.truth(right, at, scope);
      return second === !decides ? first : second;
    }
    if (operator === 'starts with') {
      return this.test(left, right, at, scope, (value, start) =>
        typeof value === 'string' && typeof start === 'string' ? value.startsWith(start) : null,
      );
    }
    return this.test(left, right, at, scope, (a, b) => compared(operator as ComparisonOperator, a, b, this.zone));
  }

  private existing(operand: PathItem, at: Item, scope: Scope): Truth {
    try {
      const items = this.evaluate(operand, at, scope);
      const first = items.next();
      if (!this.lax) while (!items.next().done);
      return !first.done;
    } catch (error) {
      if (error instanceof PathError) return null;
      throw error;
    }
  }

  /** Whether `holds` for some pair; lax mode stops at the first, strict mode wants none of them unknown. */
  private test(
    left: PathItem,
    right: PathItem | null,
    at: Item,
    scope: Scope,
    holds: (left: Item, right: Item) => Truth,
  ): Truth {
    let lefts: readonly Item[];
    let rights: readonly Item[];
    try {
      lefts = [...this.operands(left, at, scope)];
      rights = right ? [...this.operands(right, at, scope)] : [null];
    } catch (error) {
      if (error instanceof PathError) return null;
      throw error;
    }
    let unknown = false;
    let found = false;
    for (const a of lefts) {
      for (const b of rights) {
        const truth = holds(a, b);
        if (truth === null && !this.lax) return null;
        if (truth === null) unknown = true;
        if (truth !== true) continue;
        if (this.lax) return true;
        found = true;
      }
    }
    return found || (unknown ? null : false);
  }
}

function isArray(item: Item): item is readonly JsonValue[] {
  return !(item instanceof DateTimeItem) && isJsonArray(item);
}

function isObject(item: Item): item is ReadonlyMap<string, JsonValue> {
  return !(item instanceof DateTimeItem) && isJsonObject(item);
}

/** Steps that in lax mode go into an array's elements. */
function takesElements(step: PathStep): boolean {
  switch (step.kind) {
    case 'key':
    case 'anyKey':
    case 'filter':
    case 'datetime':
      return true;
    case 'method':
      return step.name !== 'type' && step.name !== 'size';
    default:
      return false;
  }
}

/** What lies `first` to `last` levels deep; null: `last`, which as `first` asks for leaves alone. */
function* descendants(item: Item, level: number, first: number | null, last: number | null): Generator<JsonValue> {
  if (last !== null && level > last) return;
  const parts = isArray(item) ? item : isObject(item) ? item.values() : [];
  for (const part of parts) {
    if (first === null ? last === null && isScalar(part) : level >= first) yield part;
    if ((last === null || level < last) && !isScalar(part)) yield* descendants(part, level + 1, first, last);
  }
}
