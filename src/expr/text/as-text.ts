import type {Datum} from '../../types/datum.ts';
import {formatText} from '../../types/io/registry.ts';
import {networkText} from '../../types/network.ts';
import {withoutBlanks} from '../datum-order.ts';
import {formatOf} from '../format-context.ts';
import type {CallContext} from '../function-row.ts';

/** The argument of that number as its type's output function prints it. */
export function printed(value: Datum, index: number, context: CallContext): string {
  return formatText(context.argTypes[index], value!, formatOf(context));
}

/** The argument cast to text, which differs from output for booleans, addresses and padded characters. */
export function asText(value: Datum, index: number, context: CallContext): string {
  if (typeof value === 'boolean') return String(value);
  const text = printed(value, index, context);
  const {kind} = context.argTypes[index];
  if (kind === 'inet' && !text.includes('/')) return networkText(value as Uint8Array);
  return kind === 'bpchar' ? withoutBlanks(text) : text;
}
