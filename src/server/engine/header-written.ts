import type {CatalogHeader} from '../../catalog/catalog.ts';
import type {EngineChange} from '../../session/engine.ts';
import {durablePart} from './durable-part.ts';

/**
 * The catalog's header as it stands, or will stand, on disk. Transactions know it as it was when they changed something; what they
 * have not changed of it may have become another by the time that they commit.
 */
export class HeaderWritten {
  private last: CatalogHeader;

  constructor(header: CatalogHeader) {
    this.last = header;
  }

  /** What of the change is to be written now, with the header that belongs to it; null: nothing. */
  durable(change: EngineChange): EngineChange | null {
    const part = durablePart(change);
    if (!part && !change.changesRoles) return null;
    this.last = headerWith(this.last, change);
    return {...(part ?? {...change, puts: [], deletes: []}), header: JSON.stringify(this.last)};
  }
}

/** After the change: OIDs that were given away are not given again, and roles are as whoever changed them last left them. */
export function headerWith(current: CatalogHeader, {header, changesRoles}: EngineChange): CatalogHeader {
  const changed = JSON.parse(header) as CatalogHeader;
  return {
    ...(changesRoles ? changed : current),
    nextOid: Math.max(current.nextOid, changed.nextOid),
    version: current.version + 1,
  };
}
