import type {Address, Memory} from '../../kernels/memory.ts';
import type {InputUsage} from '../../plan/input-usage.ts';
import type {Schema} from '../../types/schema.ts';
import {notSupported} from '../../types/sql-error.ts';
import {
  Physical,
  physicalOf,
  physicalWidth,
  type SqlType,
  multirangeTypeOf,
  rangeTypeOf,
} from '../../types/sql-type.ts';

// The kernel's view of a schema: a context and a tree of nodes in linear memory. Offsets and numbers mirror
// src/kernels/assembly/json/layout.ts.

const NODE_BYTES = 128;
const SLOT_BYTES = 48;
const CONTEXT_BYTES = 128;
const ERROR_CAPACITY = 256;
const KEY_BUFFER_BYTES = 1024;

const node = {
  kind: 0,
  width: 4,
  values: 8,
  offsets: 12,
  validity: 16,
  used: 28,
  childCount: 36,
  children: 40,
  table: 44,
  tableMask: 48,
  order: 52,
  scale: 56,
  limit: 60,
  keyLength: 64,
  key: 68,
  variable: 72,
  dateText: 76,
  dateDays: 88,
  bound: 96,
  unread: 116,
  orderEnd: 120,
} as const;

const context = {
  root: 0,
  fail: 4,
  failAt: 8,
  failNode: 12,
  failEnd: 16,
  errors: 20,
  errorCount: 24,
  errorCapacity: 28,
  answers: 32,
  answerCount: 36,
  scratch: 40,
  record: 56,
  consumed: 60,
  keyBuffer: 64,
} as const;

const Kind = {
  boolean: 1,
  smallint: 2,
  integer: 3,
  bigint: 4,
  real: 5,
  double: 6,
  numeric64: 7,
  numeric128: 8,
  numeric: 9,
  text: 10,
  bytea: 11,
  date: 12,
  time: 13,
  timestamp: 14,
  timestamptz: 15,
  uuid: 16,
  json: 17,
  jsonb: 18,
  list: 19,
  struct: 20,
  host: 21,
} as const;

/** Why a record failed; see layout.ts. */
export const Failure = {
  syntax: 2,
  truncated: 3,
  badUtf8: 4,
  badEscape: 5,
  nulCharacter: 6,
  tooDeep: 7,
  tooLarge: 8,
  notObject: 9,
  notArray: 10,
} as const;

/** One node, as TypeScript knows it. `path` is the column's name, with `.field` and `[]` behind it for what is nested. */
export type JsonNode = {
  readonly address: Address;
  readonly path: string;
  readonly type: SqlType;
  readonly children: readonly JsonNode[];
};

/** What a node's column consists of when a batch is closed. */
type NodeBuffers = {
  readonly values: Address;
  readonly offsets: Address;
  readonly validity: Address;
  /** Bytes, or child rows of a list. */
  readonly used: number;
};

export type JsonError = {
  readonly record: number;
  readonly code: number;
  readonly offset: number;
  readonly node: JsonNode | undefined;
};

/** The context and nodes of one decoder. Errors: 0A000 for a column type that JSON has no form for. */
export class JsonPlan {
  readonly context: Address;
  readonly columns: readonly JsonNode[];
  private readonly memory: Memory;
  private readonly nodes = new Map<number, JsonNode>();
  /** One buffer that holds everything of fixed size. */
  private readonly block: Address;
  private end: number;

  constructor(memory: Memory, schema: Schema) {
    this.memory = memory;
    const root: SqlType = {kind: 'struct', fields: schema};
    schema.forEach(({type}) => checkSupported(type));
    this.block = memory.allocZeroed(CONTEXT_BYTES + KEY_BUFFER_BYTES + ERROR_CAPACITY * 16 + sizeOf(root));
    this.context = this.block;
    this.end = this.block + CONTEXT_BYTES;
    this.put(this.context, context.keyBuffer, this.take(KEY_BUFFER_BYTES));
    this.put(this.context, context.errors, this.take(ERROR_CAPACITY * 16));
    this.put(this.context, context.errorCapacity, ERROR_CAPACITY);
    const rootNode = this.build(root, '', '');
    this.columns = rootNode.children;
    this.put(this.context, context.root, rootNode.address);
    memory.kernels.json_index(rootNode.address);
  }

  private take(bytes: number): Address {
    const address = this.end;
    // Eight-byte lanes stay aligned.
    this.end += (bytes + 7) & ~7;
    return address as Address;
  }

  private put(base: Address, field: number, value: number): void {
    this.memory.u32[(base + field) >>> 2] = value;
  }

  private get(base: Address, field: number): number {
    return this.memory.u32[(base + field) >>> 2];
  }

  private build(type: SqlType, key: string, path: string): JsonNode {
    const address = this.take(NODE_BYTES);
    const physical = physicalOf(type);
    this.put(address, node.kind, kindOf(type));
    this.put(address, node.width, physicalWidth[physical]);
    this.put(address, node.variable, physical === Physical.bytes || physical === Physical.decimal ? 1 : 0);
    this.put(address, node.limit, type.kind === 'varchar' ? (type.length ?? 0) : 0);
    this.memory.writeText(address + node.dateText, '1970-01-01');
    if (type.digits) {
      this.put(address, node.scale, type.digits.scale);
      const bound = 10n ** BigInt(type.digits.precision);
      this.memory.u64[(address + node.bound) >>> 3] = BigInt.asUintN(64, bound);
      this.memory.u64[((address + node.bound) >>> 3) + 1] = bound >> 64n;
    }
    const keyBytes = Buffer.byteLength(key);
    const keyAddress = this.take(keyBytes);
    this.memory.writeText(keyAddress, key);
    this.put(address, node.key, keyAddress);
    this.put(address, node.keyLength, keyBytes);

    const children = this.buildChildren(type, physical, path);
    const list = this.take(children.length * 4);
    children.forEach((child, i) => this.put(list, i * 4, child.address));
    this.put(address, node.children, list);
    this.put(address, node.childCount, children.length);
    if (physical === Physical.struct) {
      const slots = tableSlots(children.length);
      this.put(address, node.table, this.take(slots * 4));
      this.put(address, node.tableMask, slots - 1);
      const bytes = orderBytes(children.length);
      const order = this.take(bytes);
      this.put(address, node.order, order);
      this.put(address, node.orderEnd, order + bytes);
    }
    const built = {address, path, type, children};
    this.nodes.set(address, built);
    return built;
  }

  private buildChildren(type: SqlType, physical: Physical, path: string): JsonNode[] {
    if (physical === Physical.list) return [this.build(type.element!, '', `${path}[]`)];
    if (physical !== Physical.struct) return [];
    return type.fields!.map(field =>
      this.build(field.type, field.name, path === '' ? field.name : `${path}.${field.name}`),
    );
  }

  /** What is kept of the records from the next batch on; between two batches only. */
  keepOnly(usage: InputUsage): void {
    // The lanes of columns that were not read are the plan's own.
    this.memory.kernels.json_drop(this.context);
    this.columns.forEach((column, i) => {
      const used = usage.get(i);
      this.mark(column, used === undefined);
      if (used === undefined || used === 'all') return;
      column.children.forEach((field, k) => this.mark(field, !used.has(k)));
    });
  }

  private mark(marked: JsonNode, unread: boolean): void {
    this.put(marked.address, node.unread, Number(unread));
    if (marked.type.kind !== 'array') for (const child of marked.children) this.mark(child, unread);
  }

  isUnread({address}: JsonNode): boolean {
    return this.get(address, node.unread) !== 0;
  }

  /** Of the record that json_decode stopped at. */
  get record(): number {
    return this.get(this.context, context.record);
  }

  get consumed(): number {
    return this.get(this.context, context.consumed);
  }

  /** The value that the host is asked for: its node, and from where to where it stands. */
  get question(): {readonly node: JsonNode; readonly start: number; readonly end: number} {
    return {
      node: this.nodes.get(this.get(this.context, context.failNode))!,
      start: this.get(this.context, context.failAt),
      end: this.get(this.context, context.failEnd),
    };
  }

  /** Lists the answers for the record at hand: uint32 triples (start of the value, address, bytes). */
  setAnswers(entries: Address, count: number): void {
    this.put(this.context, context.answers, entries);
    this.put(this.context, context.answerCount, count);
  }

  /** The errors noted since the last call. */
  takeErrors(): JsonError[] {
    const count = this.get(this.context, context.errorCount);
    const entries = this.get(this.context, context.errors);
    this.put(this.context, context.errorCount, 0);
    return Array.from({length: count}, (_, i) => {
      const [record, code, offset, address] = this.memory.u32.subarray(
        (entries >>> 2) + 4 * i,
        (entries >>> 2) + 4 * i + 4,
      );
      return {record, code, offset, node: this.nodes.get(address)};
    });
  }

  /** The buffers of a node's closed column, which are the caller's from now on. */
  takeBuffers({address}: JsonNode): NodeBuffers {
    const buffers = {
      values: this.get(address, node.values) as Address,
      offsets: this.get(address, node.offsets) as Address,
      validity: this.get(address, node.validity) as Address,
      used: this.get(address, node.used),
    };
    this.put(address, node.values, 0);
    this.put(address, node.offsets, 0);
    this.put(address, node.validity, 0);
    return buffers;
  }

  free(): void {
    this.memory.kernels.json_drop(this.context);
    const scratch = this.get(this.context, context.scratch);
    if (scratch !== 0) this.memory.release(scratch as Address);
    this.memory.release(this.block);
  }
}

/** Slots for the fields and for as many other keys as most objects have. */
function orderBytes(fields: number): number {
  return (fields + 62) * SLOT_BYTES;
}

/** A power of two, at least twice the fields. */
function tableSlots(fields: number): number {
  return 1 << (32 - Math.clz32(2 * fields));
}

/** Upper bound of the bytes that a type's nodes take. */
function sizeOf(type: SqlType, key = ''): number {
  const own = NODE_BYTES + Buffer.byteLength(key) + 8;
  if (type.kind === 'array') return own + 8 + sizeOf(type.element!);
  if (!type.fields) return own + 8;
  const fields = type.fields.reduce((sum, field) => sum + sizeOf(field.type, field.name), 0);
  return (
    own + fields + type.fields.length * 4 + 8 + tableSlots(type.fields.length) * 4 + 8 + orderBytes(type.fields.length)
  );
}

function checkSupported(type: SqlType): void {
  const undecodable = type.kind === 'void' || type.kind === 'record' || rangeTypeOf(type) || multirangeTypeOf(type);
  if (undecodable) throw notSupported(`decoding JSON into type ${type.kind}`);
  if (type.kind === 'array') checkSupported(type.element!);
  type.fields?.forEach(field => checkSupported(field.type));
}

function kindOf(type: SqlType): number {
  // What a domain asks of its values, the host looks at.
  if (type.domain !== undefined) return Kind.host;
  switch (type.kind) {
    case 'boolean':
      return Kind.boolean;
    case 'smallint':
      return Kind.smallint;
    case 'integer':
      return Kind.integer;
    case 'bigint':
      return Kind.bigint;
    case 'real':
      return Kind.real;
    case 'double precision':
      return Kind.double;
    case 'numeric':
      return numericKind(type);
    case 'text':
    case 'unknown':
    case 'varchar':
      return Kind.text;
    case 'bytea':
      return Kind.bytea;
    case 'date':
      return Kind.date;
    // Fractions of seconds that are limited are rounded by the host.
    case 'time':
      return type.precision === undefined ? Kind.time : Kind.host;
    case 'timestamp':
      return type.precision === undefined ? Kind.timestamp : Kind.host;
    case 'timestamptz':
      return type.precision === undefined ? Kind.timestamptz : Kind.host;
    case 'uuid':
      return Kind.uuid;
    case 'json':
      return Kind.json;
    case 'jsonb':
      return Kind.jsonb;
    case 'array':
      return Kind.list;
    case 'struct':
    case 'record':
      return Kind.struct;
    default:
      return Kind.host;
  }
}

function numericKind(type: SqlType): number {
  const physical = physicalOf(type);
  if (physical === Physical.int64) return Kind.numeric64;
  if (physical === Physical.int128) return Kind.numeric128;
  return type.precision === undefined ? Kind.numeric : Kind.host;
}
