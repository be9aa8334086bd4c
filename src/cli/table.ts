/** A result as a front end prints it: values are the server's text, null is NULL. */
export type TextResult = {
  readonly columns: readonly {readonly name: string; readonly rightAligned: boolean}[];
  readonly rows: readonly (readonly (string | null)[])[];
};

/** psql's aligned format: a header, a rule, the rows, and the count. */
export function formatTable(result: TextResult, title?: string): string {
  const {columns, rows} = result;
  const cells = rows.map(row => row.map(value => (value ?? '').split('\n')));
  const widths = columns.map(({name}, i) =>
    Math.max(displayWidth(name), ...cells.map(row => Math.max(...row[i].map(displayWidth)))),
  );
  const lines = [
    columns.map(({name}, i) => ` ${center(name, widths[i])} `).join('|'),
    widths.map(width => '-'.repeat(width + 2)).join('+'),
  ];
  for (const row of cells) lines.push(...formatRow(row, columns, widths));
  lines.push(`(${rows.length} row${rows.length === 1 ? '' : 's'})`);
  if (title) lines.unshift(center(title, lines[0].length).trimEnd());
  return `${lines.map(line => line.trimEnd()).join('\n')}\n`;
}

/** psql's \x: one line a column. */
export function formatExpanded(result: TextResult): string {
  const width = Math.max(0, ...result.columns.map(({name}) => displayWidth(name)));
  const lines = result.rows.flatMap((row, i) => [
    `-[ RECORD ${i + 1} ]${'-'.repeat(Math.max(0, width))}`,
    ...row.map((value, c) => `${pad(result.columns[c].name, width)} | ${value ?? ''}`.trimEnd()),
  ]);
  return lines.length === 0 ? '(0 rows)\n' : `${lines.join('\n')}\n`;
}

function formatRow(
  row: readonly (readonly string[])[],
  columns: TextResult['columns'],
  widths: readonly number[],
): string[] {
  const height = Math.max(1, ...row.map(cell => cell.length));
  return Array.from({length: height}, (_, line) =>
    row
      .map((cell, i) => {
        const text = cell[line] ?? '';
        const padded = columns[i].rightAligned ? padStart(text, widths[i]) : pad(text, widths[i]);
        // psql marks a value that goes on in the next line.
        return ` ${padded}${line < cell.length - 1 ? '+' : ' '}`;
      })
      .join('|'),
  );
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

function center(text: string, width: number): string {
  const space = Math.max(0, width - displayWidth(text));
  return ' '.repeat(space >> 1) + text + ' '.repeat(space - (space >> 1));
}

/** Terminal columns: East Asian wide characters and emoji take two, combining marks none. */
function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const char of text) {
    if (/\p{M}/u.test(char)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
        char,
      )
        ? 2
        : 1;
  }
  return width;
}
