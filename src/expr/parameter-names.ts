/** What pg_proc calls the parameters of functions whose rows do not say it themselves, by their signatures. */
const NAMES: Readonly<Record<string, string>> = {
  'aclexplode(aclitem[])': 'acl',
  'json_array_element(json,int4)': 'from_json, element_index',
  'json_array_element_text(json,int4)': 'from_json, element_index',
  'json_array_elements(json)': 'from_json',
  'json_array_elements_text(json)': 'from_json',
  'json_each(json)': 'from_json',
  'json_each_text(json)': 'from_json',
  'json_extract_path(json,text)': 'from_json, path_elems',
  'json_extract_path_text(json,text)': 'from_json, path_elems',
  'json_object_field(json,text)': 'from_json, field_name',
  'json_object_field_text(json,text)': 'from_json, field_name',
  'jsonb_array_element(jsonb,int4)': 'from_json, element_index',
  'jsonb_array_element_text(jsonb,int4)': 'from_json, element_index',
  'jsonb_array_elements(jsonb)': 'from_json',
  'jsonb_array_elements_text(jsonb)': 'from_json',
  'jsonb_each(jsonb)': 'from_json',
  'jsonb_each_text(jsonb)': 'from_json',
  'jsonb_extract_path(jsonb,text)': 'from_json, path_elems',
  'jsonb_extract_path_text(jsonb,text)': 'from_json, path_elems',
  'jsonb_object_field(jsonb,text)': 'from_json, field_name',
  'jsonb_object_field_text(jsonb,text)': 'from_json, field_name',
  'pg_get_object_address(text,text[],text[])': 'type, object_names, object_args',
  'pg_identify_object(oid,oid,int4)': 'classid, objid, objsubid',
  'pg_identify_object_as_address(oid,oid,int4)': 'classid, objid, objsubid',
  'pg_options_to_table(text[])': 'options_array',
  'pg_partition_ancestors(regclass)': 'partitionid',
  'pg_partition_tree(regclass)': 'rootrelid',
  'pg_sequence_parameters(oid)': 'sequence_oid',
  'pg_terminate_backend(int4,int8)': 'pid, timeout',
  'ts_parse(text,text)': 'parser_name, txt',
  'ts_token_type(oid)': 'parser_oid',
  'ts_token_type(text)': 'parser_name',
  'unnest(tsvector)': 'tsvector',
};

/** The names by which a call may give a function of pg_catalog its arguments; undefined: by their places alone. */
export function parameterNames(signature: string): readonly string[] | undefined {
  return NAMES[signature]?.split(', ');
}
