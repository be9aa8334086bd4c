/** The part of the WebAssembly JavaScript API in use here; Node's own types leave it to lib.dom. */
declare namespace WebAssembly {
  class Memory {
    constructor(descriptor: {initial: number; maximum?: number; shared?: boolean});
    readonly buffer: ArrayBufferLike;
    grow(pages: number): number;
  }
  class RuntimeError extends Error {}
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, unknown>>);
    readonly exports: Record<string, unknown>;
  }
}
