import type {SqlType} from './sql-type.ts';

// What the types that users have made are called and made of. Types in plans, catalogs and rows carry an OID only: names
// and labels may change under them. Each thread has its own copy, which it replaces when its catalog changes.

export type EnumLabel = {
  /** What stands in rows: greater for a later label, with room between two for others. */
  readonly position: number;
  readonly label: string;
  /** pg_enum.oid. */
  readonly oid: number;
};

export type UserType = {
  readonly oid: number;
  readonly name: string;
  readonly schema: string;
  readonly type: SqlType;
  /** Of an enum, in order. */
  readonly labels?: readonly EnumLabel[];
};

/** Of the database that this process serves. */
let findType: (oid: number) => UserType | undefined = () => undefined;
/** Those that somebody has asked for. */
let types = new Map<number, UserType>();
let labels = new Map<number, LabelIndex>();

type LabelIndex = {
  readonly byPosition: ReadonlyMap<number, string>;
  readonly byLabel: ReadonlyMap<string, number>;
};

/** From now on types are what `find` says, which gives the same until something else is published. */
export function publishUserTypes(find: (oid: number) => UserType | undefined): void {
  findType = find;
  types = new Map();
  labels = new Map();
}

/** By its OID (not that of an array of it). */
export function userType(oid: number): UserType | undefined {
  let type = types.get(oid);
  if (!type) {
    type = findType(oid);
    if (type) types.set(oid, type);
  }
  return type;
}

/** The labels of an enum in order; none if there is no such enum (any more). */
export function enumLabels(oid: number): readonly EnumLabel[] {
  return userType(oid)?.labels ?? [];
}

export function labelAt(oid: number, position: number): string | undefined {
  return labelIndex(oid).byPosition.get(position);
}

export function positionOfLabel(oid: number, label: string): number | undefined {
  return labelIndex(oid).byLabel.get(label);
}

function labelIndex(oid: number): LabelIndex {
  let index = labels.get(oid);
  if (!index) {
    const all = enumLabels(oid);
    index = {
      byPosition: new Map(all.map(({position, label}) => [position, label])),
      byLabel: new Map(all.map(({position, label}) => [label, position])),
    };
    labels.set(oid, index);
  }
  return index;
}

// OIDs of what comes with a type or a relation are derived from its own, which stay far below these distances. All fit
// 31 bits: there are clients that read OIDs as signed.
const ARRAY = 500_000_000;
const ROW_TYPE = 1_000_000_000;
const COMPOSITE_CLASS = 2_000_000_000;

/** pg_type.oid of the arrays of a user's type. */
export function arrayTypeOid(element: number): number {
  return element + ARRAY;
}

export function elementTypeOid(array: number): number {
  return array - ARRAY;
}

/** pg_type.oid of the rows of a relation: pg_class.reltype. */
export function rowTypeOid(relation: number): number {
  return relation + ROW_TYPE;
}

export function relationOfRowType(type: number): number {
  return type - ROW_TYPE;
}

/** pg_class.oid of a composite type's entry there: pg_type.typrelid. */
export function compositeClassOid(type: number): number {
  return type + COMPOSITE_CLASS;
}

export function typeOfCompositeClass(relation: number): number {
  return relation - COMPOSITE_CLASS;
}
