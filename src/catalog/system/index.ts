import {builtInRelations} from './built-in-relations.ts';
import {compatibilityRelations} from './compatibility.ts';
import {emptyRelations} from './empty.ts';
import {constraintViews} from './information-schema-constraints.ts';
import {grantViews} from './information-schema-grants.ts';
import {routineViews} from './information-schema-routines.ts';
import {standardFacts} from './information-schema-facts.ts';
import {usageViews} from './information-schema-usage.ts';
import {typeViews} from './information-schema-types.ts';
import {operatorClassRelations} from './operator-class-relations.ts';
import {remainingRelations} from './recorded-relations.ts';
import {statisticsViews} from './statistics-views.ts';
import {timeZoneViews} from './time-zones.ts';
import {informationSchemaColumns} from './information-schema-columns.ts';
import {informationSchemaKeyColumnUsage} from './information-schema-key-column-usage.ts';
import {informationSchemaSchemata} from './information-schema-schemata.ts';
import {informationSchemaTableConstraints} from './information-schema-table-constraints.ts';
import {informationSchemaTables} from './information-schema-tables.ts';
import {informationSchemaViews} from './information-schema-views.ts';
import {millraceAuditLog} from './millrace-audit-log.ts';
import {millraceDeadLetters} from './millrace-dead-letters.ts';
import {millraceMaskedColumns, millraceMaskingPolicies} from './millrace-masking.ts';
import {millraceOperators} from './millrace-operators.ts';
import {millraceSinks} from './millrace-sinks.ts';
import {millraceSourceStatus} from './millrace-source-status.ts';
import {millraceSources} from './millrace-sources.ts';
import {millraceViewErrors} from './millrace-view-errors.ts';
import {millraceViews} from './millrace-views.ts';
import {millraceWatermarks} from './millrace-watermarks.ts';
import {pgAggregate} from './pg-aggregate.ts';
import {pgAm} from './pg-am.ts';
import {pgAttrdef} from './pg-attrdef.ts';
import {pgAttribute} from './pg-attribute.ts';
import {pgAuthMembers, pgGroup} from './pg-auth-members.ts';
import {pgAuthid} from './pg-authid.ts';
import {pgCast} from './pg-cast.ts';
import {pgClass} from './pg-class.ts';
import {pgCollation} from './pg-collation.ts';
import {pgConstraint} from './pg-constraint.ts';
import {pgCursors} from './pg-cursors.ts';
import {pgPreparedStatements} from './pg-prepared-statements.ts';
import {pgDatabase} from './pg-database.ts';
import {pgDbRoleSetting} from './pg-db-role-setting.ts';
import {pgDefaultAcl} from './pg-default-acl.ts';
import {pgShdepend} from './pg-shdepend.ts';
import {pgDepend} from './pg-depend.ts';
import {pgDescription} from './pg-description.ts';
import {pgRewrite} from './pg-rewrite.ts';
import {pgEnum} from './pg-enum.ts';
import {pgExtension} from './pg-extension.ts';
import {pgForeignDataWrapper} from './pg-foreign-data-wrapper.ts';
import {pgForeignServer} from './pg-foreign-server.ts';
import {pgForeignTable} from './pg-foreign-table.ts';
import {pgIndex} from './pg-index.ts';
import {pgIndexes} from './pg-indexes.ts';
import {pgLanguage} from './pg-language.ts';
import {pgMatviews} from './pg-matviews.ts';
import {pgNamespace} from './pg-namespace.ts';
import {pgOperator} from './pg-operator.ts';
import {pgPolicies, pgPolicy} from './pg-policy.ts';
import {pgProc} from './pg-proc.ts';
import {pgRange} from './pg-range.ts';
import {pgRoles} from './pg-roles.ts';
import {pgSettings} from './pg-settings.ts';
import {pgShdescription} from './pg-shdescription.ts';
import {pgLocks} from './pg-locks.ts';
import {pgStatActivity} from './pg-stat-activity.ts';
import {informationSchemaSequences, pgSequence, pgSequences} from './sequences.ts';
import {pgTables} from './pg-tables.ts';
import {pgTablespace} from './pg-tablespace.ts';
import {pgTrigger} from './pg-trigger.ts';
import {pgType} from './pg-type.ts';
import {pgShadow, pgUser} from './pg-user.ts';
import {pgViews} from './pg-views.ts';
import type {SystemRelation} from './system-relation.ts';
import {systemNamespaces} from './system-oids.ts';

const described: readonly SystemRelation[] = [
  informationSchemaColumns,
  informationSchemaKeyColumnUsage,
  informationSchemaSchemata,
  informationSchemaSequences,
  informationSchemaTableConstraints,
  informationSchemaTables,
  informationSchemaViews,
  millraceAuditLog,
  millraceDeadLetters,
  millraceMaskedColumns,
  millraceMaskingPolicies,
  millraceOperators,
  millraceSinks,
  millraceSourceStatus,
  millraceSources,
  millraceViewErrors,
  millraceViews,
  millraceWatermarks,
  pgAggregate,
  pgAm,
  pgAttrdef,
  pgAttribute,
  pgAuthMembers,
  pgAuthid,
  pgCast,
  pgClass,
  pgCollation,
  pgConstraint,
  pgCursors,
  pgPreparedStatements,
  pgDatabase,
  pgDbRoleSetting,
  pgDefaultAcl,
  pgShdepend,
  pgDepend,
  pgDescription,
  pgRewrite,
  pgEnum,
  pgExtension,
  pgForeignDataWrapper,
  pgForeignServer,
  pgForeignTable,
  pgGroup,
  pgIndex,
  pgIndexes,
  pgLanguage,
  pgMatviews,
  pgNamespace,
  pgOperator,
  pgPolicies,
  pgPolicy,
  pgProc,
  pgRange,
  pgRoles,
  pgSequence,
  pgSequences,
  pgSettings,
  pgShadow,
  pgShdescription,
  pgLocks,
  pgStatActivity,
  pgTables,
  pgTablespace,
  pgTrigger,
  pgType,
  pgUser,
  pgViews,
  ...builtInRelations,
  ...compatibilityRelations,
  ...constraintViews,
  ...grantViews,
  ...routineViews,
  ...standardFacts,
  ...statisticsViews,
  ...timeZoneViews,
  ...typeViews,
  ...usageViews,
  ...operatorClassRelations,
  ...emptyRelations,
];

const relations = [...described, ...remainingRelations(described)];

const byOid = new Map(relations.map(relation => [relation.oid, relation]));
const byName = new Map(relations.map(relation => [`${relation.schema}.${relation.name}`, relation]));

/** Schemas that hold system relations and nothing else. */
export const systemSchemas: ReadonlySet<string> = new Set(systemNamespaces.keys());

export function allSystemRelations(): readonly SystemRelation[] {
  return relations;
}

export function systemRelationByOid(oid: number): SystemRelation | null {
  return byOid.get(oid) ?? null;
}

export function systemRelationByName(schema: string, name: string): SystemRelation | null {
  return byName.get(`${schema}.${name}`) ?? null;
}
