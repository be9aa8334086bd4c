import type {QuickJSContext, QuickJSRuntime, QuickJSWASMModule} from 'quickjs-emscripten-core';
import {SqlError} from '../../types/sql-error.ts';

/** What one call may take: ms, and bytes of a function's heap and stack. */
const MOST_MS = 1000;
/** What calls may take of this thread without letting others have their turn. */
const MOST_MS_AT_A_STRETCH = 30_000;
const MOST_HEAP = 64 << 20;
const MOST_STACK = 512 << 10;
/** Functions ready to be called; the one that has not been called for longest makes room. */
const MOST_READY = 64;

let engine: QuickJSWASMModule | null = null;

/** Must have resolved in a thread before it calls a function: loading cannot be waited for in the midst of a row. */
export async function loadJavaScript(): Promise<void> {
  if (engine) return;
  const [{newQuickJSWASMModuleFromVariant}, variant] = await Promise.all([
    import('quickjs-emscripten-core'),
    import('@jitl/quickjs-wasmfile-release-sync'),
  ]);
  // The package's types say what its CommonJS form exports; as a module its variant is the default export.
  const release = 'default' in variant.default ? variant.default.default : variant.default;
  engine ??= await newQuickJSWASMModuleFromVariant(release as Parameters<typeof newQuickJSWASMModuleFromVariant>[0]);
}

/** The name, for errors; the parameters' names; the body, as of a JavaScript function. */
export type JavaScriptSource = {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: string;
  /** It gives rows: it yields them, or returns what they can be taken from. */
  readonly rows?: 'yielded' | 'returned';
};

type Ready = {readonly runtime: QuickJSRuntime; readonly context: QuickJSContext; deadline: number};

const ready = new Map<string, Ready>();

/** When the first call began of those since which nothing else has had its turn; null: there is none. */
let stretchFrom: number | null = null;

/** Errors: 54000. */
function goOn(name: string, now: number): void {
  if (stretchFrom === null) {
    stretchFrom = now;
    setImmediate(() => (stretchFrom = null));
  } else if (now - stretchFrom > MOST_MS_AT_A_STRETCH) {
    throw new SqlError(
      '54000',
      `calls of function ${name} kept all others waiting for more than ${MOST_MS_AT_A_STRETCH / 1000} s`,
      {
        where: `function ${name}`,
      },
    );
  }
}

/**
 * Calls a function with arguments written as JSON (see PRELUDE) and gives its result as JSON. Each function has a heap of
 * its own, without files, network, clock ticks or other functions. Errors: 38000 what the function throws, 54000 it takes
 * too long, 53200 too much memory.
 */
export function callJavaScript(key: string, source: JavaScriptSource, argumentsJson: string): string {
  const {context} = prepare(key, source);
  const entry = ready.get(key)!;
  const now = performance.now();
  goOn(source.name, now);
  entry.deadline = now + MOST_MS;
  const call = context.getProp(context.global, 'call');
  const json = context.newString(argumentsJson);
  const result = context.callFunction(call, context.undefined, json);
  call.dispose();
  json.dispose();
  if (result.error) {
    const error = context.dump(result.error) as unknown;
    result.error.dispose();
    throw failure(key, source, error, performance.now() >= entry.deadline);
  }
  const text = context.getString(result.value);
  result.value.dispose();
  return text;
}

function prepare(key: string, source: JavaScriptSource): Ready {
  const there = ready.get(key);
  if (there) {
    // The map's order is that of use.
    ready.delete(key);
    ready.set(key, there);
    return there;
  }
  if (!engine) throw new SqlError('XX000', 'the JavaScript engine is not loaded');
  if (ready.size >= MOST_READY) forget(ready.keys().next().value!);
  const runtime = engine.newRuntime();
  runtime.setMemoryLimit(MOST_HEAP);
  runtime.setMaxStackSize(MOST_STACK);
  const entry: Ready = {runtime, context: runtime.newContext(), deadline: performance.now() + MOST_MS};
  runtime.setInterruptHandler(() => performance.now() >= entry.deadline);
  ready.set(key, entry);
  const result = entry.context.evalCode(program(source), source.name);
  if (result.error) {
    const error = entry.context.dump(result.error) as unknown;
    result.error.dispose();
    throw failure(key, source, error, performance.now() >= entry.deadline);
  }
  result.value.dispose();
  return entry;
}

function program({parameters, body, rows}: JavaScriptSource): string {
  const star = rows === 'yielded' ? '*' : '';
  return `${PRELUDE}(function${star}(${parameters.join(', ')}) {${body}\n});
globalThis.call = make(${rows ? '(...args) => rowsOf(body(...args))' : 'body'});
${FREEZE}`;
}

function forget(key: string): void {
  const entry = ready.get(key);
  ready.delete(key);
  entry?.context.dispose();
  entry?.runtime.dispose();
}

function failure(key: string, {name}: JavaScriptSource, error: unknown, late: boolean): SqlError {
  const {name: kind, message} = (error ?? {}) as {readonly name?: string; readonly message?: string};
  const where = `function ${name}`;
  if (late || message === 'out of memory' || message === 'interrupted') {
    // Its heap may be in any state.
    forget(key);
    return message === 'out of memory'
      ? new SqlError('53200', `function ${name} needs more than ${MOST_HEAP >> 20} MB of memory`, {where})
      : new SqlError('54000', `function ${name} ran for more than ${MOST_MS} ms`, {where});
  }
  const text = kind === undefined ? String(error) : `${kind}: ${message ?? ''}`;
  return new SqlError('38000', `error in function ${name}: ${text}`, {where});
}

/**
 * Nothing that a call can reach keeps what it is told: else one could read in the next, which may be another user's. Indirect eval
 * would declare what stays. What objects commonly have of their own is settable on them though their prototypes are frozen.
 */
const FREEZE = `
delete globalThis.eval;
(() => {
  const own = (of, key) => Object.getOwnPropertyDescriptor(of, key);
  const settable = (of, key) => {
    const {value, writable, enumerable} = own(of, key);
    if (!writable) return;
    Object.defineProperty(of, key, {
      get() { return value; },
      set(given) {
        if (this === of) throw new TypeError('cannot assign to a property of a prototype');
        Object.defineProperty(this, key, {value: given, writable: true, enumerable: true, configurable: true});
      },
      enumerable,
      configurable: false,
    });
  };
  const errors = [Error, TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError].map(error => error.prototype);
  for (const of of [Object.prototype, Function.prototype, Array.prototype, ...errors]) {
    for (const key of ['constructor', 'toString', 'toLocaleString', 'valueOf', 'hasOwnProperty', 'name', 'message', 'toJSON']) {
      if (own(of, key) && 'value' in own(of, key)) settable(of, key);
    }
  }
  const iterators = [[][Symbol.iterator](), new Map().entries(), new Set().values(), ''[Symbol.iterator](), 'a'.matchAll(/a/g)];
  const functions = [function* () {}, async function () {}, async function* () {}, () => {}];
  const seen = new Set();
  const waiting = [globalThis, body, call, make, decode, encode, rowsOf, ...iterators, ...functions];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (next === null || (typeof next !== 'object' && typeof next !== 'function') || seen.has(next)) continue;
    seen.add(next);
    waiting.push(Object.getPrototypeOf(next));
    for (const key of Reflect.ownKeys(next)) {
      const {value, get, set} = own(next, key);
      waiting.push(value, get, set);
    }
  }
  for (const each of seen) if (!ArrayBuffer.isView(each)) Object.freeze(each);
})();`;

/**
 * Arguments come as [tag, value]: n a bigint, b bytes in hex, v anything that JSON can say, a an array of such, o an object
 * of such. Results go as JSON, in which bigints, bytes and what JSON has no word for are text.
 */
const PRELUDE = `
const decode = ([tag, value]) => {
  switch (tag) {
    case 'n': return BigInt(value);
    case 'f': return Number(value);
    case 'b': return Uint8Array.from(value.match(/../g) ?? [], byte => parseInt(byte, 16));
    case 'a': return value.map(decode);
    case 'o': return Object.fromEntries(value.map(([name, item]) => [name, decode(item)]));
    default: return value;
  }
};
const encode = (_key, value) => {
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (value instanceof Uint8Array) return '\\\\x' + Array.from(value, byte => byte.toString(16).padStart(2, '0')).join('');
  return value;
};
const rowsOf = value => {
  if (value === null || value === undefined) return [];
  if (typeof value === 'object' && Symbol.iterator in value) return Array.from(value);
  throw new TypeError('a function that returns rows has to yield them, or to return something iterable');
};
const make = body => text => JSON.stringify(body(...JSON.parse(text).map(decode)), encode) ?? 'null';
const body = `;
