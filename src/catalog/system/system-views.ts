import type {SystemSnapshot} from './snapshot.ts';
import type {SystemRelation} from './system-relation.ts';

/** What the system shows as views. Their rows are computed, and no query stands behind them: they have no text. */
export function systemViews({catalog}: SystemSnapshot): SystemRelation[] {
  return catalog.systemRelations().filter(({relkind}) => relkind === 'v');
}
