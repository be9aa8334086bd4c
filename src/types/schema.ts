import type {SqlType} from './sql-type.ts';

export type Column = {readonly name: string; readonly type: SqlType; readonly nullable: boolean};
export type Schema = readonly Column[];

export function column(name: string, type: SqlType, nullable = true): Column {
  return {name, type, nullable};
}
