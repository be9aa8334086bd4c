/** The items of all rows, in their order: VALUES may be long, and Array.flat takes a microsecond a row. */
export function flatRows<T>(rows: readonly (readonly T[])[]): readonly T[] {
  const items: T[] = [];
  for (const row of rows) for (let i = 0; i < row.length; i++) items.push(row[i]);
  return items;
}
