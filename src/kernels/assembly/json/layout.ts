// What the decoder keeps in linear memory; mirrored by src/connectors/formats/json-plan.ts.
//
// A node is one column, struct field or list element: what to decode and where it goes. Nodes of a schema form a tree;
// the root is a struct whose rows are the records. Lanes are written in row order: `next` is the first row that has no
// lane yet. A missing or null value writes nothing, and the gap is filled with nulls when a later row is written or the batch ends;
// so a struct that is null costs nothing for its fields.

export const NODE_BYTES: usize = 128;

// kinds: what the value must be
export const BOOLEAN: u32 = 1;
export const SMALLINT: u32 = 2;
export const INTEGER: u32 = 3;
export const BIGINT: u32 = 4;
export const REAL: u32 = 5;
export const DOUBLE: u32 = 6;
/** numeric as scaled int64, int128, or in Postgres's binary form */
export const NUMERIC64: u32 = 7;
export const NUMERIC128: u32 = 8;
export const NUMERIC: u32 = 9;
export const TEXT: u32 = 10;
export const BYTEA: u32 = 11;
export const DATE: u32 = 12;
export const TIME: u32 = 13;
export const TIMESTAMP: u32 = 14;
export const TIMESTAMPTZ: u32 = 15;
export const UUID: u32 = 16;
export const JSON: u32 = 17;
export const JSONB: u32 = 18;
export const LIST: u32 = 19;
export const STRUCT: u32 = 20;
/** always by the host: rare types, of fixed width or of bytes */
export const HOST: u32 = 21;

// node fields
export const KIND: usize = 0;
/** bytes of a lane; 0 for variable width, bits, lists and structs */
export const WIDTH: usize = 4;
export const VALUES: usize = 8;
export const OFFSETS: usize = 12;
export const VALIDITY: usize = 16;
/** rows there is room for */
export const CAPACITY: usize = 20;
export const NEXT: usize = 24;
/** variable width: bytes written; list: child rows written */
export const USED: usize = 28;
export const BYTE_CAPACITY: usize = 32;
export const CHILD_COUNT: usize = 36;
/** addresses of the child nodes, u32 each */
export const CHILDREN: usize = 40;
/** struct: open-addressing table of child nodes by key, mask + 1 slots of u32 */
export const TABLE: usize = 44;
export const TABLE_MASK: usize = 48;
/** struct: slots of the keys that the last object had, in its order */
export const ORDER: usize = 52;
export const SCALE: usize = 56;
/** varchar: most characters; 0 = any */
export const LIMIT: usize = 60;
export const KEY_LENGTH: usize = 64;
export const KEY: usize = 68;
/** 1: lanes have variable width (offsets and bytes) */
export const VARIABLE: usize = 72;
/** date text seen last, ten bytes, and its days since 1970 */
export const DATE_TEXT: usize = 76;
export const DATE_DAYS: usize = 88;
/** numeric64/128: 10^precision, 16 bytes: values are below it */
export const BOUND: usize = 96;
/** bytes (or child rows) of the last batch per 256 rows, to size the next */
export const DENSITY: usize = 112;
/**
 * 1: nobody reads the column. Its values are parsed and checked as ever, but all go into one and the same lane, whose few
 * bytes stay in the cache; the buffers stay with the node. Of a list only the list itself is marked.
 */
export const UNREAD: usize = 116;
/** struct: behind the last slot */
export const ORDER_END: usize = 120;

// A slot of the order: a key as it stood behind its opening quote, with quote and colon, so that one comparison finds it
// again, declared or not.
export const SLOT_BYTES: usize = 48;
/** the child node; 0 = not declared */
export const SLOT_FIELD: usize = 0;
/** which of the token's bytes count, bit i: byte i; 0 = the slot is empty */
export const SLOT_MASK: usize = 4;
export const SLOT_LENGTH: usize = 8;
export const SLOT_TOKEN: usize = 16;
export const LONGEST_TOKEN: usize = 31;

// context fields
export const CONTEXT_BYTES: usize = 128;
export const ROOT: usize = 0;
export const FAIL: usize = 4;
export const FAIL_AT: usize = 8;
export const FAIL_NODE: usize = 12;
export const FAIL_END: usize = 16;
/** entries of {record u32, code u32, byte offset u32, node u32} */
export const ERRORS: usize = 20;
export const ERROR_COUNT: usize = 24;
export const ERROR_CAPACITY: usize = 28;
/** entries of {start of the value u32, address of the host's answer u32, its bytes u32} for the record at hand */
export const ANSWERS: usize = 32;
export const ANSWER_COUNT: usize = 36;
/** grows on demand; holds the members of the jsonb objects that are open */
export const SCRATCH: usize = 40;
export const SCRATCH_CAPACITY: usize = 44;
export const SCRATCH_TOP: usize = 48;
export const ROWS: usize = 52;
/** record at which decoding stopped */
export const RECORD: usize = 56;
export const CONSUMED: usize = 60;
/** 1024 bytes to decode a key with escapes in */
export const KEY_BUFFER: usize = 64;
/** where jsonb text is being written */
export const OUT: usize = 68;
/** what number.ts has read: 20 bytes, see there */
export const NUMBER: usize = 72;

// reasons a record fails; FAIL_HOST asks the host for the value
export const FAIL_HOST: u32 = 1;
export const SYNTAX: u32 = 2;
export const TRUNCATED: u32 = 3;
export const BAD_UTF8: u32 = 4;
export const BAD_ESCAPE: u32 = 5;
export const NUL_CHARACTER: u32 = 6;
export const TOO_DEEP: u32 = 7;
export const TOO_LARGE: u32 = 8;
export const NOT_OBJECT: u32 = 9;
export const NOT_ARRAY: u32 = 10;

export const MAX_DEPTH: u32 = 512;
/** A column's bytes in one batch stay below this, so that offsets fit int32. */
export const MAX_COLUMN_BYTES: usize = 0x60000000;

/** Notes why and where the record fails; 0, which every parser answers when it fails. */
export function fail(context: usize, code: u32, at: usize, node: usize): usize {
  store<u32>(context, code, FAIL);
  store<u32>(context, <u32>at, FAIL_AT);
  store<u32>(context, <u32>node, FAIL_NODE);
  return 0;
}
