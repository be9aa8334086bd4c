import type {Catalog} from '../../catalog/catalog.ts';
import {NeededRights, type RelationUse} from '../../catalog/needed-rights.ts';
import type {FunctionObject, ObjectId, TableObject, ViewNames} from '../../catalog/object.ts';
import type {Expr} from '../../expr/expr.ts';
import {DEFAULT_FORMAT} from '../../types/io/format-settings.ts';
import type {FormatSettings} from '../../types/io/format-settings.ts';
import type {Datum} from '../../types/datum.ts';
import type {Schema} from '../../types/schema.ts';
import {notSupported} from '../../types/sql-error.ts';
import type {SqlError} from '../../types/sql-error.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {locationOf} from '../ast/index.ts';
import type {FunctionCall, Node} from '../ast/index.ts';
import type {CommonTables} from './common-tables.ts';
import {Parameters} from './parameters.ts';
import type {Recorder} from './recorder.ts';
import type {BoundDml, Dml} from './statement.ts';
import type {BoundLock} from './locking.ts';
import type {RowsWanted} from './rows-wanted.ts';
import type {BoundStep} from './write-step.ts';

type ActingMark = {readonly object: FunctionObject; readonly ast: FunctionCall};

export type BindOptions = {
  readonly catalog: Catalog;
  readonly searchPath: readonly string[];
  /** The text that the syntax tree's spans point into. */
  readonly text: string;
  /** Types the client declared for $1, $2 …; null or missing: to be inferred. */
  readonly parameterTypes?: readonly (SqlType | null)[];
  /** There are no other parameters than the declared. */
  readonly parametersFixed?: boolean;
  /** How literals of dates and times are read. */
  readonly formatting?: FormatSettings;
  /** Set where the result lives on: what changes without any row changing is then refused. */
  readonly lasting?: 'materialized view' | 'sink';
  /** FOR UPDATE of the statement's query locks rows; else it says nothing. */
  readonly locksRows?: boolean;
  /** The query is a cursor's. */
  readonly marksRows?: boolean;
  /** WHERE CURRENT OF: the whole row of the table that the cursor stands on. Errors: 24000, 34000. */
  readonly currentRow?: (cursor: string, table: TableObject) => readonly Datum[];
  /** Role that will own what is created. */
  readonly owner?: string;
  /** OID of the role that asks; absent where nobody does: then it may do everything. */
  readonly role?: number;
  /** Whose rights count, where that is not the role: a view's owner's. */
  readonly as?: number | null;
  /** Within a SECURITY DEFINER function its owner, who is the current user there; functions of views are not the view's owner's. */
  readonly runAs?: number;
  /** Whose right to call functions counts, where that is not the role: a masking policy's owner's. */
  readonly callAs?: number;
  /** Where the rights that are needed are collected. */
  readonly rights?: NeededRights;
  /** Tables whose policies are being bound. */
  readonly underPolicies?: readonly ObjectId[];
  /** Masking policies whose bodies are being bound. */
  readonly underMasks?: readonly ObjectId[];
  /** false: SET row_security = off. */
  readonly rowSecurity?: boolean;
  /** The role that current_user and its like mean, where that is settled now. */
  readonly fixedRole?: number;
  /** The server itself asks, of the relations that the text names: whatever rights the user has. */
  readonly trusted?: boolean;
  /** Of a view whose text is bound: what names in it stand for. */
  readonly names?: ViewNames;
  /** Of a materialized view: the transaction has made it, and it is filled at its end. */
  readonly isUnfilled?: (view: ObjectId) => boolean;
  /** Functions that act may be called: the session makes the calls. */
  readonly performs?: boolean;
  readonly acting?: ActingMark[];
  /** The statement stands in the body of this routine: its name, and those of its parameters $1, $2 … */
  readonly routine?: {readonly name: string; readonly parameters: readonly (string | null)[]};
  /** It is the last one there, and gives what this routine gives. */
  readonly returns?: FunctionObject;
  /** Columns of a source declared without any; null when the connector needs a declaration. */
  readonly defaultSchema?: (connector: string, options: Readonly<Record<string, string>>) => Schema | null;
};

/** What is known and collected while one statement is bound. */
export class BindContext {
  readonly options: BindOptions;
  readonly parameters: Parameters;
  /** Relations named by the statement itself (not those within its views). */
  readonly dependencies: Set<ObjectId>;
  /** WITH queries that are still to come: naming one is an error with a hint. */
  upcoming: readonly string[] = [];
  /** The text speaks of system columns that are no constants. */
  readonly namesSystemColumns: boolean;
  /** What the user must have the right to. */
  readonly rights: NeededRights;
  /** Data-modifying WITH items, in order. */
  readonly steps: BoundStep[] = [];
  /** The plan is good for where a cursor stands now. */
  isPassing = false;
  /** Names in FROM clauses whose rows are locked, or are only to be known (locking.ts). */
  readonly rowsWanted = new Map<Node, RowsWanted>();
  /** Rows that the statement's query locks. */
  readonly locks: BoundLock[] = [];
  /** Tables whose rows the statement does not wait for. */
  readonly lockWaits = new Map<ObjectId, 'nowait' | 'skip locked'>();
  /** What the names of relations have been found to stand for. */
  readonly found: {
    relations: Record<string, ObjectId>;
    columns: Record<string, readonly (readonly [number, string])[]>;
    fields: Record<string, number[]>;
  } = {fields: {}, relations: {}, columns: {}};
  /** How many relations the statement has that exist while it runs (write-step.ts). */
  transients = 0;
  /** What the statement's query defines, where its result lives on. */
  defines: 'view' | 'materialized view' | null = null;
  /** Notes what the syntax tree means, for who prints it. */
  recorder: Recorder | null = null;
  /** It does not read anything yet. */
  definesOnly = false;
  /** Binds a data-modifying WITH item; null where a statement may have none. */
  bindWriting: ((ast: Dml, commonTables: CommonTables | null) => BoundDml) | null = null;
  /** The items of ROW(…) as they were before untyped literals became text. */
  readonly rowItems = new WeakMap<Expr, readonly Expr[]>();
  /** While the body of a function is bound: its name, the names of its parameters $1, $2 …, and how deep the calls nest. */
  functionName: string | null = null;
  functionParameters: readonly (string | null)[] = [];
  functionNesting = 0;
  /** Calls of functions that act (acting.ts), those in bodies and views too. */
  readonly acting: ActingMark[];
  /** Where those are noted that the text calls by itself. */
  private called: Set<ObjectId> | null = null;
  /**
   * Where in the text an expression came from; only for those that an error found later may be about. Not a weak map: the
   * context goes with its statement, and garbage collections take long over large weak ones.
   */
  private readonly positions = new Map<Expr, number>();
  /** Each unit of the text is a character. */
  private readonly isPlain: boolean;

  constructor(
    options: BindOptions,
    parameters = new Parameters(options.parameterTypes ?? [], options.parametersFixed),
  ) {
    this.options = options;
    this.isPlain = !/[\ud800-\udbff]/.test(options.text);
    this.parameters = parameters;
    this.acting = options.acting ?? [];
    this.functionName = options.routine?.name ?? null;
    this.functionParameters = options.routine?.parameters ?? [];
    this.dependencies = new Set();
    this.namesSystemColumns = /ctid|xmin/i.test(options.text);
    this.rights = options.rights ?? new NeededRights();
  }

  get catalog(): Catalog {
    return this.options.catalog;
  }

  get formatting(): FormatSettings {
    return this.options.formatting ?? DEFAULT_FORMAT;
  }

  /** What the statement does with a relation: the rights that it takes are noted there. */
  use(relation: ObjectId): RelationUse {
    // Nobody looks at what the server does for itself.
    const {trusted, as, runAs} = this.options;
    return (trusted ? new NeededRights() : this.rights).use(relation, as ?? runAs ?? null);
  }

  /** The statement calls a function that somebody made. */
  call(called: ObjectId): void {
    this.called?.add(called);
    this.rights.call(called, this.options.runAs ?? this.options.callAs ?? null);
  }

  /** What `bind` gives, and the functions that somebody made that it calls by itself. */
  withCalls<T>(bind: () => T): {readonly bound: T; readonly calls: readonly ObjectId[]} {
    const called = new Set<ObjectId>();
    this.called = called;
    try {
      return {bound: bind(), calls: [...called]};
    } finally {
      this.called = null;
    }
  }

  /** The role whose rights count, null: none is asked for. */
  get actingRole(): number | null {
    if (this.options.trusted) return null;
    return this.options.as ?? this.options.runAs ?? this.options.role ?? null;
  }

  /** The 1-based character position that Postgres reports for a node or an offset. */
  at(where: Node | number): number {
    const offset = typeof where === 'number' ? where : locationOf(where);
    if (this.isPlain) return Math.min(offset, this.options.text.length) + 1;
    const before = this.options.text.slice(0, offset);
    // Characters beyond the basic plane are two units of the text and one character.
    return before.length - (before.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0) + 1;
  }

  source(node: Node): string {
    return this.options.text.slice(node.span.start, node.span.end);
  }

  unsupported(what: string, where: Node | number, hint?: string): SqlError {
    return notSupported(what, this.at(where), hint);
  }

  mark<E extends Expr>(expr: E, where: Node | number): E {
    this.positions.set(expr, this.at(where));
    return expr;
  }

  markAt<E extends Expr>(expr: E, position: number): E {
    this.positions.set(expr, position);
    return expr;
  }

  positionOf(expr: Expr): number | undefined {
    return this.positions.get(expr);
  }
}
