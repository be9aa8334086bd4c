import type {Catalog} from '../../catalog/catalog.ts';
import {indexesOf, withIndexes, type TableIndex} from '../../catalog/constraints.ts';
import type {CatalogColumn, CatalogObject, ColumnDefault} from '../../catalog/object.ts';
import {renamedInText, type RenamedFunction} from '../../sql/bind/index.ts';

/**
 * The object with the function's new name in the texts of its expressions; itself where none calls it; null where one calls several
 * of that name. Views are no matter of this.
 */
export function withRenamedTexts(
  catalog: Catalog,
  object: CatalogObject,
  renamed: RenamedFunction,
): CatalogObject | null {
  const texts = new Texts(catalog, renamed);
  const changed = texts.inObject(object);
  if (texts.isUnclear) return null;
  return texts.hasChanged ? changed : object;
}

class Texts {
  hasChanged = false;
  isUnclear = false;
  private readonly catalog: Catalog;
  private readonly renamed: RenamedFunction;

  constructor(catalog: Catalog, renamed: RenamedFunction) {
    this.catalog = catalog;
    this.renamed = renamed;
  }

  inObject(object: CatalogObject): CatalogObject {
    switch (object.kind) {
      case 'table': {
        const {columns, checks, policies} = object;
        const table = {
          ...object,
          columns: columns.map(column => this.inColumn(column)),
          checks: checks.map(check => this.inExpression(check)),
          ...(policies
            ? {policies: policies.map(each => ({...each, using: this.in(each.using), check: this.in(each.check)}))}
            : {}),
        };
        return withIndexes(
          table,
          indexesOf(object).map(index => this.inIndex(index)),
        );
      }
      case 'materialized view':
        return withIndexes(
          object,
          indexesOf(object).map(index => this.inIndex(index)),
        );
      case 'domain':
        return {
          ...object,
          default: this.inDefault(object.default),
          checks: object.checks.map(check => this.inExpression(check)),
        };
      case 'function': {
        const parameters = object.parameters.map(each => ({...each, default: this.inDefault(each.default)}));
        return {...object, parameters, ...(object.form ? {body: this.in(object.body, 'statements')} : {})};
      }
      default:
        return object;
    }
  }

  private inColumn(column: CatalogColumn): CatalogColumn {
    const {generated} = column;
    return {
      ...column,
      default: this.inDefault(column.default),
      ...(generated ? {generated: this.inExpression(generated)} : {}),
    };
  }

  private inIndex(index: TableIndex): TableIndex {
    const {expressions, predicate} = index;
    return {
      ...index,
      elements: index.elements.map((element, i) => (expressions?.[i] ? this.in(element) : element)),
      where: this.in(index.where),
      ...(expressions ? {expressions: expressions.map(each => each && this.inExpression(each))} : {}),
      ...(predicate ? {predicate: this.inExpression(predicate)} : {}),
    };
  }

  private inDefault(value: ColumnDefault | null): ColumnDefault | null {
    return value && this.inExpression(value);
  }

  private inExpression<T extends {readonly text: string}>(part: T): T {
    return {...part, text: this.in(part.text)};
  }

  private in<T extends string | null>(text: T, form: 'expression' | 'statements' = 'expression'): T | string {
    if (text === null || !text.toLowerCase().includes(this.renamed.before.name.toLowerCase())) return text;
    const changed = renamedInText(this.catalog, text, form, this.renamed);
    this.isUnclear ||= changed === null;
    this.hasChanged ||= changed !== text;
    return changed ?? text;
  }
}
