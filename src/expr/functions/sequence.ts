import {SqlError} from '../../types/sql-error.ts';
import type {Datum} from '../../types/datum.ts';
import {BIGINT, BOOLEAN, REGCLASS, type SqlType} from '../../types/sql-type.ts';
import {func} from '../define.ts';
import type {CallContext, FunctionRow} from '../function-row.ts';

// Sequences: the engine keeps them, and answers through CallContext.system. Nothing of this is undone by a rollback.

function sequence(name: string, args: readonly SqlType[], says: string): FunctionRow {
  const row = (values: readonly Datum[], {system}: CallContext): Datum => {
    if (!system) throw new SqlError('0A000', `${name}() is not supported in this place`);
    return system(name, values);
  };
  return func(name, args, BIGINT, says, row, {volatility: 'volatile'});
}

export const sequenceRows: readonly FunctionRow[] = [
  sequence('nextval', [REGCLASS], 'the next value of a sequence'),
  sequence('currval', [REGCLASS], 'the value that nextval gave this session last'),
  sequence('lastval', [], 'the value that nextval gave this session last, of any sequence'),
  sequence('setval', [REGCLASS, BIGINT], 'sets the last value of a sequence'),
  sequence('setval', [REGCLASS, BIGINT, BOOLEAN], 'sets the last value of a sequence, given out or not'),
  sequence('pg_sequence_last_value', [REGCLASS], 'the last value of a sequence, NULL before the first'),
];
