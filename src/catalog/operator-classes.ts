import {baseOf, type SqlType} from '../types/sql-type.ts';
import {kindName} from '../types/type-names.ts';

/** One row of pg_opclass: what kind of order or search an index has over values of a type. */
export type OperatorClass = {
  readonly oid: number;
  readonly method: string;
  readonly name: string;
  /** As format_type names it; `anyarray` and its kin stand for families of types. */
  readonly type: string;
  readonly isDefault: boolean;
};

/** By access method: name, type (+ for a space; a star: the type's default) and OID, as PostgreSQL's catalog has them. */
const CLASSES: Readonly<Record<string, string>> = {
  brin: `
    bit_minmax_ops bit* 10151
    box_inclusion_ops box* 10163
    bpchar_bloom_ops character 10132
    bpchar_minmax_ops character* 10131
    bytea_bloom_ops bytea 10093
    bytea_minmax_ops bytea* 10092
    char_bloom_ops "char" 10095
    char_minmax_ops "char"* 10094
    date_bloom_ops date 10138
    date_minmax_multi_ops date 10137
    date_minmax_ops date* 10136
    float4_bloom_ops real 10117
    float4_minmax_multi_ops real 10116
    float4_minmax_ops real* 10115
    float8_bloom_ops double+precision 10120
    float8_minmax_multi_ops double+precision 10119
    float8_minmax_ops double+precision* 10118
    inet_bloom_ops inet 10129
    inet_inclusion_ops inet* 10130
    inet_minmax_multi_ops inet 10128
    inet_minmax_ops inet 10127
    int2_bloom_ops smallint 10103
    int2_minmax_multi_ops smallint 10102
    int2_minmax_ops smallint* 10101
    int4_bloom_ops integer 10106
    int4_minmax_multi_ops integer 10105
    int4_minmax_ops integer* 10104
    int8_bloom_ops bigint 10100
    int8_minmax_multi_ops bigint 10099
    int8_minmax_ops bigint* 10098
    interval_bloom_ops interval 10147
    interval_minmax_multi_ops interval 10146
    interval_minmax_ops interval* 10145
    macaddr8_bloom_ops macaddr8 10126
    macaddr8_minmax_multi_ops macaddr8 10125
    macaddr8_minmax_ops macaddr8* 10124
    macaddr_bloom_ops macaddr 10123
    macaddr_minmax_multi_ops macaddr 10122
    macaddr_minmax_ops macaddr* 10121
    name_bloom_ops name 10097
    name_minmax_ops name* 10096
    numeric_bloom_ops numeric 10155
    numeric_minmax_multi_ops numeric 10154
    numeric_minmax_ops numeric* 10153
    oid_bloom_ops oid 10111
    oid_minmax_multi_ops oid 10110
    oid_minmax_ops oid* 10109
    pg_lsn_bloom_ops pg_lsn 10162
    pg_lsn_minmax_multi_ops pg_lsn 10161
    pg_lsn_minmax_ops pg_lsn* 10160
    range_inclusion_ops anyrange* 10159
    text_bloom_ops text 10108
    text_minmax_ops text* 10107
    tid_bloom_ops tid 10113
    tid_minmax_multi_ops tid 10114
    tid_minmax_ops tid* 10112
    time_bloom_ops time+without+time+zone 10135
    time_minmax_multi_ops time+without+time+zone 10134
    time_minmax_ops time+without+time+zone* 10133
    timestamp_bloom_ops timestamp+without+time+zone 10141
    timestamp_minmax_multi_ops timestamp+without+time+zone 10140
    timestamp_minmax_ops timestamp+without+time+zone* 10139
    timestamptz_bloom_ops timestamp+with+time+zone 10144
    timestamptz_minmax_multi_ops timestamp+with+time+zone 10143
    timestamptz_minmax_ops timestamp+with+time+zone* 10142
    timetz_bloom_ops time+with+time+zone 10150
    timetz_minmax_multi_ops time+with+time+zone 10149
    timetz_minmax_ops time+with+time+zone* 10148
    uuid_bloom_ops uuid 10158
    uuid_minmax_multi_ops uuid 10157
    uuid_minmax_ops uuid* 10156
    varbit_minmax_ops bit+varying* 10152`,
  btree: `
    array_ops anyarray* 10000
    bit_ops bit* 10002
    bool_ops boolean* 10003
    bpchar_ops character* 10004
    bpchar_pattern_ops character 4219
    bytea_ops bytea* 10006
    char_ops "char"* 10007
    cidr_ops inet 10009
    date_ops date* 3122
    enum_ops anyenum* 10069
    float4_ops real* 10012
    float8_ops double+precision* 3123
    inet_ops inet* 10015
    int2_ops smallint* 1979
    int4_ops integer* 1978
    int8_ops bigint* 3124
    interval_ops interval* 10022
    jsonb_ops jsonb* 10088
    macaddr8_ops macaddr8* 10026
    macaddr_ops macaddr* 10024
    money_ops money* 10047
    multirange_ops anymultirange* 10080
    name_ops name* 10028
    numeric_ops numeric* 3125
    oid_ops oid* 1981
    oidvector_ops oidvector* 10032
    pg_lsn_ops pg_lsn* 10067
    range_ops anyrange* 10076
    record_image_ops record 10036
    record_ops record* 10034
    text_ops text* 3126
    text_pattern_ops text 4217
    tid_ops tid* 10050
    time_ops time+without+time+zone* 10038
    timestamp_ops timestamp+without+time+zone* 3128
    timestamptz_ops timestamp+with+time+zone* 3127
    timetz_ops time+with+time+zone* 10041
    tsquery_ops tsquery* 10074
    tsvector_ops tsvector* 10071
    uuid_ops uuid* 10065
    varbit_ops bit+varying* 10043
    varchar_ops text 10044
    varchar_pattern_ops text 4218
    xid8_ops xid8* 10053`,
  gin: `
    array_ops anyarray* 10064
    jsonb_ops jsonb* 10090
    jsonb_path_ops jsonb 10091
    tsvector_ops tsvector* 10073`,
  gist: `
    box_ops box* 10060
    circle_ops circle* 10063
    inet_ops inet 10017
    multirange_ops anymultirange* 10082
    point_ops point* 10061
    poly_ops polygon* 10062
    range_ops anyrange* 10078
    tsquery_ops tsquery* 10075
    tsvector_ops tsvector* 10072`,
  hash: `
    aclitem_ops aclitem* 10059
    array_ops anyarray* 10001
    bool_ops boolean* 10048
    bpchar_ops character* 10005
    bpchar_pattern_ops character 10058
    bytea_ops bytea* 10049
    char_ops "char"* 10008
    cid_ops cid* 10054
    cidr_ops inet 10010
    date_ops date* 10011
    enum_ops anyenum* 10070
    float4_ops real* 10013
    float8_ops double+precision* 10014
    inet_ops inet* 10016
    int2_ops smallint* 10019
    int4_ops integer* 10020
    int8_ops bigint* 10021
    interval_ops interval* 10023
    jsonb_ops jsonb* 10089
    macaddr8_ops macaddr8* 10027
    macaddr_ops macaddr* 10025
    multirange_ops anymultirange* 10081
    name_ops name* 10029
    numeric_ops numeric* 10030
    oid_ops oid* 10031
    oidvector_ops oidvector* 10033
    pg_lsn_ops pg_lsn* 10068
    range_ops anyrange* 10077
    record_ops record* 10035
    text_ops text* 10037
    text_pattern_ops text 10056
    tid_ops tid* 10055
    time_ops time+without+time+zone* 10039
    timestamp_ops timestamp+without+time+zone* 10046
    timestamptz_ops timestamp+with+time+zone* 10040
    timetz_ops time+with+time+zone* 10042
    uuid_ops uuid* 10066
    varchar_ops text 10045
    varchar_pattern_ops text 10057
    xid8_ops xid8* 10052
    xid_ops xid* 10051`,
  spgist: `
    box_ops box* 10083
    inet_ops inet* 10018
    kd_point_ops point 10085
    poly_ops polygon* 10087
    quad_point_ops point* 10084
    range_ops anyrange* 10079
    text_ops text* 10086`,
};

const all: readonly OperatorClass[] = Object.entries(CLASSES).flatMap(([method, lines]) =>
  lines
    .trim()
    .split('\n')
    .map(line => {
      const [name, type, oid] = line.trim().split(' ');
      const isDefault = type.endsWith('*');
      return {oid: Number(oid), method, name, type: type.replace('*', '').replaceAll('+', ' '), isDefault};
    }),
);

export function operatorClassNamed(method: string, name: string): OperatorClass | undefined {
  return all.find(row => row.method === method && row.name === name);
}

/** `types`: names that the indexed type goes by, its own first. */
export function defaultOperatorClass(method: string, types: readonly string[]): OperatorClass | undefined {
  for (const type of types) {
    const found = all.find(row => row.method === method && row.isDefault && row.type === type);
    if (found) return found;
  }
  return undefined;
}

/** What the type is to operator classes, its own name first. */
export function indexedTypeNames(type: SqlType): string[] {
  const base = baseOf(type);
  const own = kindName(base);
  if (base.kind === 'array') return [own, 'anyarray'];
  if (base.kind === 'varchar') return [own, 'text'];
  if (base.kind === 'cidr') return [own, 'inet'];
  if (base.kind.endsWith('multirange')) return [own, 'anymultirange'];
  if (base.kind.endsWith('range')) return [own, 'anyrange'];
  if (base.kind === 'enum') return [own, 'anyenum'];
  if (base.kind === 'struct') return [own, 'record'];
  if (base.kind.startsWith('reg')) return [own, 'oid'];
  return [own];
}
