import type {Catalog} from '../../catalog/catalog.ts';
import type {MaterializedViewObject, ViewObject} from '../../catalog/object.ts';
import {BindContext} from '../bind/context.ts';
import {Recorder} from '../bind/recorder.ts';
import {bindViewStatement, queryOf} from '../bind/relation.ts';
import {QueryPrinter} from './print-query.ts';

type ViewTextOptions = {
  readonly catalog: Catalog;
  readonly searchPath: readonly string[];
  readonly pretty: boolean;
  readonly wrap: number;
};

/** The query of a view as PostgreSQL prints it, under today's names; null: it has what is printed as it was written. */
export function viewText(view: ViewObject | MaterializedViewObject, options: ViewTextOptions): string | null {
  const {catalog, searchPath} = options;
  try {
    const ctx = new BindContext({catalog, searchPath, text: view.query, trusted: true});
    ctx.definesOnly = true;
    const recorder = new Recorder();
    const query = queryOf(view);
    bindViewStatement(ctx, view, query, recorder);
    const columns = view.columns.map(({name}) => name);
    return new QueryPrinter(recorder, {...options, written: view.searchPath}).print(query, columns);
  } catch {
    // What one view has must not hide the rest of the catalog: it is printed as it was written.
    return null;
  }
}
