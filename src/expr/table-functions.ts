import type {Datum} from '../types/datum.ts';
import type {Schema} from '../types/schema.ts';
import type {SqlType} from '../types/sql-type.ts';
import type {CallContext, ParameterType} from './function-row.ts';
import {aclFunctions} from './table-functions/acl.ts';
import {arrayFunctions} from './table-functions/arrays.ts';
import {jsonFunctions} from './table-functions/json.ts';
import {jsonPathFunctions} from './table-functions/json-path.ts';
import {jsonRecordFunctions} from './table-functions/json-records.ts';
import {oneRowFunctions} from './table-functions/one-row.ts';
import {keywordFunctions} from './table-functions/keywords.ts';
import {optionFunctions} from './table-functions/options.ts';
import {partitionFunctions} from './table-functions/partitions.ts';
import {objectFunctions} from './table-functions/objects.ts';
import {serverFunctions} from './table-functions/server.ts';
import {sessionFunctions} from './table-functions/session.ts';
import {seriesFunctions} from './table-functions/series.ts';
import {textFunctions} from './table-functions/text.ts';
import {textSearchFunctions} from './table-functions/text-search.ts';
import {xmlTableFunctions} from './table-functions/xml.ts';

/** A function that returns rows: one overload, one row of this registry. */
export type TableFunctionRow = {
  /** pg_proc.oid. */
  readonly oid: number;
  readonly name: string;
  readonly args: readonly ParameterType[];
  /** How many trailing parameters may be left out; their defaults stand in `rows`. */
  readonly optional?: number;
  /** What the parameters are called, for calls that name them. */
  readonly names?: readonly string[];
  /** Of the last parameters, where a call by name may leave one out before another. */
  readonly defaults?: readonly Datum[];
  /** `generate_series(int4,int4)`. */
  readonly signature: string;
  readonly returns: (args: readonly SqlType[]) => Schema;
  /** false: `rows` sees nulls; else a NULL argument gives no rows. */
  readonly strict?: boolean;
  /** The composite type that its rows are values of; absent or null: its columns are a composite only where they are several. */
  readonly rowType?: (args: readonly SqlType[]) => SqlType | null;
  /** It returns `record`: the call says of which columns. */
  readonly definedByCall?: (args: readonly SqlType[]) => boolean;
  /** Rows for one call, of the columns of `resultType`; null: a composite that is NULL. May be lazy. Errors: SqlError. */
  readonly rows: (args: readonly Datum[], context: CallContext) => Iterable<readonly Datum[] | null>;
  readonly description: string;
};

const all: readonly TableFunctionRow[] = [
  ...partitionFunctions,
  ...seriesFunctions,
  ...objectFunctions,
  ...serverFunctions,
  ...sessionFunctions,
  ...aclFunctions,
  ...arrayFunctions,
  ...jsonFunctions,
  ...jsonPathFunctions,
  ...jsonRecordFunctions,
  ...textFunctions,
  ...textSearchFunctions,
  ...xmlTableFunctions,
  ...keywordFunctions,
  ...optionFunctions,
  ...oneRowFunctions,
];
const byName = new Map<string, TableFunctionRow[]>();
const bySignature = new Map(all.map(row => [row.signature, row]));
for (const row of all) byName.set(row.name, [...(byName.get(row.name) ?? []), row]);

export function tableFunctionsNamed(name: string): readonly TableFunctionRow[] {
  return byName.get(name) ?? [];
}

/** Errors: a plain Error, for a plan that names what is not here. */
export function tableFunctionBySignature(signature: string): TableFunctionRow {
  const row = bySignature.get(signature);
  if (!row) throw new Error(`no such table function: ${signature}`);
  return row;
}

export function allTableFunctions(): readonly TableFunctionRow[] {
  return all;
}
