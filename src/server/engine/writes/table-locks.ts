import type {TableLockMode} from '../../../session/engine.ts';

/** As the manual of PostgreSQL has them: whoever holds one of these keeps others from the one on the left. */
const CONFLICTS: Readonly<Record<TableLockMode, readonly TableLockMode[]>> = {
  'access share': ['access exclusive'],
  'row share': ['exclusive', 'access exclusive'],
  'row exclusive': ['share', 'share row exclusive', 'exclusive', 'access exclusive'],
  'share update exclusive': ['share update exclusive', 'share', 'share row exclusive', 'exclusive', 'access exclusive'],
  share: ['row exclusive', 'share update exclusive', 'share row exclusive', 'exclusive', 'access exclusive'],
  'share row exclusive': [
    'row exclusive',
    'share update exclusive',
    'share',
    'share row exclusive',
    'exclusive',
    'access exclusive',
  ],
  exclusive: [
    'row share',
    'row exclusive',
    'share update exclusive',
    'share',
    'share row exclusive',
    'exclusive',
    'access exclusive',
  ],
  'access exclusive': [
    'access share',
    'row share',
    'row exclusive',
    'share update exclusive',
    'share',
    'share row exclusive',
    'exclusive',
    'access exclusive',
  ],
};

/** Somebody who holds `held` keeps others from `wanted`. */
export function tableLocksConflict(wanted: TableLockMode, held: TableLockMode): boolean {
  return CONFLICTS[wanted].includes(held);
}
