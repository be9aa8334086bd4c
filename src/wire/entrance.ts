import type {Database} from '../session/api.ts';
import type {HbaRule} from './auth/hba.ts';
import type {LoginThrottle} from './auth/throttle.ts';
import type {TlsAcceptor} from './tls-acceptor.ts';

/** What clients find when they come: how they may encrypt, and what they have to show. Reloaded while the server runs. */
export type Entrance = {
  readonly database: Database;
  readonly throttle: LoginThrottle;
  /** null: there is no TLS. */
  readonly tls: TlsAcceptor | null;
  readonly rules: readonly HbaRule[];
};
