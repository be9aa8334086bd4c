import type {
  Alter,
  AlterAction,
  ColumnConstraint,
  ColumnDefinition,
  ConstraintAttributes,
  CreateIndex,
  CreateMaterializedView,
  CreateSchema,
  CreateSequence,
  CreateTable,
  CreateTableAs,
  CreateView,
  Drop,
  ForeignKeyAction,
  ForeignKeyReference,
  LikeTable,
  SchemaElement,
  SequenceOption,
  StorageOption,
  TableConstraint,
} from '../ast/index.ts';
import {printIndexElement, printOptionList} from './dml.ts';
import {printExpression, printRestricted} from './expression.ts';
import {printRelation} from './from.ts';
import {printName, printNames, printPath} from './identifier.ts';
import {printQuery} from './query.ts';
import {printTypeName} from './type-name.ts';
import {printGrant} from './rights.ts';
import {printExecute} from './utility.ts';

export function words(...parts: readonly (string | false | null)[]): string {
  return parts.filter(part => part !== false && part !== null && part !== '').join(' ');
}

function persistenceOf(statement: {readonly persistence: string}): string | false {
  return statement.persistence !== 'permanent' && statement.persistence.toUpperCase();
}

function ifNotExists(statement: {readonly ifNotExists: boolean}): string | false {
  return statement.ifNotExists && 'IF NOT EXISTS';
}

function columnsOf(columns: readonly string[]): string | false {
  return columns.length > 0 && printNames(columns);
}

function withOptions(options: readonly StorageOption[]): string | false {
  return options.length > 0 && `WITH${printOptionList(options)}`;
}

export function printCreateTable(t: CreateTable): string {
  const inherits = t.inherits.map(name => printPath(name.parts)).join(', ');
  return words(
    'CREATE',
    persistenceOf(t),
    'TABLE',
    ifNotExists(t),
    printPath(t.name.parts),
    `(${t.elements.map(printTableElement).join(', ')})`,
    inherits !== '' && `INHERITS (${inherits})`,
    withOptions(t.options),
    printOnCommit(t.onCommit),
    printTablespace(t),
  );
}

function printTablespace({tablespace}: {readonly tablespace: string | null}): string | false {
  return tablespace !== null && `TABLESPACE ${printName(tablespace)}`;
}

function printOnCommit(onCommit: CreateTable['onCommit']): string | false {
  return onCommit !== 'default' && `ON COMMIT ${onCommit.toUpperCase()}`;
}

export function printTableElement(element: ColumnDefinition | TableConstraint | LikeTable): string {
  switch (element.kind) {
    case 'column_definition':
      return printColumnDefinition(element);
    case 'like_table': {
      const options = element.options.map(o => ` ${o.including ? 'INCLUDING' : 'EXCLUDING'} ${o.what.toUpperCase()}`);
      return `LIKE ${printPath(element.table.parts)}${options.join('')}`;
    }
    default:
      return printTableConstraint(element);
  }
}

export function printColumnDefinition(column: ColumnDefinition): string {
  return words(printName(column.name), printTypeName(column.type), ...printColumnQualifiers(column));
}

export function printColumnQualifiers({
  collation,
  constraints,
}: Pick<ColumnDefinition, 'collation' | 'constraints'>): readonly (string | false)[] {
  return [collation !== null && `COLLATE ${printPath(collation)}`, ...constraints.map(printColumnConstraint)];
}

function printConstraintName(constraint: {readonly name: string | null}): string | false {
  return constraint.name !== null && `CONSTRAINT ${printName(constraint.name)}`;
}

function printColumnConstraint(constraint: ColumnConstraint): string {
  return words(printConstraintName(constraint), printColumnRule(constraint), printAttributes(constraint.attributes));
}

function printColumnRule(c: ColumnConstraint): string {
  switch (c.kind) {
    case 'not_null':
      return 'NOT NULL';
    case 'nullable':
      return 'NULL';
    case 'default_value':
      return `DEFAULT ${printRestricted(c.expression)}`;
    case 'check':
      return `CHECK (${printExpression(c.expression)})`;
    case 'primary_key':
      return words('PRIMARY KEY', withOptions(c.options));
    case 'unique':
      return words('UNIQUE', c.nullsNotDistinct && 'NULLS NOT DISTINCT', withOptions(c.options));
    case 'generated':
      return `GENERATED ALWAYS AS (${printExpression(c.expression)}) ${c.storage.toUpperCase()}`;
    case 'identity': {
      const options = c.options.length > 0 && `(${c.options.map(printSequenceOption).join(' ')})`;
      return words('GENERATED', c.generation.toUpperCase(), 'AS IDENTITY', options);
    }
    case 'references':
      return printReferences(c.references);
  }
}

function printReferences(r: ForeignKeyReference): string {
  return words(
    'REFERENCES',
    printPath(r.table.parts),
    columnsOf(r.columns),
    r.match !== 'simple' && `MATCH ${r.match.toUpperCase()}`,
    printAction('UPDATE', r.onUpdate),
    printAction('DELETE', r.onDelete),
  );
}

function printAction(event: string, action: ForeignKeyAction): string | false {
  if (action.type === 'no action') return false;
  const columns = 'columns' in action ? columnsOf(action.columns) : false;
  return words(`ON ${event} ${action.type.toUpperCase()}`, columns);
}

export function printAttributes(a: ConstraintAttributes): string {
  return words(
    a.noInherit && 'NO INHERIT',
    a.deferrable !== null && (a.deferrable ? 'DEFERRABLE' : 'NOT DEFERRABLE'),
    a.initiallyDeferred !== null && `INITIALLY ${a.initiallyDeferred ? 'DEFERRED' : 'IMMEDIATE'}`,
    a.enforced !== null && (a.enforced ? 'ENFORCED' : 'NOT ENFORCED'),
    a.notValid && 'NOT VALID',
  );
}

function printTableConstraint(constraint: TableConstraint): string {
  return words(printConstraintName(constraint), printTableRule(constraint), printAttributes(constraint.attributes));
}

function printTableRule(c: TableConstraint): string {
  switch (c.kind) {
    case 'check':
      return `CHECK (${printExpression(c.expression)})`;
    case 'table_not_null':
      return `NOT NULL ${printName(c.column)}`;
    case 'table_primary_key':
      if (c.index !== null) return `PRIMARY KEY USING INDEX ${printName(c.index)}`;
      return words('PRIMARY KEY', printNames(c.columns), printInclude(c.include), withOptions(c.options));
    case 'table_unique':
      return words(
        'UNIQUE',
        c.nullsNotDistinct && 'NULLS NOT DISTINCT',
        c.index === null ? printNames(c.columns) : `USING INDEX ${printName(c.index)}`,
        printInclude(c.include),
        withOptions(c.options),
      );
    case 'foreign_key':
      return words('FOREIGN KEY', printNames(c.columns), printReferences(c.references));
  }
}

function printInclude(columns: readonly string[]): string | false {
  return columns.length > 0 && `INCLUDE ${printNames(columns)}`;
}

function printSequenceOption(option: SequenceOption): string {
  switch (option.name) {
    case 'as':
      return `AS ${printTypeName(option.type)}`;
    case 'cache':
      return `CACHE ${option.value}`;
    case 'increment':
      return `INCREMENT BY ${option.value}`;
    case 'start':
      return `START WITH ${option.value}`;
    case 'maxvalue':
    case 'minvalue':
      return option.value === null ? `NO ${option.name.toUpperCase()}` : `${option.name.toUpperCase()} ${option.value}`;
    case 'cycle':
      return option.cycle ? 'CYCLE' : 'NO CYCLE';
    case 'restart':
      return option.value === null ? 'RESTART' : `RESTART WITH ${option.value}`;
    case 'logged':
    case 'unlogged':
      return option.name.toUpperCase();
    case 'owned by':
      return `OWNED BY ${printPath(option.column.parts)}`;
    case 'sequence name':
      return `SEQUENCE NAME ${printPath(option.sequence.parts)}`;
  }
}

export function printCreateTableAs(t: CreateTableAs): string {
  return words(
    'CREATE',
    persistenceOf(t),
    'TABLE',
    ifNotExists(t),
    printPath(t.name.parts),
    columnsOf(t.columns),
    withOptions(t.options),
    printOnCommit(t.onCommit),
    printTablespace(t),
    'AS',
    t.source.kind === 'execute' ? printExecute(t.source) : printQuery(t.source),
    !t.withData && 'WITH NO DATA',
  );
}

export function printCreateView(v: CreateView): string {
  return words(
    'CREATE',
    v.orReplace && 'OR REPLACE',
    persistenceOf(v),
    v.recursive && 'RECURSIVE',
    'VIEW',
    printPath(v.name.parts),
    columnsOf(v.columns),
    withOptions(v.options),
    'AS',
    printQuery(v.query),
    v.emit !== null && `EMIT ${v.emit.toUpperCase()}`,
    v.checkOption !== 'none' && `WITH ${v.checkOption.toUpperCase()} CHECK OPTION`,
  );
}

export function printCreateMaterializedView(v: CreateMaterializedView): string {
  return words(
    'CREATE',
    v.orReplace && 'OR REPLACE',
    'MATERIALIZED VIEW',
    ifNotExists(v),
    printPath(v.name.parts),
    columnsOf(v.columns),
    withOptions(v.options),
    printTablespace(v),
    'AS',
    printQuery(v.query),
    v.emit !== null && `EMIT ${v.emit.toUpperCase()}`,
    !v.withData && 'WITH NO DATA',
  );
}

export function printCreateIndex(i: CreateIndex): string {
  return words(
    'CREATE',
    i.unique && 'UNIQUE',
    'INDEX',
    i.concurrently && 'CONCURRENTLY',
    ifNotExists(i),
    i.name !== null && printName(i.name),
    'ON',
    printRelation(i.table, i.only),
    i.method !== null && `USING ${printName(i.method)}`,
    `(${i.elements.map(printIndexElement).join(', ')})`,
    i.include.length > 0 && `INCLUDE (${i.include.map(printIndexElement).join(', ')})`,
    i.nullsNotDistinct && 'NULLS NOT DISTINCT',
    withOptions(i.options),
    printTablespace(i),
    i.where !== null && `WHERE ${printExpression(i.where)}`,
  );
}

export function printRole(role: string): string {
  return /^(current_user|session_user|current_role)$/.test(role) ? role.toUpperCase() : printName(role);
}

export function printCreateSchema(s: CreateSchema): string {
  return words(
    'CREATE SCHEMA',
    ifNotExists(s),
    s.name !== null && printName(s.name),
    s.authorization !== null && `AUTHORIZATION ${printRole(s.authorization)}`,
    ...s.elements.map(printSchemaElement),
  );
}

function printSchemaElement(element: SchemaElement): string {
  switch (element.kind) {
    case 'create_table':
      return printCreateTable(element);
    case 'create_table_as':
      return printCreateTableAs(element);
    case 'create_view':
      return printCreateView(element);
    case 'create_index':
      return printCreateIndex(element);
    case 'grant':
      return printGrant(element);
    default:
      return printCreateSequence(element);
  }
}

export function printCreateSequence(s: CreateSequence): string {
  const options = s.options.map(printSequenceOption).join(' ');
  return words('CREATE', persistenceOf(s), 'SEQUENCE', ifNotExists(s), printPath(s.name.parts), options);
}

export function printDrop(d: Drop): string {
  return words(
    'DROP',
    d.object.toUpperCase(),
    d.concurrently && 'CONCURRENTLY',
    d.ifExists && 'IF EXISTS',
    d.names.map(name => printPath(name.parts)).join(', '),
    d.behavior === 'cascade' && 'CASCADE',
  );
}

/** `ALTER TABLE [IF EXISTS] [ONLY] name`, as all ALTER statements begin. */
export function printAlterTarget(a: Pick<Alter, 'object' | 'ifExists' | 'only' | 'name'>): string {
  return words('ALTER', a.object.toUpperCase(), a.ifExists && 'IF EXISTS', printRelation(a.name, a.only));
}

export function printAlter(alter: Alter): string {
  return `${printAlterTarget(alter)} ${alter.actions.map(printAlterAction).join(', ')}`;
}

function cascade(action: {readonly behavior: 'restrict' | 'cascade'}): string | false {
  return action.behavior === 'cascade' && 'CASCADE';
}

function printAlterAction(a: AlterAction): string {
  switch (a.action) {
    case 'add_column':
      return words('ADD COLUMN', a.ifNotExists && 'IF NOT EXISTS', printColumnDefinition(a.column));
    case 'drop_column':
      return words('DROP COLUMN', a.ifExists && 'IF EXISTS', printName(a.column), cascade(a));
    case 'alter_column_type':
      return words(
        `ALTER COLUMN ${printName(a.column)} TYPE ${printTypeName(a.type)}`,
        a.collation !== null && `COLLATE ${printPath(a.collation)}`,
        a.using !== null && `USING ${printExpression(a.using)}`,
      );
    case 'set_default':
      return `ALTER COLUMN ${printName(a.column)} SET DEFAULT ${printExpression(a.expression)}`;
    case 'drop_default':
      return `ALTER COLUMN ${printName(a.column)} DROP DEFAULT`;
    case 'set_not_null':
      return `ALTER COLUMN ${printName(a.column)} SET NOT NULL`;
    case 'drop_not_null':
      return `ALTER COLUMN ${printName(a.column)} DROP NOT NULL`;
    case 'add_identity': {
      const options = a.options.length > 0 && `(${a.options.map(printSequenceOption).join(' ')})`;
      return words(
        `ALTER COLUMN ${printName(a.column)} ADD GENERATED ${a.generation.toUpperCase()} AS IDENTITY`,
        options,
      );
    }
    case 'set_identity':
      return words(
        `ALTER COLUMN ${printName(a.column)}`,
        a.generation !== null && `SET GENERATED ${a.generation.toUpperCase()}`,
        ...a.options.map(option => `SET ${printSequenceOption(option)}`),
      );
    case 'drop_identity':
    case 'drop_expression': {
      const what = a.action === 'drop_identity' ? 'IDENTITY' : 'EXPRESSION';
      return words(`ALTER COLUMN ${printName(a.column)} DROP ${what}`, a.ifExists && 'IF EXISTS');
    }
    case 'set_statistics':
      return `ALTER COLUMN ${printName(a.column)} SET STATISTICS ${a.target}`;
    case 'set_storage':
      return `ALTER COLUMN ${printName(a.column)} SET STORAGE ${printName(a.method)}`;
    case 'set_compression': {
      const method = a.method === 'default' ? 'DEFAULT' : printName(a.method);
      return `ALTER COLUMN ${printName(a.column)} SET COMPRESSION ${method}`;
    }
    case 'set_column_options':
      return `ALTER COLUMN ${printName(a.column)} SET${printOptionList(a.options)}`;
    case 'reset_column_options':
      return `ALTER COLUMN ${printName(a.column)} RESET${printOptionList(a.options)}`;
    case 'alter_constraint':
      return `ALTER CONSTRAINT ${printName(a.name)}${printAttributes(a.attributes)}`;
    case 'physical':
      return a.clause;
    case 'add_constraint':
      return `ADD ${printTableConstraint(a.constraint)}`;
    case 'drop_constraint':
      return words('DROP CONSTRAINT', a.ifExists && 'IF EXISTS', printName(a.name), cascade(a));
    case 'validate_constraint':
      return `VALIDATE CONSTRAINT ${printName(a.name)}`;
    case 'set_options':
      return `SET${printOptionList(a.options)}`;
    case 'reset_options':
      return `RESET${printOptionList(a.options)}`;
    case 'sequence_options':
      return a.options.map(printSequenceOption).join(' ');
    case 'set_tablespace':
      return `SET TABLESPACE ${printName(a.tablespace)}`;
    case 'set_index_statistics':
      return `ALTER COLUMN ${a.column} SET STATISTICS ${a.target}`;
    case 'owner_to':
      return `OWNER TO ${printRole(a.role)}`;
    case 'row_security':
      return `${a.change.toUpperCase()} ROW LEVEL SECURITY`;
    case 'set_masking':
      return words(
        `ALTER COLUMN ${printName(a.column)}`,
        a.policy === null ? 'UNSET MASKING POLICY' : `SET MASKING POLICY ${printPath(a.policy.parts)}`,
        a.using.length > 0 && `USING ${printNames(a.using)}`,
        a.force && 'FORCE',
      );
  }
}
