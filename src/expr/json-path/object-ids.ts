import {decimalToBytes} from '../../types/decimal.ts';
import {isJsonArray, isJsonNumber, isJsonObject, type JsonValue} from '../../types/json-value.ts';

/**
 * The `id` that `.keyvalue()` gives: where in Postgres's binary form of its document the object begins, plus ten to the
 * tenth times the number of the document (0: what the path is over; the variables; then those that the path made).
 */
export class ObjectIds {
  private readonly ids = new WeakMap<object, bigint>();
  private documents: number;

  constructor(root: JsonValue, variables: JsonValue) {
    this.number(root, 0);
    this.number(variables, 1);
    this.documents = 2;
  }

  of(value: object): bigint {
    return this.ids.get(value) ?? 0n;
  }

  /** Objects that the path has made itself. */
  add(document: JsonValue): void {
    this.number(document, this.documents++);
  }

  private number(document: JsonValue, id: number): void {
    this.walk(document, 0, BigInt(id) * 10_000_000_000n);
  }

  /** Gives numbers to all within a container that begins at `start`, and says where it ends. */
  private walk(value: JsonValue, start: number, base: bigint): number {
    if (isJsonArray(value)) {
      this.setOnce(value, base + BigInt(start));
      let end = start + 4 + 4 * value.length;
      for (const item of value) end = this.element(item, end, base);
      return end;
    }
    if (!isJsonObject(value)) return start;
    this.setOnce(value, base + BigInt(start));
    let end = start + 4 + 8 * value.size;
    for (const key of value.keys()) end += Buffer.byteLength(key);
    for (const item of value.values()) end = this.element(item, end, base);
    return end;
  }

  private setOnce(value: object, id: bigint): void {
    if (!this.ids.has(value)) this.ids.set(value, id);
  }

  private element(value: JsonValue, at: number, base: bigint): number {
    if (value === null || typeof value === 'boolean') return at;
    if (typeof value === 'string') return at + Buffer.byteLength(value);
    const aligned = (at + 3) & ~3;
    if (!isJsonNumber(value)) return this.walk(value, aligned, base);
    // A length word and a short header, where the binary format has four short words.
    return aligned + 6 + (decimalToBytes(value).length - 8);
  }
}
