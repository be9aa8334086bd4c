import type {SqlType} from '../types/sql-type.ts';
import {kindName} from '../types/type-names.ts';
import type {CatalogObject, FunctionObject, FunctionParameterObject} from './object.ts';

/** The types that tell a function from others of its name. */
export function inputTypes(parameters: readonly FunctionParameterObject[]): SqlType[] {
  return inputs(parameters).map(({type}) => type);
}

export function inputs(parameters: readonly FunctionParameterObject[]): FunctionParameterObject[] {
  return parameters.filter(({mode}) => mode !== 'out');
}

/** What each argument of a VARIADIC parameter is. */
export function variadicElement(type: SqlType): SqlType {
  if (type.kind === 'anyarray') return {kind: 'anyelement'};
  return type.kind === 'anycompatiblearray' ? {kind: 'anycompatible'} : type.element!;
}

/** Two types of one identity are one type of pg_type; modifiers do not matter. */
export function typeIdentity(type: SqlType): string {
  if (type.kind === 'array') return `${typeIdentity(type.element!)}[]`;
  const oid = type.domain ?? type.oid;
  return oid === undefined ? type.kind : `${type.kind} ${oid}`;
}

/** `f(integer,text)`, as regprocedure and descriptions of objects have it. */
export function signatureText({name, parameters}: FunctionObject): string {
  return `${name}(${inputTypes(parameters).map(kindName).join(',')})`;
}

/** What the one column of its rows is called; null: as the function is, or there are several. */
export function resultColumn({parameters, table, returns}: FunctionObject): string | null {
  if (table) return table.length === 1 ? table[0].name : null;
  const outs = parameters.filter(({mode}) => mode === 'out' || mode === 'inout');
  return outs.length === 1 && returns.kind !== 'struct' ? outs[0].name : null;
}

/** One of them is a function that needs the engine of JavaScript. */
export function needJavaScript(objects: Iterable<CatalogObject>): boolean {
  for (const object of objects) if (object.kind === 'function' && object.language === 'javascript') return true;
  return false;
}
