import type {Statement} from '../ast/index.ts';
import {printAlterCollation, printCreateCollation, printDropCollation} from './collation-ddl.ts';
import {
  printAlter,
  printAlterTarget,
  printCreateIndex,
  printCreateMaterializedView,
  printCreateSchema,
  printCreateSequence,
  printCreateTable,
  printCreateTableAs,
  printCreateView,
  printDrop,
} from './ddl.ts';
import {printRole} from './ddl.ts';
import {printDatabase} from './database.ts';
import {printCopy, printPreparable} from './dml.ts';
import {printCommentOnBuiltIn} from './comment-on-built-in.ts';
import {printAlterFunction, printCommentOnFunction, printCreateFunction, printDropFunction} from './function-ddl.ts';
import {printExpression} from './expression.ts';
import {printName, printPath, printString} from './identifier.ts';
import {printRights} from './rights.ts';
import {printCreateSink, printCreateSource, printSubscribe} from './source.ts';
import {
  printAlterComposite,
  printAlterDomain,
  printAlterEnum,
  printCreateDomain,
  printCreateType,
  printRenameAttribute,
} from './type-ddl.ts';
import {
  printAlterSystem,
  printComment,
  printDeclare,
  printExecute,
  printExplain,
  printFetch,
  printPrepare,
  printRefresh,
  printReset,
  printSet,
  printSetTransaction,
  printShow,
  printTransaction,
  printTruncate,
} from './utility.ts';

/** SQL text on one line that parses back to the same tree. */
export function printStatement(s: Statement): string {
  switch (s.kind) {
    case 'query':
    case 'insert':
    case 'update':
    case 'delete':
    case 'merge':
      return printPreparable(s);
    case 'copy':
      return printCopy(s);
    case 'create_table':
      return printCreateTable(s);
    case 'create_table_as':
      return printCreateTableAs(s);
    case 'create_view':
      return printCreateView(s);
    case 'create_materialized_view':
      return printCreateMaterializedView(s);
    case 'create_index':
      return printCreateIndex(s);
    case 'create_schema':
      return printCreateSchema(s);
    case 'create_sequence':
      return printCreateSequence(s);
    case 'create_type':
      return printCreateType(s);
    case 'alter_function':
      return printAlterFunction(s);
    case 'create_function':
      return printCreateFunction(s);
    case 'drop_function':
      return printDropFunction(s);
    case 'alter_collation':
      return printAlterCollation(s);
    case 'create_collation':
      return printCreateCollation(s);
    case 'drop_collation':
      return printDropCollation(s);
    case 'create_domain':
      return printCreateDomain(s);
    case 'create_source':
      return printCreateSource(s);
    case 'create_sink':
      return printCreateSink(s);
    case 'drop':
      return printDrop(s);
    case 'alter':
      return printAlter(s);
    case 'alter_composite':
      return printAlterComposite(s);
    case 'alter_domain':
      return printAlterDomain(s);
    case 'alter_enum':
      return printAlterEnum(s);
    case 'rename_attribute':
      return printRenameAttribute(s);
    case 'alter_schema':
      return `${printAlterTarget(s)} SET SCHEMA ${printName(s.schema)}`;
    case 'alter_system':
      return printAlterSystem(s);
    case 'rename': {
      const part = s.from === null ? '' : `${s.part.toUpperCase()} ${printName(s.from)} `;
      return `${printAlterTarget(s)} RENAME ${part}TO ${printName(s.to)}`;
    }
    case 'truncate':
      return printTruncate(s);
    case 'refresh':
      return printRefresh(s);
    case 'comment_on_built_in':
      return printCommentOnBuiltIn(s);
    case 'comment_on_function':
      return printCommentOnFunction(s);
    case 'comment_on_part': {
      const on = `${s.ofDomain ? 'DOMAIN ' : ''}${printPath(s.on.parts)}`;
      const text = s.text === null ? 'NULL' : printString(s.text);
      return `COMMENT ON ${s.part.toUpperCase()} ${printName(s.name)} ON ${on} IS ${text}`;
    }
    case 'alter_large_object':
      return `ALTER LARGE OBJECT ${s.object} OWNER TO ${printRole(s.owner)}`;
    case 'comment_on_large_object':
      return `COMMENT ON LARGE OBJECT ${s.object} IS ${s.text === null ? 'NULL' : printString(s.text)}`;
    case 'comment':
      return printComment(s);
    case 'subscribe':
      return printSubscribe(s);
    case 'set':
      return printSet(s);
    case 'set_transaction':
      return printSetTransaction(s);
    case 'set_constraints': {
      const names = s.names.length === 0 ? 'ALL' : s.names.map(name => printPath(name.parts)).join(', ');
      return `SET CONSTRAINTS ${names} ${s.deferred ? 'DEFERRED' : 'IMMEDIATE'}`;
    }
    case 'reset':
      return printReset(s.name);
    case 'discard':
      return `DISCARD ${s.what.toUpperCase()}`;
    case 'show':
      return printShow(s);
    case 'transaction':
      return printTransaction(s);
    case 'explain':
      return printExplain(s);
    case 'prepare':
      return printPrepare(s);
    case 'execute':
      return printExecute(s);
    case 'deallocate':
      return `DEALLOCATE ${s.name === null ? 'ALL' : printName(s.name)}`;
    case 'declare_cursor':
      return printDeclare(s);
    case 'fetch':
      return printFetch(s);
    case 'close':
      return `CLOSE ${s.cursor === null ? 'ALL' : printName(s.cursor)}`;
    case 'maintenance': {
      const columns = (names: readonly string[]) => (names.length > 0 ? ` (${names.map(printName).join(', ')})` : '');
      const tables = s.tables.map((table, i) => printPath(table.parts) + columns(s.columns[i])).join(', ');
      const using = s.index === null ? '' : `USING ${printName(s.index)}`;
      return [s.command.toUpperCase(), tables, using].filter(Boolean).join(' ');
    }
    case 'reindex': {
      const how = s.concurrently ? ' CONCURRENTLY' : '';
      return `REINDEX ${s.what.toUpperCase()}${how}${s.name ? ` ${printPath(s.name.parts)}` : ''}`;
    }
    case 'lock_table': {
      const tables = s.tables.map(table => printPath(table.parts)).join(', ');
      return `LOCK TABLE ${tables} IN ${s.mode.toUpperCase()} MODE${s.nowait ? ' NOWAIT' : ''}`;
    }
    case 'create_extension':
      return `CREATE EXTENSION ${s.ifNotExists ? 'IF NOT EXISTS ' : ''}${printName(s.name)}`;
    case 'drop_extension':
      return `DROP EXTENSION ${s.ifExists ? 'IF EXISTS ' : ''}${s.names.map(printName).join(', ')}`;
    case 'do':
      return `DO LANGUAGE ${printName(s.language)} ${printString(s.code)}`;
    case 'create_database':
    case 'alter_database':
    case 'drop_database':
      return printDatabase(s);
    case 'call':
      return `CALL ${printExpression(s.call)}`;
    case 'listen':
      return `LISTEN ${printName(s.channel)}`;
    case 'notify':
      return `NOTIFY ${printName(s.channel)}${s.payload === null ? '' : `, ${printString(s.payload)}`}`;
    case 'unlisten':
      return `UNLISTEN ${s.channel === null ? '*' : printName(s.channel)}`;
    case 'create_role':
    case 'alter_role':
    case 'alter_role_set':
    case 'rename_role':
    case 'drop_role':
    case 'grant_role':
    case 'drop_owned':
    case 'reassign_owned':
    case 'grant':
    case 'alter_default_privileges':
    case 'create_policy':
    case 'alter_policy':
    case 'rename_policy':
    case 'drop_policy':
    case 'create_masking_policy':
    case 'alter_masking_policy':
    case 'drop_masking_policy':
      return printRights(s);
    case 'checkpoint':
      return 'CHECKPOINT';
  }
}
