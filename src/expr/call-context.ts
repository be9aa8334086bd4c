import type {Datum} from '../types/datum.ts';
import type {SqlType} from '../types/sql-type.ts';
import type {CallContext} from './function-row.ts';

/**
 * Where expressions are evaluated: what now() gives, settings, and who answers catalog questions. `now` may move between
 * evaluations (a tick's time); it is read when a function asks.
 */
export type EvaluationContext = {
  now: bigint;
  readonly settings: ReadonlyMap<string, string>;
  readonly system?: (name: string, args: readonly Datum[]) => Datum;
};

/** What a row of one call sees. */
export function callContext(
  context: EvaluationContext,
  argTypes: readonly SqlType[],
  resultType: SqlType,
): CallContext {
  return {
    argTypes,
    resultType,
    get now() {
      return context.now;
    },
    settings: context.settings,
    system: context.system,
  };
}
