import {SqlError} from '../types/sql-error.ts';
import type {NamedObject} from './catalog.ts';

/** As messages name the kind of an object. */
export function nounOf(object: NamedObject): string {
  if (object.kind === 'system') return object.relkind === 'v' ? 'view' : 'table';
  if (object.kind === 'function' && object.procedure) return 'procedure';
  return object.kind === 'domain' ? 'type' : object.kind;
}

export function permissionDenied(object: NamedObject): SqlError {
  return denied(nounOf(object), object.name);
}

export function denied(noun: string, name: string): SqlError {
  return new SqlError('42501', `permission denied for ${noun} ${name}`);
}

export function mustBeOwner(object: NamedObject): SqlError {
  return new SqlError('42501', `must be owner of ${nounOf(object)} ${object.name}`);
}
