import type {Catalog, NamedObject} from '../catalog.ts';
import type {CatalogColumn, Relation} from '../object.ts';
import {liveColumns} from '../object.ts';
import {mayOnColumn, mayUseSchema, owns, rightsOn} from '../rights.ts';
import {isTemporary, ownTemporarySchema} from '../temporary.ts';
import type {SystemSnapshot} from './snapshot.ts';

const ON_COLUMNS = 'rawx';

/** All privileges that there are on relations, and those that do more than read. */
const ANY_PRIVILEGE = 'rawdDxt';
export const BEYOND_READING = 'awdDxt';

/** What the views of the information schema show to the asking role: what it owns, or may do something with. */
export class Sight {
  private readonly catalog: Catalog;
  private readonly role: number;
  private readonly temporary: string | null;

  constructor({catalog, session}: SystemSnapshot) {
    this.catalog = catalog;
    this.role = session.role;
    this.temporary = ownTemporarySchema(session.searchPath);
  }

  /** It has the rights of the object's owner. */
  owns(object: NamedObject): boolean {
    return owns(this.catalog, object, this.role);
  }

  /** The temporary objects of other sessions are none of its business. */
  private isForeign(object: NamedObject): boolean {
    return object.kind !== 'system' && isTemporary(object) && object.schema !== this.temporary;
  }

  /** It owns it, or has one of the privileges (letters), be it on one column. */
  relation(relation: Relation, privileges = ANY_PRIVILEGE): boolean {
    if (this.isForeign(relation)) return false;
    if (this.owns(relation) || rightsOn(this.catalog, relation, this.role, privileges) !== '') return true;
    const letters = [...ON_COLUMNS].filter(letter => privileges.includes(letter));
    return liveColumns(relation).some(({column}) => this.hasOnColumn(column, letters));
  }

  column(relation: Relation, column: CatalogColumn): boolean {
    if (this.isForeign(relation)) return false;
    if (this.owns(relation) || rightsOn(this.catalog, relation, this.role, ON_COLUMNS) !== '') return true;
    return this.hasOnColumn(column, [...ON_COLUMNS]);
  }

  /** Of what is no relation. */
  object(object: NamedObject, privileges: string): boolean {
    if (this.isForeign(object)) return false;
    return this.owns(object) || rightsOn(this.catalog, object, this.role, privileges) !== '';
  }

  /** By its name: those too that the system brings. */
  schema(name: string): boolean {
    const schema = this.catalog.schema(name);
    if (schema) return this.object(schema, 'UC');
    return mayUseSchema(this.catalog, name, this.role);
  }

  private hasOnColumn(column: CatalogColumn, letters: readonly string[]): boolean {
    return letters.some(letter => mayOnColumn(this.catalog, column, this.role, letter));
  }
}
