// SQL names as names of XML: SQL/XML, clause 9.

const FIRST = /[\p{L}\p{Nl}_:]/u;
const FURTHER = /[\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Me}\p{Lm}._:·-]/u;

/**
 * What XML does not allow in a name is written `_xHHHH_`. `fully`: colons and what begins with "xml" too, as for the names of
 * columns that nobody has given another; `periods`: dots too.
 */
export function xmlName(name: string, fully: boolean, periods = false): string {
  let out = '';
  for (let i = 0; i < name.length;) {
    const character = String.fromCodePoint(name.codePointAt(i)!);
    out += escaped(name, i, character, fully, periods) ?? character;
    i += character.length;
  }
  return out;
}

function escaped(name: string, i: number, character: string, fully: boolean, periods: boolean): string | null {
  if (character === ':') return i === 0 || fully ? '_x003A_' : null;
  if (character === '_' && name[i + 1] === 'x') return '_x005F_';
  if (fully && i === 0 && /^xml/i.test(name)) return character === 'x' ? '_x0078_' : '_x0058_';
  if (character === '.' && periods) return '_x002E_';
  if ((i === 0 ? FIRST : FURTHER).test(character)) return null;
  return `_x${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}_`;
}
