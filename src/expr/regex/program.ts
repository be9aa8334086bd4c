import type {CharSet} from './char-set.ts';
import type {Assertion, Node} from './node.ts';

/**
 * A tree as a nondeterministic automaton (Thompson's): matching takes time by the text's length times the program's, for
 * any pattern. A reference to a group stands for the group's own expression; what was captured is compared afterwards.
 */
export type Instruction =
  | {readonly op: 'set'; readonly set: CharSet}
  | {readonly op: 'fork'; readonly a: number; readonly b: number}
  | {readonly op: 'jump'; readonly to: number}
  | {readonly op: 'assert'; readonly what: Assertion}
  | {readonly op: 'look'; readonly node: Extract<Node, {kind: 'look'}>}
  | {readonly op: 'match'};

type Building = {-readonly [K in keyof Extract<Instruction, {op: 'fork'}>]: number | 'fork'};

/** Larger than this, Postgres says that an expression is too complex. */
const MAX_INSTRUCTIONS = 100_000;

export function compileProgram(node: Node, groups: ReadonlyMap<number, Node>, tooComplex: () => Error): Instruction[] {
  const program: Instruction[] = [];
  const push = (instruction: Instruction): number => {
    if (program.length >= MAX_INSTRUCTIONS) throw tooComplex();
    return program.push(instruction) - 1;
  };
  const fork = (): Building => {
    const instruction = {op: 'fork', a: 0, b: 0} as const;
    push(instruction);
    return instruction as Building;
  };
  const emit = (part: Node): void => {
    switch (part.kind) {
      case 'set':
        push({op: 'set', set: part.set});
        return;
      case 'assert':
        push({op: 'assert', what: part.what});
        return;
      case 'look':
        push({op: 'look', node: part});
        return;
      case 'group':
        return emit(part.body);
      case 'reference':
        return emit(groups.get(part.capture)!);
      case 'sequence':
        return part.parts.forEach(emit);
      case 'either':
        return emitEither(part.branches);
      case 'repeat':
        return emitRepeat(part.body, part.min, part.max);
    }
  };
  const emitEither = (branches: readonly Node[]): void => {
    const ends: {op: 'jump'; to: number}[] = [];
    branches.forEach((branch, i) => {
      if (i === branches.length - 1) return emit(branch);
      const choice = fork();
      choice.a = program.length;
      emit(branch);
      const end = {op: 'jump' as const, to: 0};
      push(end);
      ends.push(end);
      choice.b = program.length;
    });
    for (const end of ends) end.to = program.length;
  };
  const emitRepeat = (body: Node, min: number, max: number): void => {
    for (let i = 0; i < min; i++) emit(body);
    if (max === Infinity) {
      const start = program.length;
      const choice = fork();
      choice.a = program.length;
      emit(body);
      push({op: 'jump', to: start});
      choice.b = program.length;
      return;
    }
    const choices: Building[] = [];
    for (let i = min; i < max; i++) {
      const choice = fork();
      choice.a = program.length;
      emit(body);
      choices.push(choice);
    }
    for (const choice of choices) choice.b = program.length;
  };
  emit(node);
  push({op: 'match'});
  return program;
}
