import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import {quoteIdentifier, quoteLiteral} from './quote.ts';

const specifier = /%(?:%|(?:(\d+)\$)?(-*)(?:(\d+)|\*(?:(\d+)\$)?)?(.)?)/gsu;

/**
 * format(): %s a value, %I an identifier, %L a literal, %% a percent sign; n$ chooses an argument, a number or * pads.
 * Errors: 22023, 22004 for a null identifier.
 */
export function formatMessage(format: string, values: readonly Datum[], print: (index: number) => string): string {
  let next = 0;
  const take = (position: string | undefined): number => {
    const index = position === undefined ? next : Number(position) - 1;
    if (index < 0) throw invalid('format specifies argument 0, but arguments are numbered from 1');
    if (index >= values.length) throw invalid('too few arguments for format()');
    next = index + 1;
    return index;
  };
  return format.replace(specifier, (whole, position, minus, width, starPosition, type) => {
    if (whole === '%%') return '%';
    if (type === undefined) {
      throw new SqlError('22023', 'unterminated format() type specifier', {
        hint: 'For a single "%" use "%%".',
      });
    }
    let size = width === undefined ? 0 : Number(width);
    let fromLeft = minus !== '';
    if (whole.includes('*')) {
      const at = take(starPosition);
      size = values[at] === null ? 0 : Number(print(at));
      if (size < 0) fromLeft = true;
      size = Math.abs(size);
    }
    if (!'sIL'.includes(type)) {
      throw new SqlError('22023', `unrecognized format() type specifier "${type}"`, {
        hint: 'For a single "%" use "%%".',
      });
    }
    const text = value(type, take(position));
    return fromLeft ? text.padEnd(size) : text.padStart(size);
  });

  function value(type: string, index: number): string {
    const isNull = values[index] === null;
    if (type === 's') return isNull ? '' : print(index);
    if (type === 'L') return isNull ? 'NULL' : quoteLiteral(print(index));
    if (isNull) throw new SqlError('22004', 'null values cannot be formatted as an SQL identifier');
    return quoteIdentifier(print(index));
  }
}

function invalid(message: string): SqlError {
  return new SqlError('22023', message);
}
