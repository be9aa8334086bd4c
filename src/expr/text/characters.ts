/** The characters of a text: code points. */
export function characters(text: string): string[] {
  return Array.from(text);
}

/**
 * Case by case as C does it: one character for one. Where Unicode's full mapping gives several (ß → SS), the character stays.
 */
export function changeCase(text: string, upper: boolean): string {
  const mapped = upper ? text.toUpperCase() : text.toLowerCase();
  if (mapped.length === text.length && !/[Σςİİ]/.test(text)) return mapped;
  let result = '';
  for (const character of text) {
    const one = upper ? character.toUpperCase() : character.toLowerCase();
    result += one.length === character.length && characters(one).length === 1 ? one : character;
  }
  return result;
}

/** The first letter of every run of letters and digits in upper case, the others in lower case. */
export function capitalized(text: string): string {
  let inWord = false;
  let result = '';
  for (const character of text) {
    result += changeCase(character, !inWord);
    inWord = /[\p{L}\p{N}]/u.test(character);
  }
  return result;
}
