import type {Catalog} from '../../catalog/catalog.ts';
import type {CatalogNotice} from '../../catalog/notice.ts';
import {isType} from '../../catalog/object.ts';
import type {DomainObject, TypeObject} from '../../catalog/object.ts';
import type {AlterEnum, QualifiedName} from '../../sql/ast/index.ts';
import {checkLabel} from '../../sql/bind/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import {typeByName, kindName} from '../../types/type-names.ts';
import type {EnumLabel} from '../../types/user-types.ts';
import type {SqlSession} from '../session.ts';
import {editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {refuseRunning, refuseViews} from './type-users.ts';

const STEP = 2 ** 20;
const INT32_MAX = 2 ** 31 - 1;
const INT32_MIN = -(2 ** 31);

/** ALTER TYPE … ADD VALUE, RENAME VALUE. Errors: 42704, 42809, 42710, 22023, 42602, 0A000. */
export const alterEnum: StatementHandler<AlterEnum> = {
  run({name, change}, session) {
    return editCatalog(session, 'ALTER TYPE', fork => {
      const type = enumNamed(fork, name, session);
      const {labels} = type.form;
      const notices: CatalogNotice[] = [];
      if (change.type === 'rename') {
        refuseRename(session, fork, type);
        fork.replace({...type, form: {type: 'enum', labels: renamed(labels, change.from, change.to)}});
      } else if (change.ifNotExists && labels.some(({label}) => label === change.label)) {
        const message = `enum label "${change.label}" already exists, skipping`;
        notices.push({severity: 'NOTICE', code: '42710', message});
      } else {
        // A row that could not be read as one of the enum until now must not become one unseen.
        const reads = new RegExp(`^cast\\(\\w+(\\[\\])*,#${type.oid}(\\[\\])*\\)$`);
        refuseRunning(session.database, 'ALTER TYPE … ADD VALUE', signature => reads.test(signature));
        const oid = fork.allocateOid();
        fork.replace({...type, form: {type: 'enum', labels: added(labels, change, oid)}});
      }
      return {specs: new Map(), notices, tag: 'ALTER TYPE'};
    });
  },
};

/** What a running view has made of a label's text is not the text any more. */
function refuseRename(session: SqlSession, catalog: Catalog, {oid}: TypeObject): void {
  const what = 'ALTER TYPE … RENAME VALUE';
  refuseViews(catalog, what, oid);
  refuseRunning(session.database, what, signature => signature.includes(`#${oid}`));
}

type EnumObject = TypeObject & {readonly form: Extract<TypeObject['form'], {type: 'enum'}>};

function enumNamed(catalog: Catalog, name: QualifiedName, session: SqlSession): EnumObject {
  const found = typeNamed(catalog, name, session);
  if (found.kind === 'type' && found.form.type === 'enum') return found as EnumObject;
  throw new SqlError('42809', `${found.name} is not an enum`);
}

/** The type that ALTER TYPE or DOMAIN names. Errors: 42704, 42809 one that is not a user's to alter. */
export function typeNamed(
  catalog: Catalog,
  {parts}: QualifiedName,
  session: SqlSession,
  wanted = 'an enum',
): TypeObject | DomainObject {
  const found = catalog.findType(parts, session.settings.searchPath);
  if (found && isType(found)) return found;
  const builtIn = parts.length === 1 ? typeByName(parts[0]) : undefined;
  if (builtIn) throw new SqlError('42809', `${kindName(builtIn)} is not ${wanted}`);
  if (!found) throw new SqlError('42704', `type "${parts.join('.')}" does not exist`);
  throw new SqlError('42809', `${found.name} is a table's row type`, {hint: 'Use ALTER TABLE instead.'});
}

function renamed(labels: readonly EnumLabel[], from: string, to: string): EnumLabel[] {
  checkLabel(to);
  if (!labels.some(({label}) => label === from)) throw noLabel(from);
  if (labels.some(({label}) => label === to)) throw labelExists(to);
  return labels.map(label => (label.label === from ? {...label, label: to} : label));
}

function added(
  labels: readonly EnumLabel[],
  {label, neighbour, after}: Extract<AlterEnum['change'], {type: 'add'}>,
  oid: number,
): EnumLabel[] {
  checkLabel(label);
  if (labels.some(existing => existing.label === label)) throw labelExists(label);
  const near = neighbour === null ? labels.length - 1 : labels.findIndex(existing => existing.label === neighbour);
  if (neighbour !== null && near < 0) throw noLabel(neighbour);
  const index = neighbour === null || after ? near + 1 : near;
  const position = between(labels[index - 1]?.position, labels[index]?.position);
  return [...labels.slice(0, index), {position, label, oid}, ...labels.slice(index)];
}

/** A position between two; beyond the last or before the first where one is missing. Errors: 54000. */
function between(low: number | undefined, high: number | undefined): number {
  if (low === undefined && high === undefined) return 0;
  const from = low ?? Math.max(INT32_MIN, high! - 2 * STEP);
  const to = high ?? Math.min(INT32_MAX, low! + 2 * STEP);
  const position = Math.floor((from + to) / 2);
  if (position > (low ?? -Infinity) && position < (high ?? Infinity)) return position;
  throw new SqlError('54000', 'there is no room for another label at this place of the enum', {
    hint: 'Create the type anew with all of its labels.',
  });
}

function noLabel(label: string): SqlError {
  return new SqlError('22023', `"${label}" is not an existing enum label`);
}

function labelExists(label: string): SqlError {
  return new SqlError('42710', `enum label "${label}" already exists`);
}
