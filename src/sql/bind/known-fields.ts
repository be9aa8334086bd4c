import {isRelation, liveColumns, type ObjectId} from '../../catalog/object.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {relationOfRowType} from '../../types/user-types.ts';
import type {BindContext} from './context.ts';

type KnownField = {
  /** In the text that is bound. */
  readonly name: string;
  /** As of now. */
  readonly current: string;
  readonly index: number;
  /** Of a relation's rows: the relation, and the attribute's number. */
  readonly attribute?: readonly [relation: ObjectId, number: number];
  readonly type: SqlType;
};

/** The fields of a composite; in the text of a view, of a relation's rows those that there were when it was made, as they were called. */
export function knownFields(ctx: BindContext, type: SqlType): readonly KnownField[] {
  const fields = type.fields!.map((field, index) => ({...field, current: field.name, index}));
  const relation = type.oid === undefined ? null : ctx.catalog.byOid(relationOfRowType(type.oid));
  if (!relation || !isRelation(relation)) return fields;
  const numbers = liveColumns(relation).map(({number}) => number);
  const names = ctx.options.names?.columns[relation.oid];
  const known = names && new Map(names);
  const shown = fields.flatMap(field => {
    const name = known ? known.get(numbers[field.index]) : field.name;
    return name === undefined ? [] : [{...field, name, attribute: [relation.oid, numbers[field.index]] as const}];
  });
  ctx.found.columns[relation.oid] ??= shown.map(({name, attribute: [, number]}) => [number, name]);
  return shown;
}

/** The text that is bound needs these fields to be there. */
export function noteFields(ctx: BindContext, fields: readonly KnownField[]): void {
  for (const {attribute} of fields) {
    if (!attribute) continue;
    const [relation, number] = attribute;
    const noted = (ctx.found.fields[relation] ??= []);
    if (!noted.includes(number)) noted.push(number);
  }
}
