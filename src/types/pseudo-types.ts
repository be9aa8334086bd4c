/** A type that no value and no column has, only the signature of a function (manual 8.21). */
type PseudoType = {
  readonly name: string;
  readonly oid: number;
  readonly arrayOid: number;
  readonly length: number;
};

const row = (name: string, oid: number, length: number, arrayOid = 0): PseudoType => ({name, oid, arrayOid, length});

/** Those of pg_type, without `record`, `void` and `unknown`, which expressions do have here. */
export const pseudoTypes: readonly PseudoType[] = [
  row('pg_ddl_command', 32, 8),
  row('table_am_handler', 269, 4),
  row('index_am_handler', 325, 4),
  row('cstring', 2275, -2, 1263),
  row('any', 2276, 4),
  row('anyarray', 2277, -1),
  row('trigger', 2279, 4),
  row('language_handler', 2280, 4),
  row('internal', 2281, 8),
  row('anyelement', 2283, 4),
  row('anynonarray', 2776, 4),
  row('fdw_handler', 3115, 4),
  row('tsm_handler', 3310, 4),
  row('anyenum', 3500, 4),
  row('anyrange', 3831, -1),
  row('event_trigger', 3838, 4),
  row('anymultirange', 4537, -1),
  row('anycompatiblemultirange', 4538, -1),
  row('anycompatible', 5077, 4),
  row('anycompatiblearray', 5078, -1),
  row('anycompatiblenonarray', 5079, 4),
  row('anycompatiblerange', 5080, -1),
];

const byName = new Map(pseudoTypes.map(type => [type.name, type]));
const names = new Map(
  pseudoTypes.flatMap(({name, oid, arrayOid}) => {
    const shown = name === 'any' ? '"any"' : name;
    return arrayOid === 0 ? [[oid, shown] as const] : [[oid, shown] as const, [arrayOid, `${shown}[]`] as const];
  }),
);

export function pseudoTypeNamed(name: string): PseudoType | undefined {
  return byName.get(name);
}

/** As format_type prints it. */
export function pseudoTypeName(oid: number): string | undefined {
  return names.get(oid);
}
