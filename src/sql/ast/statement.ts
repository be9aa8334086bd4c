import type {AlterCollation, CreateCollation, DropCollation} from './collation-ddl.ts';
import type {AlterFunction, CommentOnFunction, CreateFunction, DropFunction} from './function-ddl.ts';
import type {
  Alter,
  AlterSchema,
  AlterSystem,
  Comment,
  CommentOnBuiltIn,
  CommentOnPart,
  CreateIndex,
  CreateMaterializedView,
  CreateSchema,
  CreateSequence,
  CreateTable,
  CreateTableAs,
  CreateType,
  CreateView,
  Drop,
  Refresh,
  Rename,
  Truncate,
} from './ddl.ts';
import type {Copy, Delete, Insert, Merge, Update} from './dml.ts';
import type {AlterLargeObject, CommentOnLargeObject} from './large-object.ts';
import type {Query} from './query.ts';
import type {RightsStatement} from './rights.ts';
import type {CreateSink, CreateSource, Subscribe} from './source.ts';
import type {AlterComposite, AlterDomain, AlterEnum, CreateDomain, RenameAttribute} from './type-ddl.ts';
import type {UtilityStatement} from './utility.ts';

/** One statement of a string; its span leaves out the semicolon and the blanks around. */
export type Statement =
  | Query
  | Insert
  | Update
  | Delete
  | Merge
  | Copy
  | CreateTable
  | CreateTableAs
  | CreateView
  | CreateMaterializedView
  | CreateIndex
  | CreateSchema
  | CreateSequence
  | CreateType
  | CreateDomain
  | AlterCollation
  | CreateCollation
  | DropCollation
  | AlterFunction
  | CreateFunction
  | DropFunction
  | CreateSource
  | CreateSink
  | Drop
  | Alter
  | AlterComposite
  | AlterDomain
  | AlterEnum
  | Rename
  | RenameAttribute
  | AlterSchema
  | AlterLargeObject
  | AlterSystem
  | Truncate
  | Refresh
  | Comment
  | CommentOnFunction
  | CommentOnBuiltIn
  | CommentOnLargeObject
  | CommentOnPart
  | Subscribe
  | RightsStatement
  | UtilityStatement;
