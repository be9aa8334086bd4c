import {int32, message, Q, startup} from '../messages.ts';
import {type Scenario, send, type Step} from '../transcript.ts';

const who = {user: 'millrace', database: 'millrace'};
const GSS = message('', int32(80877104));

function refused(name: string, packet: Buffer): Scenario {
  return {name, startup: null, steps: [{bytes: packet, until: 'close'}]};
}

const wait = (bytes: Buffer): Step => ({bytes, until: {ms: 300}});

export const startupScenarios: readonly Scenario[] = [
  {
    name: 'startup: parameters',
    showStartup: true,
    startup: {
      application_name: 'wire',
      client_encoding: 'utf-8',
      DateStyle: 'german',
      TimeZone: 'Europe/Vienna',
      extra_float_digits: '0',
      options: '-c IntervalStyle=iso_8601 --search-path=a,\\ public -cstatement_timeout=5s',
    },
    steps: [
      send(Q('SHOW search_path; SHOW statement_timeout; SHOW extra_float_digits; SHOW datestyle')),
      send(Q("SET search_path = 'x'; SET statement_timeout = 0; RESET ALL; SHOW search_path; SHOW statement_timeout")),
    ],
  },
  {name: 'startup: replication false', startup: {replication: 'false'}, steps: [send(Q('SELECT 1'))]},
  refused('startup: unknown database', startup({...who, database: 'absent'})),
  refused('startup: unknown role', startup({...who, user: 'absent'})),
  refused('startup: unknown role and database', startup({user: 'absent'})),
  refused('startup: no user', startup({database: 'millrace'})),
  refused('startup: unknown parameter', startup({...who, no_such_thing: '1'})),
  refused('startup: wrong value', startup({...who, DateStyle: 'nonsense'})),
  refused('startup: wrong encoding', startup({...who, client_encoding: 'klingon'})),
  refused('startup: unknown option', startup({...who, options: '-c nosuch=1'})),
  refused('startup: wrong option', startup({...who, options: '-c datestyle=nonsense'})),
  refused('startup: option without value', startup({...who, options: '-c datestyle'})),
  refused('startup: read-only parameter', startup({...who, server_version: '9'})),
  refused('startup: protocol 2', startup(who, 0x20000)),
  refused('startup: protocol 4', startup(who, 0x40000)),
  {
    name: 'startup: application parameters',
    startup: {'my.setting': 'x'},
    steps: [send(Q('SHOW my.setting'))],
  },
  {
    name: 'startup: options of the protocol',
    startup: null,
    steps: [{bytes: startup({...who, '_pq_.compression': 'on', '_pq_.other': '1'}), until: 1}],
  },
  {name: 'startup: GSS, then in the clear', startup: null, steps: [wait(GSS), {bytes: startup(who), until: 1}]},
  {
    name: 'startup: cancel request for nobody',
    startup: null,
    steps: [{bytes: message('', int32(80877102), int32(999999), int32(1)), until: 'close'}],
  },
];
