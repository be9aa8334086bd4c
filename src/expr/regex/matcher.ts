import {SqlError} from '../../types/sql-error.ts';
import {WORD} from './char-set.ts';
import type {Assertion, Node} from './node.ts';
import type {Options} from './options.ts';
import {type Part, prefersShorter} from './parts.ts';
import {compileProgram, type Instruction} from './program.ts';

export type Span = readonly [start: number, end: number];

/** A compiled expression as the matcher uses it. */
export type Matchable = {
  readonly part: Part;
  readonly groups: ReadonlyMap<number, Node>;
  readonly captures: number;
  readonly options: Options;
  readonly programs: Map<Node, readonly Instruction[]>;
};

/**
 * Matches in one text. For a part and a start, one run of its automaton gives every end; from these the match is chosen
 * as long or as short as the part prefers, and then taken apart. Positions are indexes of `codes`, the text's code points.
 */
export class Matcher {
  private readonly regex: Matchable;
  private readonly codes: readonly number[];
  private readonly ends = new Map<Node, Map<number, readonly number[]>>();
  private readonly looks = new Map<Node, Map<number, boolean>>();
  private readonly behinds = new Map<Node, Uint8Array>();
  private spans: (Span | null)[] = [];

  constructor(regex: Matchable, codes: readonly number[]) {
    this.regex = regex;
    this.codes = codes;
  }

  /** The match that begins at `start`: itself and its groups; null when there is none. */
  at(start: number): readonly (Span | null)[] | null {
    const {part} = this.regex;
    const ends = this.endsOf(part.node, start);
    const ordered = prefersShorter(part) ? ends : [...ends].reverse();
    for (const end of ordered) {
      this.spans = Array<Span | null>(this.regex.captures + 1).fill(null);
      if (this.dissect(part, start, end)) {
        this.spans[0] = [start, end];
        return this.spans;
      }
    }
    return null;
  }

  /** Ascending. */
  private endsOf(node: Node, start: number): readonly number[] {
    let known = this.ends.get(node);
    if (!known) this.ends.set(node, (known = new Map<number, readonly number[]>()));
    let ends = known.get(start);
    if (!ends) known.set(start, (ends = this.run(node, start)));
    return ends;
  }

  private matches(node: Node, start: number, end: number): boolean {
    const ends = this.endsOf(node, start);
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle] < end) low = middle + 1;
      else high = middle;
    }
    return ends[low] === end;
  }

  private program(node: Node): readonly Instruction[] {
    let program = this.regex.programs.get(node);
    if (!program) {
      const tooComplex = (): Error =>
        new SqlError('2201B', 'invalid regular expression: regular expression is too complex');
      program = compileProgram(node, this.regex.groups, tooComplex);
      this.regex.programs.set(node, program);
    }
    return program;
  }

  private run(node: Node, start: number): number[] {
    const ends: number[] = [];
    this.simulate(this.program(node), start, false, end => {
      ends.push(end);
      return true;
    });
    return ends;
  }

  /** Calls `found` with each end, until it says false. `anywhere`: matches may begin at `start` or later. */
  private simulate(
    program: readonly Instruction[],
    start: number,
    anywhere: boolean,
    found: (end: number) => boolean,
  ): void {
    const {codes} = this;
    const marks = new Int32Array(program.length).fill(-1);
    let current: number[] = [];
    let next: number[] = [];
    const stack: number[] = [];
    const add = (list: number[], from: number, position: number): boolean => {
      let matched = false;
      stack.push(from);
      while (stack.length > 0) {
        const at = stack.pop()!;
        if (marks[at] === position) continue;
        marks[at] = position;
        const instruction = program[at];
        switch (instruction.op) {
          case 'set':
            list.push(at);
            break;
          case 'fork':
            stack.push(instruction.b, instruction.a);
            break;
          case 'jump':
            stack.push(instruction.to);
            break;
          case 'assert':
            if (this.holds(instruction.what, position)) stack.push(at + 1);
            break;
          case 'look':
            if (this.looksLike(instruction.node, position)) stack.push(at + 1);
            break;
          case 'match':
            matched = true;
        }
      }
      return matched;
    };
    if (add(current, 0, start) && !found(start)) return;
    for (let position = start; position < codes.length; position++) {
      if (current.length === 0 && !anywhere) return;
      const code = codes[position];
      next = [];
      let matched = false;
      for (const at of current) {
        const instruction = program[at] as Extract<Instruction, {op: 'set'}>;
        if (instruction.set.has(code) && add(next, at + 1, position + 1)) matched = true;
      }
      if (anywhere && add(next, 0, position + 1)) matched = true;
      if (matched && !found(position + 1)) return;
      [current, next] = [next, current];
    }
  }

  private wordAt(position: number): boolean {
    return position >= 0 && position < this.codes.length && WORD.has(this.codes[position]);
  }

  private holds(what: Assertion, position: number): boolean {
    const {codes} = this;
    switch (what) {
      case 'textStart':
        return position === 0;
      case 'textEnd':
        return position === codes.length;
      case 'lineStart':
        return position === 0 || codes[position - 1] === 10;
      case 'lineEnd':
        return position === codes.length || codes[position] === 10;
      case 'wordStart':
        return !this.wordAt(position - 1) && this.wordAt(position);
      case 'wordEnd':
        return this.wordAt(position - 1) && !this.wordAt(position);
      case 'wordEdge':
        return this.wordAt(position - 1) !== this.wordAt(position);
      case 'noWordEdge':
        return this.wordAt(position - 1) === this.wordAt(position);
    }
  }

  private looksLike(look: Extract<Node, {kind: 'look'}>, position: number): boolean {
    if (!look.ahead) return (this.behind(look.body)[position] === 1) !== look.negated;
    let known = this.looks.get(look.body);
    if (!known) this.looks.set(look.body, (known = new Map<number, boolean>()));
    let matched = known.get(position);
    if (matched === undefined) {
      matched = false;
      this.simulate(this.program(look.body), position, false, () => {
        matched = true;
        return false;
      });
      known.set(position, matched);
    }
    return matched !== look.negated;
  }

  /** At which positions a match of the expression ends. */
  private behind(body: Node): Uint8Array {
    let ends = this.behinds.get(body);
    if (!ends) {
      const all = new Uint8Array(this.codes.length + 1);
      this.simulate(this.program(body), 0, true, end => {
        all[end] = 1;
        return true;
      });
      this.behinds.set(body, (ends = all));
    }
    return ends;
  }

  /** Notes the groups of a part that matches from `start` to `end`; false where a reference does not. */
  private dissect(part: Part, start: number, end: number): boolean {
    if (!this.inside(part, start, end)) return false;
    for (const capture of part.captures) this.spans[capture] = [start, end];
    return true;
  }

  private inside(part: Part, start: number, end: number): boolean {
    switch (part.kind) {
      case 'plain':
        return true;
      case 'pair':
        return this.dissectPair(part, start, end);
      case 'either':
        return part.children.some(child => this.matches(child.node, start, end) && this.dissect(child, start, end));
      case 'repeat':
        return this.dissectRepeat(part, start, end);
      case 'reference':
        return this.sameText(part, start, end);
    }
  }

  private forget(part: Part): void {
    for (const capture of part.captures) this.spans[capture] = null;
    for (const child of part.children) this.forget(child);
  }

  private dissectPair(part: Part, start: number, end: number): boolean {
    const [first, second] = part.children;
    const ends = this.endsOf(first.node, start);
    const shorter = prefersShorter(first);
    for (let i = 0; i < ends.length; i++) {
      const middle = ends[shorter ? i : ends.length - 1 - i];
      if (middle > end || !this.matches(second.node, middle, end)) continue;
      if (this.dissect(first, start, middle) && this.dissect(second, middle, end)) return true;
      this.forget(part);
    }
    return false;
  }

  /**
   * Chooses the end of each time around, in turn as long or as short as preferred. A time that matches nothing is only
   * taken to come to the least number of times.
   */
  private dissectRepeat(part: Part, start: number, end: number): boolean {
    const [child] = part.children;
    if (part.min === 0 && start === end && prefersShorter(child)) return true;
    const min = Math.max(part.min, 1);
    const max = Math.max(Math.min(part.max, end - start), min);
    const shorter = prefersShorter(child);
    const go = (from: number, done: number): boolean => {
      if (from === end && done >= min) return true;
      if (done >= max) return false;
      const all = this.endsOf(child.node, from);
      for (let i = 0; i < all.length; i++) {
        const to = all[shorter ? i : all.length - 1 - i];
        if (to > end) continue;
        const count = done + 1;
        if (to === from && (count >= min ? to !== end : min - count < end - to)) continue;
        this.forget(child);
        const before = [...this.spans];
        if (this.dissect(child, from, to) && go(to, count)) return true;
        this.spans = before;
      }
      return false;
    };
    if (go(start, 0)) return true;
    this.forget(child);
    return part.min === 0 && start === end;
  }

  private sameText(part: Part, start: number, end: number): boolean {
    const span = this.spans[part.reference];
    if (!span) return false;
    const length = span[1] - span[0];
    if (length === 0) return start === end && part.min >= 0;
    if (part.min === 0 && start === end) return true;
    const times = (end - start) / length;
    if (!Number.isInteger(times) || times < part.min || times > part.max) return false;
    for (let i = 0; i < end - start; i++) {
      if (!this.sameCharacter(this.codes[span[0] + (i % length)], this.codes[start + i])) return false;
    }
    return true;
  }

  private sameCharacter(a: number, b: number): boolean {
    if (a === b) return true;
    if (!this.regex.options.ignoreCase) return false;
    return String.fromCodePoint(a).toLowerCase() === String.fromCodePoint(b).toLowerCase();
  }
}
