import {arrayOf, BOOLEAN, type SqlType} from '../../types/sql-type.ts';
import {func, operator} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';

const ACLITEM: SqlType = {kind: 'aclitem'};
const ACLITEMS = arrayOf(ACLITEM);

/** Grantee and grantor, and the privileges, each with its star as another. */
function partsOf(item: string): {readonly roles: string; readonly rights: readonly string[]} {
  const end = item.startsWith('"') ? /^"(?:[^"]|"")*"/.exec(item)![0].length : item.indexOf('=');
  const slash = item.indexOf('/', end);
  const modes = item.slice(end + 1, slash < 0 ? undefined : slash);
  const roles = `${item.slice(0, end)}/${slash < 0 ? '' : item.slice(slash + 1)}`;
  return {
    roles,
    rights: [...modes.matchAll(/(.)(\*?)/g)].flatMap(([, letter, star]) => (star ? [letter, `${letter}*`] : [letter])),
  };
}

function contains([list, item]: readonly [readonly (string | null)[], string]): boolean {
  const wanted = partsOf(item);
  return list.some(each => {
    if (each === null) return false;
    const {roles, rights} = partsOf(each);
    return roles === wanted.roles && wanted.rights.every(right => rights.includes(right));
  });
}

const says = 'whether the list of rights has these';

/** Entries of lists of rights. What looks roles up is the session's (system.ts). */
export const aclRows: readonly FunctionRow[] = [
  operator('=', [ACLITEM, ACLITEM], BOOLEAN, 'equal', ([a, b]: readonly [string, string]) => a === b),
  func('aclitemeq', [ACLITEM, ACLITEM], BOOLEAN, 'equal', ([a, b]: readonly [string, string]) => a === b),
  func('aclcontains', [ACLITEMS, ACLITEM], BOOLEAN, says, contains),
  operator('@>', [ACLITEMS, ACLITEM], BOOLEAN, says, contains),
  operator('~', [ACLITEMS, ACLITEM], BOOLEAN, says, contains),
];
