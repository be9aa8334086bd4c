import {madeFunctionName} from '../../catalog/callable-identifier.ts';
import type {Catalog} from '../../catalog/catalog.ts';
import {parseObjectIdentifier, printObjectIdentifier} from '../../catalog/object-identifier.ts';
import type {RegKind} from '../../types/reg-kinds.ts';
import type {FunctionCall} from '../ast/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import {Unprintable} from './unprintable.ts';

/** What in an expression is the name of an object: written under one search path, printed under another. */
export class ShowNames {
  private readonly catalog: Catalog;
  private readonly written: readonly string[];
  private readonly printed: readonly string[];

  constructor(catalog: Catalog, written: readonly string[], printed: readonly string[]) {
    this.catalog = catalog;
    this.written = written;
    this.printed = printed;
  }

  /** A function that somebody made, quoted. Errors: Unprintable. */
  function(oid: number, {args, variadic}: FunctionCall): string {
    const made = this.catalog.byOid(oid);
    // PostgreSQL makes an array of what a variadic parameter takes.
    if (made?.kind !== 'function' || (!variadic && made.parameters.some(({mode}) => mode === 'variadic'))) {
      throw new Unprintable();
    }
    if (made.parameters.filter(({mode}) => mode !== 'out').length < args.length) throw new Unprintable();
    const name = madeFunctionName(oid, this.catalog, this.printed);
    if (name === undefined) throw new Unprintable();
    return name;
  }

  /** The text of a constant of type regclass and its kin. Errors: Unprintable. */
  identifier(kind: RegKind, text: string): string {
    try {
      const oid = parseObjectIdentifier(kind, text, this.catalog, this.written);
      return printObjectIdentifier(kind, oid, this.catalog, this.printed);
    } catch (error) {
      // What it names has another name by now.
      if (error instanceof SqlError) throw new Unprintable();
      throw error;
    }
  }
}
