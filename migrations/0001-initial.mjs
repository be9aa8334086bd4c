// Version 1 of the data directory.
//
// db/              LevelDB, the only place of truth; one synced write group a commit
//   meta/version                       layout version, decimal
//   meta/sequence                      last commit sequence a checkpoint covers
//   catalog/<oid, 10 digits>           catalog record, JSON
//   catalog-meta/header                the catalog's header: database, roles, next OID, version; JSON
//   spec/<oid, 10 digits>              what the engine runs: schema, connector, physical plan (V8 structured serialisation)
//   start/<oid, 10 digits>             a source's resolved start offsets, JSON
//   log/<sequence, 16 digits>          one commit's table deltas (encoded batches)
//   checkpoint/manifest                JSON: tick, sequence, offsets of each source, files
//   checkpoint/object/<oid, 10 digits> JSON: the state segments of one object, and where they lie
// segments/<checkpoint>.seg            bytes of the segments that checkpoint wrote
export const version = 1;

/** An empty directory is version 1. */
export async function up() {}
