import {Q, run, S} from '../messages.ts';
import {type Scenario, send} from '../transcript.ts';

export const limitScenarios: readonly Scenario[] = [
  {
    name: 'limits: statement_timeout',
    steps: [
      send(Q('SET statement_timeout = 100')),
      send(Q('SELECT pg_sleep(5)')),
      send(Q('SELECT 1')),
      send(Q('BEGIN')),
      send(Q('SELECT pg_sleep(5)')),
      send(Q('SELECT 1')),
      send(Q('ROLLBACK')),
      send(run('SELECT pg_sleep(5)'), S),
    ],
  },
  {
    name: 'limits: idle_in_transaction_session_timeout',
    steps: [send(Q('SET idle_in_transaction_session_timeout = 100')), {bytes: Q('BEGIN'), until: 'close'}],
  },
  {
    name: 'limits: idle in a failed transaction',
    steps: [
      send(Q('SET idle_in_transaction_session_timeout = 100')),
      send(Q('BEGIN')),
      {bytes: Q('SELECT 1/0'), until: 'close'},
    ],
  },
  {name: 'limits: idle_session_timeout', steps: [{bytes: Q('SET idle_session_timeout = 100'), until: 'close'}]},
  {
    name: 'limits: a backend ends itself',
    steps: [{bytes: Q('SELECT pg_terminate_backend(pg_backend_pid())'), until: 'close'}],
  },
  {
    name: 'limits: a backend cancels itself',
    steps: [send(Q('SELECT pg_cancel_backend(pg_backend_pid())')), send(Q('SELECT 1'))],
  },
  {
    name: 'limits: nobody is ended or cancelled',
    steps: [
      send(Q('SELECT pg_cancel_backend(99999999)')),
      send(Q('SELECT pg_terminate_backend(99999999)')),
      send(Q('SELECT pg_terminate_backend(99999999, -1)')),
      send(Q('SELECT pg_cancel_backend(NULL)')),
    ],
  },
];
