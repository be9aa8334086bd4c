/**
 * What Millrace answers otherwise than PostgreSQL 15, and why. Lines are compared as these functions leave them; scenarios
 * with a reason of their own are listed by name.
 */

/** Messages whose place or text says nothing of the protocol. */
export function comparable(lines: readonly string[]): string[] {
  return lines
    .map(line =>
      line
        // Versions are the installation's.
        .replace(/(server_version =) .*/, '$1 …')
        // Protocol 3.2 is known here.
        .replace('server supports 3.0 to 3.0', 'server supports 3.0 to 3.2')
        .replace(/^(NegotiateProtocolVersion) \d+/, '$1 …')
        // Each server numbers its system views.
        .replace(/table \d{5}\./g, 'table own.'),
    )
    .filter((_, i, all) => !(isBound(all, i) && failsAtOnce(all, i)));
}

/** PostgreSQL computes constants as it plans: 1/0 fails there in Bind, here when the portal is run. */
function failsAtOnce(lines: readonly string[], i: number): boolean {
  let next = i;
  while (next < lines.length && isBound(lines, next)) next++;
  return lines[next]?.startsWith('ErrorResponse') ?? false;
}

/** Says that Bind has succeeded, or what the portal is like, or that a COPY begins. */
function isBound(lines: readonly string[], i: number): boolean {
  if (lines[i] === 'BindComplete' || lines[i].startsWith('CopyOutResponse')) return true;
  return lines[i].startsWith('RowDescription') && i > 0 && isBound(lines, i - 1);
}

/** By scenario: why its answers are not PostgreSQL's. */
export const BY_DESIGN: ReadonlyMap<string, string> = new Map([
  ['startup: protocol 2', 'the refusal is a message of protocol 3, which PostgreSQL writes as in protocol 2'],
  ['startup: GSS, then in the clear', 'there is no GSSAPI: the answer is N'],
  ['extended: a negative length', 'PostgreSQL hangs up without a word'],
  ['extended: a Bind with too few bytes', 'PostgreSQL looks for the statement before it reads on'],
  ['extended: a plan goes stale', 'a statement is planned anew before anything is said of it'],
  ['settings: of the server', "they are this server's"],
  ['limits: statement_timeout', 'pg_sleep runs before the result is described'],
  ['limits: a backend ends itself', 'such functions run before the result is described'],
  ['limits: a backend cancels itself', 'such functions run before the result is described'],
  ['limits: nobody is ended or cancelled', 'such functions run before the result is described'],
]);
