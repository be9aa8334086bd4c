import {loadModule, parseSync, SqlError as OracleError} from 'libpg-query';
import type {Json} from './to-postgres.ts';

/** Postgres's own grammar (version 18, as WASM): what a statement is, and where it is wrong. */
export async function loadOracle(): Promise<void> {
  await loadModule();
}

export type Verdict =
  | {readonly ok: true; readonly statements: readonly Json[]}
  /** 1-based character position; null when it is 1 or there is none: the library says 0 for both. */
  | {readonly ok: false; readonly message: string; readonly position: number | null};

export function askOracle(sql: string): Verdict {
  if (sql.trim() === '') return {ok: true, statements: []}; // the library refuses to look at nothing
  try {
    const {stmts} = parseSync(sql) as unknown as {stmts?: readonly {stmt: Json}[]};
    return {ok: true, statements: (stmts ?? []).map(statement => statement.stmt)};
  } catch (error) {
    if (!(error instanceof OracleError)) throw error;
    const cursor = error.sqlDetails?.cursorPosition ?? 0;
    const placed = cursor > 0 || / at or near "| at end of input$/.test(error.message);
    return {ok: false, message: error.message, position: placed ? cursor + 1 : null};
  }
}

const IGNORED = /location$|^(list_start|list_end|rexpr_list_start|rexpr_list_end|typemod|stmt_len|jumble_args)$/;

/** Both trees without places and without fields of default value, numbers in one spelling. */
export function normalize(tree: Json): Json {
  if (Array.isArray(tree)) return tree.map(normalize);
  if (typeof tree !== 'object' || tree === null) return tree;
  const result: {[key: string]: Json} = {};
  for (const [key, value] of Object.entries(plainColumn(tree as {readonly [key: string]: Json}))) {
    if (IGNORED.test(key) || isDefault(value)) continue;
    if (key === 'fval' && typeof value === 'string') result[key] = plainNumber(value);
    else if (key === 'DefElem') result[key] = normalizeOption(value);
    else result[key] = value === 'TRANS_STMT_START' ? 'TRANS_STMT_BEGIN' : normalize(value);
  }
  return result;
}

/** An index on `((a))` is one on `a`, to us at once, to Postgres later. */
function plainColumn(tree: {readonly [key: string]: Json}): {readonly [key: string]: Json} {
  const fields = (tree.expr as {ColumnRef?: {fields: readonly {String?: {sval: string}}[]}} | undefined)?.ColumnRef
    ?.fields;
  if (!('nulls_ordering' in tree) || fields?.length !== 1 || fields[0].String === undefined) return tree;
  const {expr: _expr, ...rest} = tree;
  return {...rest, name: fields[0].String.sval};
}

/** Utility options: our tree keeps numbers, words and strings alike as text, and no value for a plain TRUE. */
function normalizeOption(option: Json): Json {
  const {arg, ...rest} = option as {readonly [key: string]: Json};
  const text = arg === undefined || arg === null ? undefined : optionText(arg);
  return {...(normalize(rest) as object), ...(text === undefined ? {} : {arg: text})};
}

function optionText(arg: Json): Json {
  const [[kind, value]] = Object.entries(arg as {readonly [key: string]: {readonly [key: string]: Json}});
  switch (kind) {
    case 'String':
      return value.sval ?? '';
    case 'Integer':
      return String(value.ival ?? 0);
    case 'Float':
      return value.fval;
    case 'Boolean':
      return undefined;
    case 'TypeName':
      return (value.names as {String: {sval: string}}[]).map(name => name.String.sval).join('.');
  }
  return normalize(arg);
}

function isDefault(value: Json): boolean {
  if (value === null || value === undefined || value === false || value === 0 || value === '') return true;
  return Array.isArray(value) && value.length === 0;
}

/** `1_000` and `0xFFFFFFFFFF` as decimal digits. */
function plainNumber(text: string): string {
  const digits = text.replaceAll('_', '');
  if (/^-?0[xob]/i.test(digits)) {
    return digits.startsWith('-') ? `-${BigInt(digits.slice(1))}` : BigInt(digits).toString();
  }
  return /^-?\d+$/.test(digits) ? BigInt(digits).toString() : digits;
}
