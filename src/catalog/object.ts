import type {Acl} from './acl.ts';
import type {Expr} from '../expr/expr.ts';
import type {Datum} from '../types/datum.ts';
import type {Schema} from '../types/schema.ts';
import type {Field, SqlType} from '../types/sql-type.ts';
import type {EnumLabel} from '../types/user-types.ts';
import type {CheckConstraint, ForeignKey, TableIndex} from './constraints.ts';
import type {Policy, RowSecurity} from './row-security.ts';
import type {Collation} from './system/collations.ts';
import type {SystemRelation} from './system/system-relation.ts';

/** Identity of an object for its whole life; at least 16384 for users' objects, never given twice. */
export type ObjectId = number;

export type CatalogColumn = {
  readonly name: string;
  readonly type: SqlType;
  readonly nullable: boolean;
  /** What INSERT puts where it names no value; null: NULL. Free of columns, already of the column's type. */
  readonly default: ColumnDefault | null;
  /** GENERATED ALWAYS AS (…) STORED: over the table's columns. */
  readonly generated?: ColumnDefault | null;
  readonly identity?: 'always' | 'by default' | null;
  readonly comment?: string | null;
  /** What was granted on the column alone. */
  readonly acl?: Acl;
  /** Its values are seen through this policy, which gets them and those of further columns (by attribute number). */
  readonly masking?: {readonly policy: ObjectId; readonly others: readonly number[]};
  /** It was dropped, or serves an index: rows have it, and nothing else knows of it. */
  readonly dropped?: boolean;
  /** Its attribute number, where that is not its place among the columns. */
  readonly number?: number;
  /** What rows have in it that are older than the column; undefined: there are none, or NULL. */
  readonly missing?: Datum;
};

/** The functions that somebody made that an expression calls by itself; absent: none, or nobody noted them when it was made. */
export type Calls = {readonly calls?: readonly ObjectId[]};

/** `text` is the expression as written, for the catalogs. */
export type ColumnDefault = Calls & {readonly expr: Expr; readonly text: string};

type Common = {
  readonly oid: ObjectId;
  readonly name: string;
  /** The namespace's name. */
  readonly schema: string;
  /** The role's name. */
  readonly owner: string;
  /** The statement that made it, without the semicolon. */
  readonly definition: string;
  /** Relations and types that must not go before this one does; not the types of a table's columns. */
  readonly dependsOn: readonly ObjectId[];
  readonly comment: string | null;
  /** Who may do what with it; undefined: as objects of its kind are made (rights.ts). */
  readonly acl?: Acl;
};

export type SchemaObject = Common & {readonly kind: 'schema'};

export type TableObject = Common & {
  readonly kind: 'table';
  /** As rows have them: columns come behind the others, and stay when they are dropped. */
  readonly columns: readonly CatalogColumn[];
  /** How often it was altered so that rows made for it before do not fit. */
  readonly generation: number;
  /** Those of keys too; the primary key's is the first. */
  readonly indexes: readonly TableIndex[];
  readonly checks: readonly CheckConstraint[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly policies?: readonly Policy[];
  readonly rowSecurity?: RowSecurity;
  readonly unlogged?: boolean;
  /** Of a temporary table, where its rows do not outlive the transaction. */
  readonly onCommit?: 'delete rows' | 'drop';
  /** Storage parameters: they are kept and shown, and mean nothing here. */
  readonly options?: Options;
};

export type SequenceObject = Common & {
  readonly kind: 'sequence';
  /** smallint, integer or bigint. */
  readonly type: SqlType;
  readonly start: bigint;
  readonly increment: bigint;
  readonly min: bigint;
  readonly max: bigint;
  readonly cache: bigint;
  readonly cycle: boolean;
  /** The column that it goes with; columns are numbered from 0. */
  readonly ownedBy: {readonly table: ObjectId; readonly column: number} | null;
  readonly unlogged?: boolean;
  /** It is the column's identity: no object of its own. */
  readonly identity: boolean;
  /** What SELECT * FROM it shows. */
  readonly columns: readonly CatalogColumn[];
};

/** By lower-case name, as declared; several values are joined by commas. What they mean is the connector's. */
export type Options = Readonly<Record<string, string>>;

export type Format = {
  /** `plain`, `upsert`, `debezium` … */
  readonly format: string;
  /** `json`, `csv` … */
  readonly encode: string;
  readonly options: Options;
};

/** `WATERMARK FOR column AS expr`: `expr` over the source's columns, of the column's type. */
export type Watermark = {readonly column: number; readonly expr: Expr; readonly text: string};

/**
 * A source, however it was written: `connector` is `kafka`, `file`, `load generator` …, option names are ours
 * (RisingWave's spellings are already turned into them).
 */
export type SourceObject = Common & {
  readonly kind: 'source';
  readonly columns: readonly CatalogColumn[];
  readonly connector: string;
  /** Only of a load generator: `auction`, `nexmark`, `counter`. */
  readonly generator: string | null;
  readonly options: Options;
  /** null: the connector makes rows itself. */
  readonly format: Format | null;
  readonly watermark: Watermark | null;
};

/** What the names in a view's text stood for when it was made: later renames and new columns mean nothing to it. */
export type ViewNames = {
  /** By name as written. */
  readonly relations: Readonly<Record<string, ObjectId>>;
  /** Attribute number and name, by relation. */
  readonly columns: Readonly<Record<string, readonly (readonly [number: number, name: string])[]>>;
  /** Attribute numbers that are selected from whole rows, `(x).f`, by relation. */
  readonly fields?: Readonly<Record<string, readonly number[]>>;
};

/** `query` is bound again wherever the view is used, in the search path it was written in. */
export type ViewObject = Common & {
  readonly kind: 'view';
  readonly query: string;
  readonly names: ViewNames;
  /** security_barrier, security_invoker. */
  readonly options?: Options;
  readonly searchPath: readonly string[];
  readonly columns: readonly CatalogColumn[];
};

export type MaterializedViewObject = Common & {
  readonly kind: 'materialized view';
  readonly query: string;
  /** Absent in records of old: its names stand for what has them now. */
  readonly names?: ViewNames;
  readonly searchPath: readonly string[];
  readonly columns: readonly CatalogColumn[];
  readonly options: Options;
  /** Made WITH NO DATA, and not refreshed yet: nothing runs for it. */
  readonly unpopulated?: boolean;
  readonly indexes?: readonly TableIndex[];
};

export type SinkObject = Common & {
  readonly kind: 'sink';
  /** The relation of `FROM name`; null: `query` says. */
  readonly from: ObjectId | null;
  readonly query: string | null;
  readonly searchPath: readonly string[];
  readonly columns: readonly CatalogColumn[];
  readonly connector: string;
  readonly options: Options;
  readonly format: Format | null;
};

/** A range or multirange; `partner` is the other of the two, which comes and goes with it. */
export type RangeForm = {
  readonly type: 'range' | 'multirange';
  readonly subtype: SqlType;
  readonly partner: ObjectId;
  /** subtype_diff as it was written: looked at by nobody, since there are no such indexes. */
  readonly difference: string | null;
};

/** Of a composite type. */
export type Attribute = Field & {readonly comment?: string | null};

/** An enum, a composite type or a range. */
export type TypeObject = Common & {
  readonly kind: 'type';
  readonly form:
    | {readonly type: 'enum'; readonly labels: readonly EnumLabel[]}
    | {readonly type: 'composite'; readonly attributes: readonly Attribute[]}
    | RangeForm;
};

export type DomainCheck = Calls & {
  readonly oid: ObjectId;
  readonly name: string;
  /** Over the one column VALUE, which is of the domain's base type; boolean. */
  readonly expr: Expr;
  readonly text: string;
  /** Rows that were there before it have been checked. */
  readonly validated: boolean;
  readonly comment?: string | null;
};

export type DomainObject = Common & {
  readonly kind: 'domain';
  /** With its modifiers; of another domain where this one is over that. */
  readonly base: SqlType;
  readonly notNull: boolean;
  readonly default: ColumnDefault | null;
  readonly checks: readonly DomainCheck[];
};

export type CollationObject = Common & Omit<Collation, 'oid' | 'name' | 'schema'> & {readonly kind: 'collation'};

export type FunctionParameterObject = {
  readonly name: string | null;
  readonly mode: 'in' | 'out' | 'inout' | 'variadic';
  /** Of VARIADIC, the array's. */
  readonly type: SqlType;
  readonly default: ColumnDefault | null;
};

export type FunctionObject = Common & {
  readonly kind: 'function';
  readonly parameters: readonly FunctionParameterObject[];
  /** Of one row, if it gives several. */
  readonly returns: SqlType;
  /** It gives rows, not one value. */
  readonly set: boolean;
  readonly language: 'sql' | 'javascript';
  readonly volatility: 'immutable' | 'stable' | 'volatile';
  readonly strict: boolean;
  readonly leakproof?: boolean;
  /** SECURITY DEFINER: it runs with its owner's rights. */
  readonly definer?: boolean;
  /** SET search_path: what its names are looked up in, as it was written. */
  readonly ownPath?: readonly string[];
  /** SET of other parameters, by the names that they have: what they are while it runs. */
  readonly settings?: readonly (readonly [string, string])[];
  readonly parallel?: 'unsafe' | 'restricted' | 'safe';
  /** As declared; undefined: Postgres's defaults. */
  readonly cost?: number;
  readonly rows?: number;
  /** The columns of RETURNS TABLE. */
  readonly table?: readonly Field[];
  readonly body: string;
  readonly procedure?: true;
  /** It does more than give a value: its statements are run one after the other, by the session. */
  readonly acts?: true;
  /** The body was not quoted: how it was written. */
  readonly form?: 'return' | 'atomic';
  readonly searchPath: readonly string[];
};

/** What the catalog keeps and the storage layer persists; plain data. */
export type CatalogObject =
  | SchemaObject
  | TableObject
  | SequenceObject
  | SourceObject
  | ViewObject
  | MaterializedViewObject
  | SinkObject
  | TypeObject
  | DomainObject
  | CollationObject
  | FunctionObject;
export type ObjectKind = CatalogObject['kind'];

/** Something a query may read. Sinks share the names of relations, but no query reads one. */
export type CatalogRelation = TableObject | SequenceObject | SourceObject | ViewObject | MaterializedViewObject;
export type Relation = CatalogRelation | SystemRelation;

export function isRelation(object: CatalogObject | SystemRelation): object is Relation {
  return object.kind !== 'schema' && object.kind !== 'sink' && !isApart(object) && !isType(object);
}

/** It has no name among those of relations. */
export function isApart(object: CatalogObject | SystemRelation): object is FunctionObject | CollationObject {
  return object.kind === 'function' || object.kind === 'collation';
}

export function isType(object: CatalogObject | SystemRelation): object is TypeObject | DomainObject {
  return object.kind === 'type' || object.kind === 'domain';
}

export function schemaOf(object: {readonly columns: readonly CatalogColumn[]} | SystemRelation): Schema {
  return object.columns.map(({name, type, nullable}) => ({name, type, nullable}));
}

/** A column with its place in rows and its attribute number. */
export type LiveColumn = {readonly column: CatalogColumn; readonly index: number; readonly number: number};

/** The columns that can be named, in their order. */
export function liveColumns({columns}: {readonly columns: readonly CatalogColumn[]}): readonly LiveColumn[] {
  const live = columns.flatMap((column, index) =>
    column.dropped ? [] : [{column, index, number: column.number ?? index + 1}],
  );
  return live.sort((a, b) => a.number - b.number);
}
