import type {Datum} from '../../types/datum.ts';
import {type Decimal, isDecimal} from '../../types/decimal.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN, sameLayout, type SqlType} from '../../types/sql-type.ts';
import {callContext, type EvaluationContext} from '../call-context.ts';
import type {Expr} from '../expr.ts';
import {type FunctionRow, resultTypeOf} from '../function-row.ts';
import type {KernelTwin} from '../kernel-twin.ts';
import {numericLiteralType} from '../numeric-digits.ts';
import {castBetween, functionBySignature} from '../registry.ts';
import {constructed, extreme, isDistinct, isNull, listed, quantified, subscripted} from '../row-semantics.ts';
import {signatureOf} from '../short-names.ts';
import {FieldNode, RowNode} from './composite-nodes.ts';
import {CaseNode, CoalesceNode} from './conditional-nodes.ts';
import type {ConstantPool} from './constant-pool.ts';
import {kernelNode} from './kernel-nodes.ts';
import {FallbackNode, unanswered} from './fallback-node.ts';
import {LiftedNode, UniformNode} from './lifted-node.ts';
import {DistinctNode, LogicNode, NotNode, NullTestNode, TruthTestNode} from './logic-nodes.ts';
import {ColumnNode, ConstantNode, type Node, RelabelNode, WidenedNode} from './node.ts';

// From expressions to nodes. A numeric node may come out in a better layout than its expression's type says (the literal
// 0.908 in three digits, a product of two such), as its own `type` tells; `exact` brings it to the layout asked for.

/** Most elements of a constant array that `= ANY` is unrolled for. */
const MAX_UNROLLED = 32;

export class Compiler {
  private readonly context: EvaluationContext;
  private readonly pool: ConstantPool;

  constructor(context: EvaluationContext, pool: ConstantPool) {
    this.context = context;
    this.pool = pool;
  }

  /** In the layout of the expression's own type. */
  exact(expr: Expr): Node {
    return this.inLayout(this.node(expr), expr.type);
  }

  private node(expr: Expr): Node {
    switch (expr.op) {
      case 'column':
        return new ColumnNode(expr.index, expr.type);
      case 'literal':
        return literal(expr.value, expr.type);
      case 'outer':
      case 'parameter':
        throw new Error(`${expr.op} reference in an expression to evaluate`);
      case 'call':
        return this.callExpr(expr);
      case 'and':
      case 'or':
        return this.logic(
          expr.op,
          expr.args.map(arg => this.node(arg)),
        );
      case 'not': {
        const arg = this.node(expr.arg);
        if (arg.constant) return new ConstantNode(arg.constant.value === null ? null : !arg.constant.value, BOOLEAN);
        return new NotNode(arg);
      }
      case 'isNull': {
        const arg = this.node(expr.arg);
        if (isComposite(expr.arg.type) || arg.constant) {
          return this.lifted([arg], BOOLEAN, isNull(expr.arg.type, expr.negated));
        }
        return new NullTestNode(arg, expr.negated);
      }
      case 'isTruth':
        return new TruthTestNode(this.node(expr.arg), expr.truth, expr.negated);
      case 'distinct':
        return this.distinct(expr);
      case 'case':
        return this.caseExpr(expr);
      case 'coalesce':
        return this.coalesce(
          expr.args.map(arg => this.inLayout(this.node(arg), expr.type)),
          expr.type,
        );
      case 'greatest':
      case 'least':
        return this.lifted(
          expr.args.map(arg => this.node(arg)),
          expr.type,
          extreme(expr.op, expr.type),
        );
      case 'field':
        return new FieldNode(this.node(expr.arg), expr.index, expr.type);
      case 'row':
        return new RowNode(
          expr.args.map((arg, i) => this.inLayout(this.node(arg), expr.type.fields?.[i].type ?? arg.type)),
          expr.type,
        );
      case 'array':
        return this.lifted(
          expr.args.map(arg => this.node(arg)),
          expr.type,
          constructed(expr.args),
        );
      case 'subscript':
        return this.lifted([this.node(expr.arg), this.node(expr.subscript)], expr.type, subscripted);
      case 'quantified':
        return this.quantified(expr);
    }
  }

  private callExpr(expr: Extract<Expr, {op: 'call'}>): Node {
    const fn = functionBySignature(expr.signature);
    if (fn.strict && expr.args.some(arg => arg.op === 'literal' && arg.value === null)) {
      return new ConstantNode(null, expr.type);
    }
    return this.call(
      fn,
      expr.args.map(arg => this.node(arg)),
      expr.type,
    );
  }

  /**
   * A call of `fn`, folded if it can be, by a kernel if there is one, else by its row lifted over the lanes. The result
   * may have a better layout than `type`'s unless `exact`.
   */
  private call(fn: FunctionRow, args: readonly Node[], type: SqlType, exact = false): Node {
    if (fn.strict && args.some(isNullConstant)) {
      // Its arguments are evaluated all the same, for what they may raise.
      if (!args.some(arg => arg.mayRaise)) return new ConstantNode(null, type);
      return new LiftedNode(args, type, true, this.rowOf(fn, args, type));
    }
    const best = exact ? type : bestType(fn, args, type);
    if (fn.relabels && type.length === undefined && args.length === 1 && sameLayout(args[0].type, best)) {
      const {constant} = args[0];
      return constant ? new ConstantNode(constant.value, best) : new RelabelNode(args[0], best);
    }
    const row = this.rowOf(fn, args, type);
    const node: Node =
      this.folded(fn, args, type, row) ??
      this.byKernel(fn, args, type, best, row) ??
      new LiftedNode(args, type, fn.strict, row);
    return isIntegerCast(fn) && node.type.digits && !node.constant ? new WidenedNode(node, args[0]) : node;
  }

  /** What a row raises has no position: as in Postgres, only what is wrong with the statement's text has one. */
  private rowOf(
    fn: FunctionRow,
    args: readonly {readonly type: SqlType}[],
    type: SqlType,
  ): (values: readonly Datum[]) => Datum {
    const inner = callContext(
      this.context,
      args.map(arg => arg.type),
      type,
    );
    return values => fn.row(values, inner);
  }

  /** An immutable call of constants, unless it raises: then each lane that counts does. */
  private folded(
    fn: FunctionRow,
    args: readonly Node[],
    type: SqlType,
    row: (values: readonly Datum[]) => Datum,
  ): Node | null {
    if (fn.volatility === 'volatile') return null;
    if (!args.every(arg => arg.constant || arg instanceof UniformNode)) return null;
    const compute = (): Datum => {
      const values = args.map(arg => (arg.constant ? arg.constant.value : (arg as UniformNode).compute()));
      return fn.strict && values.includes(null) ? null : row(values);
    };
    if (fn.volatility === 'immutable' && args.every(arg => arg.constant)) {
      try {
        return literal(compute(), type);
      } catch (error) {
        if (!(error instanceof SqlError)) throw error;
      }
    }
    return new UniformNode(type, compute);
  }

  private byKernel(
    fn: FunctionRow,
    args: readonly Node[],
    type: SqlType,
    best: SqlType,
    row: (values: readonly Datum[]) => Datum,
  ): Node | null {
    if (!fn.kernel) return null;
    // Kernels of numerics take integers as they are: the cast around them need not be computed.
    for (const given of args.some(isWidened) ? [args.map(unwidened), args] : [args]) {
      const twin = this.twinOf(fn, given, best);
      if (!twin) continue;
      const used = (twin.uses ?? given.map((_, i) => i)).map(i => given[i]);
      const taken = twin.operands ? used.map((arg, i) => this.widened(arg, twin.operands![i])) : used;
      const produced = twin.produces ?? best;
      if (twin.partial) {
        const node = kernelNode({twin, type: produced, args: taken, rowArgs: args, row: unanswered}, this.pool);
        return new FallbackNode(this.inLayout(node, type), new LiftedNode(args, type, fn.strict, row));
      }
      const node = kernelNode({twin, type: produced, args: taken, rowArgs: args, row}, this.pool);
      return type.kind !== produced.kind ? this.inLayout(node, type) : node;
    }
    return null;
  }

  private twinOf(fn: FunctionRow, args: readonly Node[], type: SqlType): KernelTwin | null {
    if (typeof fn.kernel !== 'function') return fn.kernel ?? null;
    return fn.kernel({
      args: args.map(arg => arg.type),
      result: type,
      constants: args.map(arg => arg.constant?.value),
      settings: this.context.settings,
    });
  }

  /** A kernel's operand in the wider type that it takes. */
  private widened(arg: Node, type: SqlType): Node {
    if (sameLayout(arg.type, type)) return arg;
    return this.call(castBetween(arg.type, type)!, [arg], type);
  }

  private lifted(args: readonly Node[], type: SqlType, row: (values: readonly Datum[]) => Datum): Node {
    if (args.every(arg => arg.constant)) return literal(row(args.map(arg => arg.constant!.value)), type);
    return new LiftedNode(args, type, false, row);
  }

  /** The node's values in another layout of the same kind of type. */
  private inLayout(node: Node, type: SqlType): Node {
    if (node.type === type) return node;
    if (node.constant) return new ConstantNode(node.constant.value, type);
    if (sameLayout(node.type, type)) return new RelabelNode(node, type);
    const cast = castBetween(node.type, type);
    if (!cast) throw new Error(`no layout of ${node.type.kind} as ${type.kind}`);
    return this.call(cast, [node], type, true);
  }

  private logic(op: 'and' | 'or', args: readonly Node[]): Node {
    const decides = op === 'or';
    const left: Node[] = [];
    for (const arg of args) {
      if (arg.constant && arg.constant.value === !decides) continue;
      left.push(arg);
      // What follows a decided argument is never evaluated.
      if (arg.constant?.value === decides) break;
    }
    if (left.length === 0) return new ConstantNode(!decides, BOOLEAN);
    return left.length === 1 ? left[0] : new LogicNode(op, left);
  }

  private caseExpr(expr: Extract<Expr, {op: 'case'}>): Node {
    const whens: {when: Node; then: Node}[] = [];
    let otherwise: Expr = expr.otherwise;
    for (const branch of expr.whens) {
      const when = this.node(branch.when);
      if (when.constant && when.constant.value !== true) continue;
      if (when.constant) {
        otherwise = branch.then;
        break;
      }
      whens.push({when, then: this.inLayout(this.node(branch.then), expr.type)});
    }
    const last = this.inLayout(this.node(otherwise), expr.type);
    return whens.length === 0 ? last : new CaseNode(whens, last, expr.type);
  }

  private coalesce(args: readonly Node[], type: SqlType): Node {
    const left: Node[] = [];
    for (const arg of args) {
      if (arg.constant?.value === null) continue;
      left.push(arg);
      if (arg.constant) break;
    }
    if (left.length === 0) return new ConstantNode(null, type);
    return left.length === 1 ? left[0] : new CoalesceNode(left, type);
  }

  private distinct(expr: Extract<Expr, {op: 'distinct'}>): Node {
    const [left, right] = [this.node(expr.left), this.node(expr.right)];
    const equality = registered(signatureOf('=', [expr.left.type, expr.right.type]));
    const nullable = left.constant?.value === null || right.constant?.value === null;
    const kernel = !nullable && equality?.kernel && this.twinOf(equality, [left, right], BOOLEAN);
    if (!equality || !kernel) return this.lifted([left, right], BOOLEAN, isDistinct(expr.left.type, expr.negated));
    return new DistinctNode(left, right, (a, b) => this.call(equality, [a, b], BOOLEAN), expr.negated);
  }

  private quantified(expr: Extract<Expr, {op: 'quantified'}>): Node {
    const fn = functionBySignature(expr.signature);
    const [left, array] = [this.node(expr.left), this.node(expr.array)];
    const element = expr.array.type.element!;
    const items = array.constant?.value as readonly Datum[] | null | undefined;
    if (items && items.length > 0 && items.length <= MAX_UNROLLED) {
      const tests = items.map(item => this.call(fn, [left, literal(item, element)], BOOLEAN));
      return this.logic(expr.quantifier === 'any' ? 'or' : 'and', tests);
    }
    const lookup = items && listed(expr.quantifier, fn.name, [left.type, element], items);
    if (lookup) return this.lifted([left], BOOLEAN, lookup);
    const row = this.rowOf(fn, [left, {type: element}], BOOLEAN);
    const compare = (a: Datum, b: Datum): Datum => (fn.strict && (a === null || b === null) ? null : row([a, b]));
    return this.lifted([left, array], BOOLEAN, quantified(expr.quantifier, compare));
  }
}

function literal(value: Datum, type: SqlType): Node {
  if (type.kind === 'numeric' && !type.digits && isDecimal(value)) {
    return new ConstantNode(value, {...type, ...literalDigits(value)});
  }
  return new ConstantNode(value, type);
}

function literalDigits(value: Decimal): {readonly digits?: SqlType['digits']} {
  const {digits} = numericLiteralType(value);
  return digits ? {digits} : {};
}

function isNullConstant(node: Node): boolean {
  return node.constant?.value === null;
}

function isComposite(type: SqlType): boolean {
  return type.kind === 'struct' || type.kind === 'record';
}

/** The type in its best layout: where digits were not asked for, those that follow from the arguments. */
function bestType(fn: FunctionRow, args: readonly Node[], type: SqlType): SqlType {
  if (type.kind !== 'numeric' || type.digits || type.precision !== undefined) return type;
  const inferred = resultTypeOf(
    fn,
    args.map(arg => arg.type),
  );
  return inferred.kind === 'numeric' && inferred.digits ? inferred : type;
}

function isIntegerCast(fn: FunctionRow): boolean {
  return fn.signature === 'cast(int4,numeric)' || fn.signature === 'cast(int8,numeric)';
}

function isWidened(node: Node): boolean {
  return node instanceof WidenedNode && node.type.digits?.scale === 0;
}

function unwidened(node: Node): Node {
  return node instanceof WidenedNode && isWidened(node) ? node.integer : node;
}

function registered(signature: string): FunctionRow | null {
  try {
    return functionBySignature(signature);
  } catch {
    return null;
  }
}
