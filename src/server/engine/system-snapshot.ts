import type {Catalog} from '../../catalog/catalog.ts';
import {PG_READ_ALL_SETTINGS_OID} from '../../catalog/role.ts';
import type {SettingFact, SystemSnapshot} from '../../catalog/system/snapshot.ts';
import type {SessionFacts} from '../../session/engine.ts';
import {describeSettings, shownSetting} from '../../session/settings.ts';
import {columnsNamed} from '../../sql/deparse/columns-named.ts';
import {policyColumns} from '../../sql/deparse/policy-columns.ts';
import {expressionText} from '../../sql/deparse/expression.ts';
import {viewText} from '../../sql/deparse/view.ts';
import {viewBase} from '../../sql/deparse/view-base.ts';

/** What system relations and functions are made of, for a statement of this session. */
export function systemSnapshot(
  catalog: Catalog,
  status: SystemSnapshot['status'],
  sequences: SystemSnapshot['sequences'],
  facts: SessionFacts,
): SystemSnapshot {
  let settings: readonly SettingFact[] | null = null;
  const seesAll = (): boolean => catalog.roleBook.hasRightsOf(facts.role, PG_READ_ALL_SETTINGS_OID);
  return {
    catalog,
    status,
    session: {
      user: facts.user,
      role: facts.role,
      sessionUser: facts.sessionUser,
      database: facts.database,
      searchPath: facts.searchPath,
      processId: facts.processId,
      query: facts.query,
      statementNow: facts.statementNow,
      transactionId: facts.transactionId,
      transactions: facts.transactions,
      client: facts.client,
      // Few ask for them, and they are many.
      get settings() {
        return (settings ??= describeSettings(facts.settings, facts.settingOrigins ?? new Map(), seesAll()));
      },
      settingOf: name => shownSetting(facts.settings, name, seesAll()),
      cursors: facts.cursors,
      audit: facts.audit,
      statistics: facts.statistics,
      maintenance: facts.statistics?.maintenance,
      prepared: facts.prepared,
      listening: facts.listening,
    },
    sequences,
    printer: {view: viewText, columnsNamed, policyColumns, baseOf: viewBase, expression: expressionText},
  };
}
