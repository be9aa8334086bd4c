import type {Statement} from '../../sql/ast/index.ts';
import {intoOf} from '../../sql/bind/index.ts';
import {notSupported} from '../../types/sql-error.ts';
import {alterComposite, renameAttribute} from './alter-composite.ts';
import {alterDomain} from './alter-domain.ts';
import {alterFunction} from './alter-function.ts';
import {alterEnum} from './alter-enum.ts';
import {close, declareCursor, fetch} from './cursors.ts';
import {alterDatabase, createDatabase, dropDatabase} from './database.ts';
import {alterCollation, createCollation, dropCollation} from './collations.ts';
import {comment} from './comment.ts';
import {commentOnBuiltIn} from './comment-on-built-in.ts';
import {commentOnFunction, commentOnPart} from './comment-on-part.ts';
import {copy} from './copy.ts';
import {createIndex} from './create-index.ts';
import {createSchema} from './create-schema.ts';
import {createSink} from './create-sink.ts';
import {createSource} from './create-source.ts';
import {createTable} from './create-table.ts';
import {createTableAs, selectInto} from './create-table-as.ts';
import {createDomain, createType} from './create-type.ts';
import {createFunction} from './create-function.ts';
import {createMaterializedView, createView, refresh} from './create-view.ts';
import {drop} from './drop.ts';
import {dropFunction} from './drop-function.ts';
import {lockTable} from './lock-table.ts';
import {checkpoint, maintenance} from './maintenance.ts';
import {dropOwnedAll, reassignOwnedAll, renameRoleAll} from './large-object-owners.ts';
import {alterLargeObject, commentOnLargeObject, grantOnAny} from './large-object.ts';
import {listen, notify, unlisten} from './notify.ts';
import {createExtension, dropExtension, runCode} from './extension.ts';
import {explain} from './explain.ts';
import {alterDefaultPrivileges} from './default-privileges.ts';
import {grantRole} from './grant-role.ts';
import {reindex} from './reindex.ts';
import type {StatementHandler} from './handler.ts';
import {isPlannable} from './planned.ts';
import {alterMaskingPolicy, createMaskingPolicy, dropMaskingPolicy} from './masking.ts';
import {alterPolicy, createPolicy, dropPolicy, renamePolicy} from './policy.ts';
import {deallocate, execute, prepare} from './prepared.ts';
import {alter, alterSchema, rename} from './alter.ts';
import {alterRole, alterRoleSet, createRole, dropRole} from './roles.ts';
import {createSequence} from './sequence.ts';
import {discard, reset, setTransaction, setVariable} from './set.ts';
import {setConstraints} from './set-constraints.ts';
import {show} from './show.ts';
import {transaction} from './transaction.ts';
import {truncate} from './truncate.ts';

/** How each kind of statement runs; adding one touches this table and a file of its own. */
const HANDLERS: {readonly [K in Statement['kind']]?: StatementHandler<Extract<Statement, {kind: K}>>} = {
  create_table: createTable,
  create_table_as: createTableAs,
  create_source: createSource,
  create_view: createView,
  create_materialized_view: createMaterializedView,
  create_index: createIndex,
  create_sink: createSink,
  create_schema: createSchema,
  create_type: createType,
  alter_collation: alterCollation,
  create_collation: createCollation,
  drop_collation: dropCollation,
  create_domain: createDomain,
  create_function: createFunction,
  drop_function: dropFunction,
  alter_composite: alterComposite,
  alter_function: alterFunction,
  alter_domain: alterDomain,
  alter_enum: alterEnum,
  rename: {run: rename},
  rename_attribute: renameAttribute,
  alter: {run: alter},
  alter_schema: {run: alterSchema},
  create_role: createRole,
  alter_role: alterRole,
  alter_role_set: alterRoleSet,
  rename_role: renameRoleAll,
  drop_role: dropRole,
  grant_role: grantRole,
  create_masking_policy: createMaskingPolicy,
  alter_masking_policy: alterMaskingPolicy,
  drop_masking_policy: dropMaskingPolicy,
  create_policy: createPolicy,
  alter_policy: alterPolicy,
  rename_policy: renamePolicy,
  drop_policy: dropPolicy,
  grant: grantOnAny,
  alter_large_object: alterLargeObject,
  alter_default_privileges: alterDefaultPrivileges,
  drop_owned: dropOwnedAll,
  reassign_owned: reassignOwnedAll,
  checkpoint,
  close,
  comment,
  comment_on_built_in: commentOnBuiltIn,
  comment_on_function: commentOnFunction,
  comment_on_large_object: commentOnLargeObject,
  comment_on_part: commentOnPart,
  copy,
  create_sequence: createSequence,
  drop,
  create_extension: createExtension,
  do: runCode,
  create_database: createDatabase,
  alter_database: alterDatabase,
  drop_database: dropDatabase,
  drop_extension: dropExtension,
  listen,
  lock_table: lockTable,
  maintenance,
  notify,
  unlisten,
  refresh,
  reindex,
  declare_cursor: declareCursor,
  explain,
  fetch,
  transaction,
  truncate,
  set: setVariable,
  set_transaction: setTransaction,
  set_constraints: setConstraints,
  reset,
  discard,
  show,
  prepare,
  execute,
  deallocate,
};

/** null: the statement is planned as a query or DML. Errors: 0A000 for a statement that does not exist yet. */
export function handlerOf(statement: Statement): StatementHandler | null {
  if (statement.kind === 'query' && intoOf(statement)) return selectInto as StatementHandler;
  if (isPlannable(statement) || statement.kind === 'call') return null;
  const handler = HANDLERS[statement.kind] as StatementHandler | undefined;
  if (!handler) throw notSupported(NAMES[statement.kind] ?? statement.kind.replaceAll('_', ' ').toUpperCase());
  return handler;
}

/** Statements whose SQL name is not their kind in capitals. */
const NAMES: {readonly [K in Statement['kind']]?: string} = {};
