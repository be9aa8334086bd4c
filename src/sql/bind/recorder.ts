import type {ObjectId} from '../../catalog/object.ts';
import type {Expr} from '../../expr/expr.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {
  CastExpression,
  ColumnRef,
  Expression,
  FunctionCall,
  IndirectionExpression,
  IndirectionStep,
  Join,
  Node,
  Query,
  TableExpression,
  Values,
} from '../ast/index.ts';
import type {RangeEntry, ScopeColumn, ScopeItem} from './level.ts';

/**
 * What binding a stored query learnt about its syntax tree, for whoever prints it (sql/deparse): what names stand for, and
 * which types expressions have.
 */
export class Recorder {
  /** Each expression as it was before those around it asked for a type. */
  readonly exprs = new Map<Expression, Expr>();
  readonly columns = new Map<ColumnRef, ScopeColumn>();
  readonly rows = new Map<ColumnRef, ScopeItem>();
  /** What a field is called by now. */
  readonly fields = new Map<IndirectionStep, string>();
  /** Those that `(c).*` stands for. */
  readonly allFields = new Map<IndirectionExpression, readonly string[]>();
  readonly stars = new Map<ColumnRef, readonly ScopeColumn[]>();
  /** Where in the FROM clause an entry stands; one that was bound twice has several. */
  readonly entries = new Map<RangeEntry, TableExpression>();
  readonly relations = new Map<Node, ObjectId>();
  /** Calls of functions that somebody made. */
  readonly functions = new Map<FunctionCall, ObjectId>();
  readonly castTypes = new Map<CastExpression, SqlType>();
  /** Of calls that are no plain functions: what their arguments became. */
  readonly argumentTypes = new Map<FunctionCall, readonly SqlType[]>();
  /** What the columns of a set operation's side, or of VALUES, became. */
  readonly columnTypes = new Map<Query | Values, readonly SqlType[]>();
  readonly using = new Map<Join, readonly string[]>();
}
