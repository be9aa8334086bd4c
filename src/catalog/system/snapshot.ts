import type {AuditEntry} from '../../storage/audit-files.ts';
import type {Catalog} from '../catalog.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {CatalogColumn, MaterializedViewObject, TableObject, ViewObject} from '../object.ts';
import type {Policy} from '../row-security.ts';
import type {ViewBase} from '../updatability.ts';
import type {SequenceAccess} from './sequence-access.ts';
import type {CursorStatus, PreparedStatus, ServerStatistics, SystemStatus} from './status.ts';

/** What the rows of system relations and the answers of system functions are made from. */
export type SystemSnapshot = {
  readonly catalog: Catalog;
  readonly status: SystemStatus;
  readonly session: SessionFacts;
  /** Where there is an engine. */
  readonly sequences?: SequenceAccess;
  readonly printer?: DefinitionPrinter;
};

/** Prints stored definitions as PostgreSQL would; null: it is printed as it was written. */
type DefinitionPrinter = {
  readonly view: (view: ViewObject | MaterializedViewObject, options: PrintedAs) => string | null;
  /** Attribute numbers of the columns that a view's query names, by relation. */
  readonly columnsNamed: (
    view: ViewObject | MaterializedViewObject,
    catalog: Catalog,
  ) => ReadonlyMap<number, ReadonlySet<number>>;
  /** As of views. */
  readonly policyColumns: (
    table: TableObject,
    policy: Policy,
    catalog: Catalog,
  ) => ReadonlyMap<number, ReadonlySet<number>>;
  /** What rows are written to through a view; null: it is not automatically updatable. */
  readonly baseOf: (view: ViewObject, catalog: Catalog) => ViewBase | null;
  readonly expression: (stored: StoredExpression, options: PrintedAs) => string | null;
};

/** An expression over the columns of a table, as it was written. */
export type StoredExpression = {
  readonly text: string;
  readonly table: {
    readonly schema?: string;
    readonly table: string;
    readonly oid: number;
    readonly columns: readonly CatalogColumn[];
  };
  /** The search path that it was written in; absent: it means the same in any. */
  readonly writtenIn?: readonly string[];
  /** What it becomes where it is used. */
  readonly wanted?: SqlType;
};

export type PrintedAs = {
  readonly catalog: Catalog;
  readonly searchPath: readonly string[];
  /** Only the parentheses that are needed. */
  readonly pretty: boolean;
  /** Where lists are wrapped; 0: each item has its line. */
  readonly wrap: number;
};

/** The asking session. */
type SessionFacts = {
  /** current_user, its OID, and session_user. */
  readonly user: string;
  readonly role: number;
  readonly sessionUser: string;
  readonly database: string;
  readonly searchPath: readonly string[];
  readonly settings: readonly SettingFact[];
  /** As SHOW tells it, of those too that pg_settings does not list; undefined for an unknown name. */
  settingOf(name: string): string | undefined;
  readonly processId: number;
  /** Of the statement that asks: its text, when it began (µs since 1970 UTC), and whence the client calls. */
  readonly query?: string;
  readonly statementNow?: bigint;
  readonly client?: string;
  readonly cursors?: readonly CursorStatus[];
  /** The audit trail; only for statements that read it. */
  readonly audit?: readonly AuditEntry[];
  /** Only for statements that read what is made of them. */
  readonly statistics?: ServerStatistics;
  /** As above, what VACUUM and ANALYZE have done. */
  readonly maintenance?: ServerStatistics['maintenance'];
  /** The transaction's number, if it has one. */
  readonly transactionId?: bigint;
  /** Only for statements that ask for them. */
  readonly transactions?: TransactionFacts;
  readonly prepared?: readonly PreparedStatus[];
  /** The channels of LISTEN. */
  readonly listening?: readonly string[];
};

/** Transactions that have a number: the next one, those that run, and how the last ones ended. */
export type TransactionFacts = {
  readonly next: bigint;
  readonly running: readonly bigint[];
  readonly ended: ReadonlyMap<bigint, 'committed' | 'aborted'>;
};

/** A row of pg_settings. */
export type SettingFact = {
  readonly name: string;
  /** As it is stored: a number of units. */
  readonly setting: string;
  /** What RESET goes back to, and what is built in. */
  readonly default: string;
  readonly boot: string | null;
  readonly source: string;
  readonly description: string;
  readonly more?: string | null;
  readonly flags?: readonly string[];
  readonly category?: string;
  readonly context?: string;
  readonly vartype?: string;
  readonly unit?: string;
  readonly range?: readonly [low: string, high: string];
  readonly words?: readonly string[];
};
