import {printString} from '../print/identifier.ts';

/** `$.a.b[0]` as the elements of #>: `'{a,b,0}'`; null: the path does more than lead to one place. */
function pathElements(path: string): string | null {
  if (!/^\$(?:\.(?:[\p{L}_][\p{L}\p{N}_]*|"[^"]*")|\[\d+\]|\['[^']*'\])*$/u.test(path)) return null;
  const steps = [...path.matchAll(/\.([\p{L}_][\p{L}\p{N}_]*)|\."([^"]*)"|\[(\d+)\]|\['([^']*)'\]/gu)];
  const elements = steps.map(([, a, b, c, d]) => `"${(a ?? b ?? c ?? d).replace(/["\\]/g, '\\$&')}"`);
  return printString(`{${elements.join(',')}}`);
}

/** What the path leads to, as jsonb or as text. */
export function jsonAt(json: string, path: string, asText: boolean): string | null {
  const elements = pathElements(path);
  return elements && `((${json})::jsonb ${asText ? '#>>' : '#>'} ${elements})`;
}
