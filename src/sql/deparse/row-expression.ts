import type {SqlType} from '../../types/sql-type.ts';
import type {Expression} from '../ast/index.ts';
import type {ScopeColumn} from '../bind/level.ts';
import type {Recorder} from '../bind/recorder.ts';
import {Layout} from './layout.ts';
import {ShownPrinter} from './print-shown.ts';
import type {ShowNames} from './show-names.ts';
import {Show} from './show.ts';
import type {Shown} from './shown.ts';
import {Unprintable} from './unprintable.ts';

type RowExpressionOptions = {
  readonly pretty: boolean;
  readonly column: (column: ScopeColumn) => string;
  readonly type: (type: SqlType) => string;
  readonly names: ShowNames;
  /** The type that what is around asks for. */
  readonly wanted?: SqlType;
};

/** An expression over one row, which `recorder` has seen bound, as PostgreSQL prints it. Errors: Unprintable. */
export function rowExpressionText(
  ast: Expression,
  recorder: Recorder,
  {pretty, column, type, names, wanted}: RowExpressionOptions,
): {readonly text: string; readonly shown: Shown} {
  const layout = new Layout();
  const refuse = (): never => {
    throw new Unprintable();
  };
  const shown = new Show(recorder, names).expr(ast, wanted);
  new ShownPrinter({layout, pretty, column, type, row: refuse, query: refuse}).print(shown, false);
  return {text: layout.text, shown};
}

/** PostgreSQL writes a call in an index without parentheses of its own. */
export function looksLikeCall(shown: Shown): boolean {
  if (shown.kind === 'call' || shown.kind === 'word') return true;
  return shown.kind === 'list' && shown.word !== 'ROW';
}
