/** Where a record stands in its bytes, without its end of line. */
export type CsvRange = {readonly start: number; readonly end: number};

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * The records of a piece of CSV: a line feed ends one unless it stands in a quoted field. Quotes count at the beginning of a
 * field only. Blank lines are left out. `consumed` is where the first incomplete record begins; with `final` the last one is
 * complete without its line feed.
 */
export function findCsvRecords(
  bytes: Uint8Array,
  {delimiter, quote, escape}: {readonly delimiter: string; readonly quote: string; readonly escape: string},
  {final, maxRecords}: {readonly final: boolean; readonly maxRecords: number},
): {readonly ranges: CsvRange[]; readonly consumed: number} {
  const codes = {delimiter: delimiter.charCodeAt(0), quote: quote.charCodeAt(0), escape: escape.charCodeAt(0)};
  const ranges: CsvRange[] = [];
  let start = 0;
  let nextQuote = -1;
  while (start < bytes.length && ranges.length < maxRecords) {
    let end = indexOf(bytes, LINE_FEED, start);
    if (nextQuote < start) nextQuote = indexOf(bytes, codes.quote, start);
    if (nextQuote < end) end = endOfRecord(bytes, start, codes);
    if (end === bytes.length && !final) break;
    const visible = end > start && bytes[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
    if (visible > start) ranges.push({start, end: visible});
    start = Math.min(end + 1, bytes.length);
  }
  return {ranges, consumed: start};
}

/** As Uint8Array's, but the length where there is none. */
function indexOf(bytes: Uint8Array, byte: number, from: number): number {
  const at = bytes.indexOf(byte, from);
  return at < 0 ? bytes.length : at;
}

/** The line feed that ends the record, or the end of the bytes. */
function endOfRecord(
  bytes: Uint8Array,
  start: number,
  {delimiter, quote, escape}: {readonly delimiter: number; readonly quote: number; readonly escape: number},
): number {
  let atFieldStart = true;
  for (let i = start; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === LINE_FEED) return i;
    if (byte === quote && atFieldStart) i = closingQuote(bytes, i + 1, quote, escape);
    atFieldStart = byte === delimiter;
  }
  return bytes.length;
}

/** The quote that closes the field whose content begins at `from`; the last byte if there is none. */
function closingQuote(bytes: Uint8Array, from: number, quote: number, escape: number): number {
  for (let i = from; i < bytes.length; i++) {
    if (bytes[i] === escape && (bytes[i + 1] === quote || (escape !== quote && bytes[i + 1] === escape))) i++;
    else if (bytes[i] === quote) return i;
  }
  return bytes.length - 1;
}
