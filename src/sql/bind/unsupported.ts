/** Documented functions of Postgres 15 that are not here: to use one is no mistake of the user's. */
const functions = new Set(
  `array_fill array_to_json box currval daterange enum_first enum_last enum_range int4range int8range
  json_object json_populate_record json_populate_recordset json_strip_nulls json_to_record json_to_recordset
  jsonb_insert jsonb_object jsonb_path_exists jsonb_path_exists_tz jsonb_path_match jsonb_path_match_tz jsonb_path_query
  jsonb_path_query_array jsonb_path_query_array_tz jsonb_path_query_first jsonb_path_query_first_tz jsonb_path_query_tz
  jsonb_populate_record jsonb_populate_recordset jsonb_set_lax jsonb_to_record jsonb_to_recordset lastval nextval
  numrange pg_trigger_depth plainto_tsquery point polygon range_agg setval to_tsquery to_tsvector ts_headline ts_rank tsrange
  tstzrange websearch_to_tsquery xmlagg xpath`.split(/\s+/),
);

/** Operators of Postgres 15 of which there is none here for any types. */
const operators = new Set('@? @@ ## <-> -|- &< &> <<| |>> &<| |&> ?# ?- ?-| ?|| ~= <^ >^'.split(' '));

export function isPostgresFunction(name: string): boolean {
  return functions.has(name);
}

export function isPostgresOperator(name: string): boolean {
  return operators.has(name);
}
