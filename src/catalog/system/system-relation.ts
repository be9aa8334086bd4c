import type {Datum} from '../../types/datum.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {CatalogColumn} from '../object.ts';
import type {SystemSnapshot} from './snapshot.ts';

/**
 * A relation whose rows are computed from the catalog and the server's state at the moment of reading. It is
 * always one-shot: nothing that lives on (a materialized view, a sink) may read it.
 */
export type SystemRelation = {
  readonly kind: 'system';
  /** Postgres's own, where it has the relation; below 16384. */
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  /** As pg_class.relkind shows it. */
  readonly relkind: 'r' | 'v';
  readonly columns: readonly CatalogColumn[];
  rows(snapshot: SystemSnapshot): readonly (readonly Datum[])[];
};

type Definition<Name extends string> = {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly relkind?: 'r' | 'v';
  readonly columns: Readonly<Record<Name, SqlType>>;
  /** Columns left out are NULL. */
  readonly rows: (snapshot: SystemSnapshot) => Iterable<Partial<Record<Name, Datum>>>;
};

/** A system relation whose rows are written by column name. */
export function systemRelation<Name extends string>(definition: Definition<Name>): SystemRelation {
  const names = Object.keys(definition.columns) as Name[];
  return {
    kind: 'system',
    oid: definition.oid,
    schema: definition.schema,
    name: definition.name,
    relkind: definition.relkind ?? 'r',
    columns: names.map(name => ({name, type: definition.columns[name], nullable: true, default: null})),
    rows: snapshot => Array.from(definition.rows(snapshot), row => names.map(name => row[name] ?? null)),
  };
}

/** A catalog for a feature that does not exist here: true, and empty. */
export function emptyRelation(definition: Omit<Definition<string>, 'rows'>): SystemRelation {
  return systemRelation({...definition, rows: () => []});
}
