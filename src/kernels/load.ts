import {readFileSync} from 'node:fs';
// eslint-disable-next-line millrace/layers -- the build makes dist/kernels of this folder's own assembly/
import type {instantiate} from '../../dist/kernels.js';
import {Memory, OutOfMemory} from './memory.ts';

/** The exports of the kernel module; i64 are bigint, addresses are unsigned numbers. */
export type Kernels = Omit<Awaited<ReturnType<typeof instantiate>>, 'memory'>;

const INITIAL_PAGES = 64;
const PAGE_BYTES = 65536;
/** All that 32-bit addresses reach. */
const MAX_MEMORY_BYTES = 65536 * PAGE_BYTES;

/** Where the build puts the module: beside the bundle, or in dist/ when run from the sources. */
function modulePath(): URL {
  const here = new URL(import.meta.url);
  return here.pathname.includes('/src/') ? new URL('../../dist/kernels.wasm', here) : new URL('./kernels.wasm', here);
}

let compiled: WebAssembly.Module | undefined;

/** A memory to load the kernels over, that may grow to so many bytes. */
export function createMemory(maxBytes = MAX_MEMORY_BYTES): WebAssembly.Memory {
  const maximum = Math.min(Math.ceil(maxBytes / PAGE_BYTES), MAX_MEMORY_BYTES / PAGE_BYTES);
  return new WebAssembly.Memory({initial: INITIAL_PAGES, maximum, shared: true});
}

/**
 * Instantiates the kernels over `raw` (a new memory by default). A second instance over the same memory, on another
 * thread, shares allocator and buffers: the module keeps no mutable state of its own.
 */
export function loadKernels(raw?: WebAssembly.Memory): Memory {
  const memory = raw ?? createMemory();
  compiled ??= new WebAssembly.Module(readFileSync(modulePath()));
  const instance = new WebAssembly.Instance(compiled, {
    env: {
      memory,
      // What kernels do where a structure cannot grow any more.
      abort: () => {
        throw new OutOfMemory();
      },
    },
  });
  const kernels = unsignedResults(instance.exports as unknown as Kernels);
  kernels.mem_init();
  return new Memory(memory, kernels);
}

/**
 * WASM's i32 results are signed in JavaScript. By convention a kernel that returns an address or an unsigned count
 * has a name that is listed here; all others return small signed numbers, i64 or floats and are called directly.
 */
const UNSIGNED = ['mem_alloc', 'mem_live_bytes', 'mem_live_buffers'];

function unsignedResults(exports: Kernels): Kernels {
  const adapted: Record<string, unknown> = {...exports};
  for (const name of Object.keys(exports)) {
    if (!UNSIGNED.includes(name) && !name.endsWith('_address')) continue;
    const raw = (exports as unknown as Record<string, (...args: unknown[]) => number>)[name];
    adapted[name] = (...args: unknown[]) => raw(...args) >>> 0;
  }
  return adapted as unknown as Kernels;
}
