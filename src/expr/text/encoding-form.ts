/** Which bytes make a character of an encoding, whether it has one or not; as PostgreSQL checks them. */
type EncodingForm = {
  /** The most bytes of a character. */
  readonly longest: number;
  /** How many bytes the first ones announce: what an error shows. */
  announced(bytes: Uint8Array, at: number): number;
  /** How many bytes the character takes; 0: these make none. */
  valid(bytes: Uint8Array, at: number): number;
};

const isTrail = (byte: number): boolean => byte >= 0xa1 && byte <= 0xfe;

/** The bytes from the second on are such. */
function trails(bytes: Uint8Array, at: number, length: number, isGood = isTrail): number {
  for (let i = 1; i < length; i++) if (at + i >= bytes.length || !isGood(bytes[at + i])) return 0;
  return length;
}

function form(
  longest: number,
  announced: EncodingForm['announced'],
  validHigh: (bytes: Uint8Array, at: number) => number,
): EncodingForm {
  return {
    longest,
    announced: (bytes, at) => (bytes[at] < 0x80 ? 1 : announced(bytes, at)),
    valid: (bytes, at) => (bytes[at] === 0 ? 0 : bytes[at] < 0x80 ? 1 : validHigh(bytes, at)),
  };
}

const one = form(
  1,
  () => 1,
  () => 1,
);

const two = form(
  2,
  () => 2,
  (bytes, at) => trails(bytes, at, 2, byte => byte !== 0),
);

const SS2 = 0x8e;
const SS3 = 0x8f;
const eucLength = (bytes: Uint8Array, at: number): number => (bytes[at] === SS3 ? 3 : 2);

const eucJapanese = form(3, eucLength, (bytes, at) => {
  if (bytes[at] === SS2) return trails(bytes, at, 2, byte => byte >= 0xa1 && byte <= 0xdf);
  if (bytes[at] === SS3) return trails(bytes, at, 3);
  return isTrail(bytes[at]) ? trails(bytes, at, 2) : 0;
});

const eucPlain = form(3, eucLength, (bytes, at) => (isTrail(bytes[at]) ? trails(bytes, at, 2) : 0));

const eucChinese = form(
  3,
  (bytes, at) => (bytes[at] === SS2 || bytes[at] === SS3 ? 3 : 2),
  (bytes, at) => (isTrail(bytes[at]) ? trails(bytes, at, 2) : 0),
);

const eucTaiwan = form(
  4,
  (bytes, at) => (bytes[at] === SS2 ? 4 : bytes[at] === SS3 ? 3 : 2),
  (bytes, at) => {
    if (bytes[at] === SS3) return 0;
    if (bytes[at] !== SS2) return trails(bytes, at, 2);
    return bytes[at + 1] >= 0xa1 && bytes[at + 1] <= 0xa7 ? trails(bytes, at, 4) : 0;
  },
);

const johab = form(3, eucLength, (bytes, at) => trails(bytes, at, eucLength(bytes, at)));

const shiftLength = (bytes: Uint8Array, at: number): number => (bytes[at] >= 0xa1 && bytes[at] <= 0xdf ? 1 : 2);

const shifted = form(2, shiftLength, (bytes, at) => {
  if (shiftLength(bytes, at) === 1) return 1;
  const isHead = (bytes[at] >= 0x81 && bytes[at] <= 0x9f) || (bytes[at] >= 0xe0 && bytes[at] <= 0xfc);
  if (!isHead) return 0;
  return trails(bytes, at, 2, byte => (byte >= 0x40 && byte <= 0x7e) || (byte >= 0x80 && byte <= 0xfc));
});

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

const gb18030 = form(
  4,
  (bytes, at) => (isDigit(bytes[at + 1]) ? 4 : 2),
  (bytes, at) => {
    if (bytes[at] < 0x81 || bytes[at] > 0xfe) return 0;
    const [, second, third, fourth] = bytes.subarray(at, at + 4);
    if (isDigit(second)) return third >= 0x81 && third <= 0xfe && isDigit(fourth) ? 4 : 0;
    return trails(bytes, at, 2, byte => (byte >= 0x40 && byte <= 0x7e) || (byte >= 0x80 && byte <= 0xfe));
  },
);

const forms: Readonly<Record<string, EncodingForm>> = {
  EUC_JP: eucJapanese,
  EUC_JIS_2004: eucJapanese,
  EUC_CN: eucChinese,
  EUC_KR: eucPlain,
  EUC_TW: eucTaiwan,
  SJIS: shifted,
  SHIFT_JIS_2004: shifted,
  BIG5: two,
  GBK: two,
  UHC: two,
  GB18030: gb18030,
  JOHAB: johab,
};

/** Of an encoding by PostgreSQL's name, but for UTF8. */
export function encodingForm(name: string): EncodingForm {
  return forms[name] ?? one;
}
