import {E, F, int32, message, P, B, Q, run, S} from '../messages.ts';
import {type Scenario, send, type Step} from '../transcript.ts';

// By their OIDs of pg_proc: mod(int4, int4), abs(int4), reverse(text), pg_sleep(float8).
const [MOD, ABS, REVERSE, SLEEP] = [941, 1397, 3062, 2626];

function calls(name: string, ...steps: readonly Step[]): Scenario {
  return {name: `function call: ${name}`, steps};
}

export const functionCallScenarios: readonly Scenario[] = [
  calls(
    'text',
    send(F(MOD, ['1', '2'])),
    send(F(REVERSE, ['aé'])),
    send(F(REVERSE, [''])),
    send(F(SLEEP, ['0'])),
    send(F(1158, ['0.5'])),
    send(F(ABS, ['-12'])),
    send(F(2021, ['year', '2020-02-03'])),
  ),
  calls(
    'binary',
    send(F(MOD, [int32(1), int32(-3)], {formats: [1], result: 1})),
    send(F(MOD, [int32(1), '2'], {formats: [1, 0], result: 0})),
    send(F(MOD, ['1', int32(2)], {formats: [0, 1], result: 1})),
    send(F(REVERSE, [Buffer.from('a')], {formats: [1], result: 1})),
    send(F(SLEEP, [Buffer.alloc(8)], {formats: [1], result: 1})),
  ),
  calls(
    'NULL',
    send(F(MOD, ['1', null])),
    send(F(MOD, [null, null], {formats: [1], result: 1})),
    send(F(SLEEP, [null])),
  ),
  calls(
    'wrong messages',
    send(F(MOD, ['1'])),
    send(F(MOD, ['1', '2', '3'])),
    send(F(MOD, ['1', '2'], {formats: [0, 0, 0]})),
    send(F(MOD, ['1', '2'], {formats: [2]})),
    send(F(MOD, ['1', '2'], {result: 2})),
    send(F(MOD, ['1', 'x'])),
    send(F(MOD, [Buffer.alloc(3), Buffer.alloc(4)], {formats: [1]})),
    send(F(MOD, [Buffer.alloc(5), Buffer.alloc(4)], {formats: [1]})),
    send(F(REVERSE, [Buffer.from([0xff])])),
    send(message('F', int32(MOD), 0, 2, int32(-2), int32(-1), 0)),
    send(F(MOD, ['1', '99999999999'])),
  ),
  calls(
    'what cannot be called',
    send(F(4, [])),
    send(F(999_999, ['1'])),
    send(F(1067, ['1', '2'])),
    send(F(2803, [])),
    send(F(3100, [])),
    send(F(3058, ['1'])),
    send(F(383, ['{1}', '{2}'])),
  ),
  calls('errors of the function', send(F(MOD, ['1', '0'])), send(F(ABS, ['-2147483648'])), send(Q('SELECT 1'))),
  calls(
    'in a block',
    send(Q('BEGIN')),
    send(F(MOD, ['1', '2'])),
    send(F(MOD, ['1', '0'])),
    send(F(MOD, ['1', '2'])),
    send(F(4, [])),
    send(Q('ROLLBACK')),
  ),
  calls(
    'among extended queries',
    send(run('SELECT 1'), F(MOD, ['1', '2']), S),
    send(P('SELECT 1', 'kept'), F(MOD, ['2', '2']), B([], {statement: 'kept'}), E(), S),
    send(P('SELEC'), F(MOD, ['1', '2']), S, {until: 1}),
  ),
];
