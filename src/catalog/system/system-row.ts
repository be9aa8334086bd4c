import type {Datum} from '../../types/datum.ts';
import type {SystemSnapshot} from './snapshot.ts';

/** A row of a system relation, by the names of its columns. */
export type SystemRow = Readonly<Record<string, Datum>>;

/** The rows of a system relation as it stands. */
export type SystemRows = (snapshot: SystemSnapshot) => Iterable<SystemRow>;
