// Maps that are values: `with` and `without` give another map and leave this one as it is; what is the same in both is shared, so
// that a fork of a catalog of thousands of objects costs nothing, and a change of it as much as the depth of a tree.

const BITS = 5;
const WIDTH = 1 << BITS;
const MASK = WIDTH - 1;

/** At the lowest level values, above it nodes; holes where there is nothing. */
type Node<V> = readonly (Node<V> | V | undefined)[];

/** By integers from 0 on, in their order. No value may be undefined. */
export class IntegerMap<V> {
  /** How many bits of a key stand below the root's. */
  private readonly shift: number;
  private readonly root: Node<V>;
  private listed: readonly V[] | null = null;

  private constructor(shift: number, root: Node<V>) {
    this.shift = shift;
    this.root = root;
  }

  static empty<V>(): IntegerMap<V> {
    return new IntegerMap<V>(0, []);
  }

  get(key: number): V | undefined {
    if (!this.reaches(key)) return undefined;
    let node: Node<V> | undefined = this.root;
    for (let {shift} = this; shift > 0 && node; shift -= BITS)
      node = node[(key >>> shift) & MASK] as Node<V> | undefined;
    return node?.[key & MASK] as V | undefined;
  }

  has(key: number): boolean {
    return this.get(key) !== undefined;
  }

  with(key: number, value: V): IntegerMap<V> {
    if (this.get(key) === value) return this;
    let {shift, root} = this;
    for (; Math.floor(key / 2 ** shift) >= WIDTH; shift += BITS) root = root.length === 0 ? root : [root];
    return new IntegerMap(shift, put(root, shift, key, value));
  }

  without(key: number): IntegerMap<V> {
    if (!this.has(key)) return this;
    return new IntegerMap(this.shift, take(this.root, this.shift, key) ?? []);
  }

  /** In the order of the keys; the same list at each call. */
  values(): readonly V[] {
    if (this.listed === null) {
      const found: V[] = [];
      collect(this.root, this.shift, found);
      this.listed = found;
    }
    return this.listed;
  }

  /** Values that `base` has not, or has others of the same key for, and values that only `base` has a key for. */
  differenceFrom(base: IntegerMap<V>): {readonly put: readonly V[]; readonly removed: readonly V[]} {
    const put: V[] = [];
    const removed: V[] = [];
    const shift = Math.max(this.shift, base.shift);
    compare(this.raised(shift), base.raised(shift), shift, put, removed);
    return {put, removed};
  }

  private reaches(key: number): boolean {
    return key >= 0 && Math.floor(key / 2 ** this.shift) < WIDTH;
  }

  /** The root as it is in a higher tree. */
  private raised(to: number): Node<V> {
    let {root} = this;
    for (let {shift} = this; shift < to; shift += BITS) root = [root];
    return root;
  }
}

function put<V>(node: Node<V>, shift: number, key: number, value: V): Node<V> {
  const at = (key >>> shift) & MASK;
  const copy = [...node];
  while (copy.length < at) copy.push(undefined);
  copy[at] = shift === 0 ? value : put((node[at] as Node<V> | undefined) ?? [], shift - BITS, key, value);
  return copy;
}

/** undefined: nothing is left in it. */
function take<V>(node: Node<V>, shift: number, key: number): Node<V> | undefined {
  const at = (key >>> shift) & MASK;
  const copy = [...node];
  copy[at] = shift === 0 ? undefined : take(node[at] as Node<V>, shift - BITS, key);
  return copy.every(part => part === undefined) ? undefined : copy;
}

function collect<V>(node: Node<V>, shift: number, found: V[]): void {
  for (const part of node) {
    if (part === undefined) continue;
    if (shift === 0) found.push(part as V);
    else collect(part as Node<V>, shift - BITS, found);
  }
}

function compare<V>(now: Node<V>, before: Node<V>, shift: number, put: V[], removed: V[]): void {
  if (now === before) return;
  for (let i = 0; i < Math.max(now.length, before.length); i++) {
    const [a, b] = [now[i], before[i]];
    if (a === b) continue;
    if (shift > 0) compare((a as Node<V>) ?? [], (b as Node<V>) ?? [], shift - BITS, put, removed);
    else if (a !== undefined) put.push(a as V);
    else removed.push(b as V);
  }
}

/** By names. */
export class NameMap<V> {
  /** By a hash of the name: those that share one. */
  private readonly byHash: IntegerMap<readonly (readonly [string, V])[]>;

  private constructor(byHash: IntegerMap<readonly (readonly [string, V])[]>) {
    this.byHash = byHash;
  }

  static empty<V>(): NameMap<V> {
    return new NameMap<V>(IntegerMap.empty());
  }

  get(name: string): V | undefined {
    const bucket = this.byHash.get(hashOf(name));
    if (bucket) for (const [each, value] of bucket) if (each === name) return value;
    return undefined;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  with(name: string, value: V): NameMap<V> {
    if (this.get(name) === value) return this;
    const hash = hashOf(name);
    const others = (this.byHash.get(hash) ?? []).filter(([each]) => each !== name);
    return new NameMap(this.byHash.with(hash, [...others, [name, value]]));
  }

  without(name: string): NameMap<V> {
    if (!this.has(name)) return this;
    const hash = hashOf(name);
    const others = this.byHash.get(hash)!.filter(([each]) => each !== name);
    return new NameMap(others.length === 0 ? this.byHash.without(hash) : this.byHash.with(hash, others));
  }
}

/** Of 20 bits: few names share one, and a tree of hashes is four levels deep. */
function hashOf(name: string): number {
  let hash = 0;
  for (let i = 0; i < name.length; i++) hash = (Math.imul(hash, 31) + name.charCodeAt(i)) | 0;
  return (hash ^ (hash >>> 20)) & 0xfffff;
}
