import {stringValue, type XmlNode} from './dom.ts';

export type XPathValue = string | number | boolean | readonly XmlNode[];

export function toText(value: XPathValue): string {
  if (typeof value === 'object') return value.length === 0 ? '' : stringValue(value[0]);
  return typeof value === 'number' ? numberText(value) : String(value);
}

export function toBoolean(value: XPathValue): boolean {
  if (typeof value === 'object') return value.length > 0;
  return typeof value === 'number' ? value !== 0 && !Number.isNaN(value) : Boolean(value);
}

export function toNumber(value: XPathValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  const text = toText(value).replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, '');
  return /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : NaN;
}

/** As libxml prints numbers: 15 digits, with an exponent beyond 1e9 and below 1e-5 unless they are integers of 32 bits. */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  if (Number.isInteger(value) && Math.abs(value) < 2 ** 31) return String(value + 0);
  const size = Math.abs(value);
  if (size > 1e9 || size < 1e-5) {
    const [digits, exponent] = value.toExponential(14).split('e');
    const sign = exponent[0] === '-' ? '-' : '+';
    return `${withoutZeros(digits)}e${sign}${exponent.replace(/^[+-]/, '').padStart(2, '0')}`;
  }
  const places = Math.trunc(Math.log10(size));
  return withoutZeros(value.toFixed(places > 0 ? 14 - places : 15 - places));
}

function withoutZeros(text: string): string {
  return text.replace(/\.?0+$/, '');
}
