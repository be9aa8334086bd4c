import type {Catalog} from '../../catalog/catalog.ts';
import {maskedColumns, type MaskingPolicy} from '../../catalog/masking.ts';
import {SqlError} from '../../types/sql-error.ts';

/** The policies go, but never while they hide something. Errors: 2BP01. */
export function withoutMaskingPolicies(fork: Catalog, going: readonly MaskingPolicy[]): void {
  if (going.length === 0) return;
  for (const policy of going) refuseInUse(fork, policy);
  const book = fork.roleBook;
  fork.roleBook = book.with({maskingPolicies: book.maskingPolicies.filter(policy => !going.includes(policy))});
}

function refuseInUse(fork: Catalog, policy: MaskingPolicy): void {
  const users = [...maskedColumns(fork)].filter(each => each.policy.oid === policy.oid);
  if (users.length === 0) return;
  const lines = users.map(
    ({object, column}) =>
      `column ${column.name} of ${object.kind} ${object.name} depends on masking policy ${policy.name}`,
  );
  throw new SqlError('2BP01', `cannot drop masking policy ${policy.name} because other objects depend on it`, {
    detail: lines.join('\n'),
    hint: 'Use ALTER … ALTER COLUMN … UNSET MASKING POLICY first.',
  });
}

/** Those in schemas that are gone: they go with CASCADE. Errors: 2BP01. */
export function dropHomelessPolicies(fork: Catalog, cascade: boolean): void {
  const homeless = fork.roleBook.maskingPolicies.filter(({schema}) => !fork.hasSchema(schema));
  if (homeless.length > 0 && !cascade) {
    const [{schema}] = homeless;
    throw new SqlError('2BP01', `cannot drop schema ${schema} because other objects depend on it`, {
      detail: homeless.map(({name}) => `masking policy ${name} depends on schema ${schema}`).join('\n'),
      hint: 'Use DROP ... CASCADE to drop the dependent objects too.',
    });
  }
  withoutMaskingPolicies(fork, homeless);
}
