import {cached} from '../text/pattern-cache.ts';
import {Matcher, type Matchable, type Span} from './matcher.ts';
import {containsReference, type Node} from './node.ts';
import {optionsOf} from './options.ts';
import {parseRegex} from './parse.ts';
import {partsOf, prefersShorter} from './parts.ts';
import {hasOneWay, isTame, javascriptOf} from './to-javascript.ts';

// Postgres's regular expressions (manual, 9.7.3). Its rules say which match is meant: the leftmost, of these the longest
// or shortest as the expression prefers, and so on for its parts.

/** A match: the whole and its groups, as offsets into the text; a group that took no part is null. */
export type RegexMatch = readonly (Span | null)[];

export class Regex {
  readonly captures: number;
  private readonly matchable: Matchable;
  /** null: not for JavaScript's engine, which would take too long or mean something else. */
  private readonly finder: RegExp | null;
  private readonly exact: boolean;

  /** Errors: 2201B, 22023 for the flags. */
  constructor(pattern: string, flags: string) {
    const {node, captures, options} = parseRegex(pattern, optionsOf(flags));
    this.captures = captures;
    const groups = new Map<number, Node>();
    collectGroups(node, groups);
    const part = partsOf(node);
    this.matchable = {part, groups, captures, options, programs: new Map()};
    const tame = !containsReference(node) && isTame(node);
    this.exact = tame && hasOneWay(node, prefersShorter(part));
    this.finder = tame ? new RegExp(javascriptOf(node), this.exact && captures > 0 ? 'dgv' : 'gv') : null;
  }

  test(text: string): boolean {
    if (!this.finder) return this.find(text, 0) !== null;
    this.finder.lastIndex = 0;
    return this.finder.test(text);
  }

  /** The first match that begins at `from` or later. */
  find(text: string, from: number): RegexMatch | null {
    return new Search(this, text).next(from);
  }

  search(text: string): Search {
    return new Search(this, text);
  }

  /** Only for Search. */
  get engine() {
    return {finder: this.finder, exact: this.exact, matchable: this.matchable};
  }
}

function collectGroups(node: Node, groups: Map<number, Node>): void {
  switch (node.kind) {
    case 'group':
      if (node.capture > 0) groups.set(node.capture, node.body);
      return collectGroups(node.body, groups);
    case 'repeat':
      return collectGroups(node.body, groups);
    case 'sequence':
      return node.parts.forEach(part => collectGroups(part, groups));
    case 'either':
      return node.branches.forEach(branch => collectGroups(branch, groups));
  }
}

/** Matches of one expression in one text. */
class Search {
  private readonly regex: Regex;
  private readonly text: string;
  private matcher: Matcher | null = null;
  /** Code units where the code points begin; null: they are the same. */
  private offsets: number[] | null = null;
  private codes: number[] = [];

  constructor(regex: Regex, text: string) {
    this.regex = regex;
    this.text = text;
  }

  next(from: number): RegexMatch | null {
    const {finder, exact} = this.regex.engine;
    if (!finder) return this.nextSlowly(from);
    finder.lastIndex = from;
    const found = finder.exec(this.text);
    if (!found) return null;
    if (exact) return spansOf(found);
    this.prepare();
    return this.shifted(this.matcher!.at(this.indexOf(found.index)));
  }

  private nextSlowly(from: number): RegexMatch | null {
    this.prepare();
    for (let start = this.indexOf(from); start <= this.codes.length; start++) {
      const match = this.matcher!.at(start);
      if (match) return this.shifted(match);
    }
    return null;
  }

  private prepare(): void {
    if (this.matcher) return;
    const {text} = this;
    const codes: number[] = [];
    const offsets: number[] = [];
    let astral = false;
    for (let i = 0; i < text.length; i++) {
      const code = text.codePointAt(i)!;
      codes.push(code);
      offsets.push(i);
      if (code > 0xffff) {
        astral = true;
        i++;
      }
    }
    offsets.push(text.length);
    this.codes = codes;
    this.offsets = astral ? offsets : null;
    this.matcher = new Matcher(this.regex.engine.matchable, codes);
  }

  private indexOf(offset: number): number {
    if (!this.offsets) return offset;
    const at = this.offsets.findIndex(known => known >= offset);
    return at < 0 ? this.codes.length : at;
  }

  private shifted(match: RegexMatch | null): RegexMatch | null {
    const {offsets} = this;
    if (!match || !offsets) return match;
    return match.map(span => span && [offsets[span[0]], offsets[span[1]]]);
  }
}

function spansOf(found: RegExpExecArray): RegexMatch {
  const whole: Span = [found.index, found.index + found[0].length];
  return found.indices
    ? [
        whole,
        ...Array.from(found.indices)
          .slice(1)
          .map(span => span ?? null),
      ]
    : [whole];
}

const compiled = cached((key: string): Regex => {
  const split = key.indexOf('/');
  return new Regex(key.slice(split + 1), key.slice(0, split));
});

/** Errors: 2201B, 22023 for flags. */
export function regex(pattern: string, flags = ''): Regex {
  return compiled(`${flags}/${pattern}`);
}
