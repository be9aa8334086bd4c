import type {Datum} from '../types/datum.ts';
import type {SystemSnapshot} from './system/snapshot.ts';

/** What a function that looks at the catalog, the session or the server gives for its arguments. */
export type SystemAnswer = (snapshot: SystemSnapshot, ...args: Datum[]) => Datum;
