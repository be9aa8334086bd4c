import {type Accumulator, accumulatorType} from '../../expr/aggregates/aggregate-row.ts';
import type {Address, Memory} from '../../kernels/memory.ts';
import type {Schema} from '../../types/schema.ts';
import {Physical, physicalOf, type SqlType} from '../../types/sql-type.ts';
import type {GroupAccumulator} from './group-table.ts';
import {describeTypes} from './row-store.ts';

/** As src/kernels/assembly/state/accumulators.ts numbers them. */
const Kind = {
  countRows: 1,
  countValues: 2,
  countTrue: 3,
  sum64: 4,
  sum128: 5,
  exactFloat: 6,
  specials: 7,
  decimalSum: 8,
  extremeInline: 9,
  extremeStored: 10,
} as const;

const EVERY_ROW = {kind: Kind.countRows, variant: 1};

const INLINE: readonly Physical[] = [
  Physical.int16,
  Physical.int32,
  Physical.int64,
  Physical.float32,
  Physical.float64,
];

const SPEC_WORDS = 5;

/** An empty group table of the kernels. */
export function makeGroups(memory: Memory, keys: Schema, accumulators: readonly GroupAccumulator[]): Address {
  const shape = describeTypes(
    memory,
    keys.map(key => key.type),
  );
  const specs = memory.alloc(accumulators.length * SPEC_WORDS * 4);
  const templates = accumulators.map(({accumulator, argument}) => {
    const type = accumulatorType(accumulator, argument ? [argument] : []);
    return describeTypes(memory, accumulator.kind === 'minmax' ? [type] : []);
  });
  accumulators.forEach(({accumulator, argument, everyRow}, i) => {
    const {kind, variant} = everyRow ? EVERY_ROW : kindOf(accumulator, argument);
    const physical = argument ? physicalOf(argument) : 0;
    const {address, descriptors} = templates[i];
    memory.u32.set([kind, physical, variant, address, descriptors], (specs >>> 2) + i * SPEC_WORDS);
  });
  const groups = memory.kernels.groups_create_address(
    shape.address,
    keys.length,
    shape.descriptors,
    specs,
    accumulators.length,
  );
  for (const {address} of [shape, ...templates]) memory.release(address);
  memory.release(specs);
  return groups as Address;
}

function kindOf(accumulator: Accumulator, argument: SqlType | null): {readonly kind: number; readonly variant: number} {
  switch (accumulator.kind) {
    case 'count':
      if (accumulator.of === 'rows') return {kind: Kind.countRows, variant: 0};
      return {kind: accumulator.of === 'true' ? Kind.countTrue : Kind.countValues, variant: 0};
    case 'sum64':
      return {kind: Kind.sum64, variant: ['months', 'days', 'micros'].indexOf(accumulator.part ?? 'months')};
    case 'sum128':
      return {kind: Kind.sum128, variant: Number(argument?.kind === 'numeric')};
    case 'exactFloat':
      return {kind: Kind.exactFloat, variant: Number(accumulator.width === 32)};
    case 'specials':
      return {kind: Kind.specials, variant: 0};
    case 'decimalSum':
      return {kind: Kind.decimalSum, variant: 0};
    case 'minmax': {
      const inline = INLINE.includes(physicalOf(argument!));
      return {
        kind: inline ? Kind.extremeInline : Kind.extremeStored,
        variant: Number(accumulator.order === 'max'),
      };
    }
  }
}

/** Whether a cell begins with the address of a block of its own. */
export function holdsBlock(kind: number): boolean {
  return kind === Kind.exactFloat || kind === Kind.decimalSum;
}
