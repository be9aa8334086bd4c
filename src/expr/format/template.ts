// Templates of to_char, to_date, to_timestamp and to_number (PostgreSQL manual, 9.8) taken apart into patterns and text.

/** One template pattern; patterns of text and numbers have no modifiers, FM is a pattern of its own there. */
export type Pattern = {
  readonly kind: 'pattern';
  /** In upper case but for MONTH, Month, month and the like, whose case decides about the output's. */
  readonly name: string;
  /** As it is written, for messages. */
  readonly written: string;
  /** FM: no padding. */
  readonly fill: boolean;
  /** TM: in the words of lc_time, which is C; these are not padded. */
  readonly translated: boolean;
  readonly ordinal: 'TH' | 'th' | null;
};

export type Piece =
  | Pattern
  /** A character that stands for itself; input matches it in one of three ways. */
  | {readonly kind: 'space' | 'separator' | 'text'; readonly text: string};

const MAX_TEMPLATES = 256;

/** The longest of `words` that stands at `at`, letter for letter. */
type Vocabulary = (template: string, at: number) => string | null;

export function vocabulary(words: readonly string[]): Vocabulary {
  const byFirst = new Map<string, string[]>();
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const same = byFirst.get(word[0]);
    if (same) same.push(word);
    else byFirst.set(word[0], [word]);
  }
  return (template, at) => byFirst.get(template[at])?.find(word => template.startsWith(word, at)) ?? null;
}

/** `dates`: with the modifiers FM and TM before and TH behind a pattern, and separators told from text. */
export function piecesOf(template: string, words: Vocabulary, dates: boolean): Piece[] {
  const pieces: Piece[] = [];
  const text = (at: number, quoted: boolean): number => {
    const character = String.fromCodePoint(template.codePointAt(at)!);
    pieces.push({kind: quoted ? 'text' : kindOf(character, dates), text: character});
    return at + character.length;
  };
  for (let at = 0; at < template.length;) {
    const modifier = dates ? /^(?:FM|fm|TM|tm)/.exec(template.slice(at, at + 2))?.[0] : undefined;
    if (modifier) at += 2;
    if (at >= template.length) break;
    const written = words(template, at);
    if (written !== null) {
      at += written.length;
      const suffix = dates ? /^(?:TH|th|SP)/.exec(template.slice(at, at + 2))?.[0] : undefined;
      if (suffix) at += 2;
      const ordinal = suffix === 'TH' || suffix === 'th' ? suffix : null;
      const fill = modifier?.toUpperCase() === 'FM';
      const translated = modifier?.toUpperCase() === 'TM';
      pieces.push({kind: 'pattern', name: nameOf(written), written, fill, translated, ordinal});
    } else if (template[at] === '"') {
      for (at++; at < template.length && template[at] !== '"';) {
        if (template[at] === '\\' && at + 1 < template.length) at++;
        at = text(at, true);
      }
      at++;
    } else {
      // Outside quotes a backslash only takes a quote as it is.
      if (template[at] === '\\' && template[at + 1] === '"') at++;
      at = text(at, false);
    }
  }
  return pieces;
}

function kindOf(character: string, dates: boolean): 'space' | 'separator' | 'text' {
  if (dates && /^[!-/:-@[-`{-~]$/.test(character)) return 'separator';
  return /^[ \t\n\v\f\r]$/.test(character) ? 'space' : 'text';
}

/** Patterns whose letters' case shows in the output. */
const cased = /^(?:month|mon|day|dy|rm|rn|[ap]\.?m\.?|[ab]\.?[cd]\.?|tz|th)$/i;

function nameOf(written: string): string {
  return cased.test(written) ? written : written.toUpperCase();
}

/** Remembers the last few templates taken apart. */
export function remembered<T>(make: (template: string) => T): (template: string) => T {
  const known = new Map<string, T>();
  return template => {
    let made = known.get(template);
    if (made === undefined) {
      made = make(template);
      if (known.size >= MAX_TEMPLATES) known.delete(known.keys().next().value!);
      known.set(template, made);
    }
    return made;
  };
}
