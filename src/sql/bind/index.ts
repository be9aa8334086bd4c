/** Syntax trees to plans and catalog records: the binder's public face. */
export {BindContext} from './context.ts';
export type {BindOptions} from './context.ts';
export {bindCopyFrom, checkForced, copyColumns, copyTable} from './copy.ts';
export type {BoundCopyFrom} from './copy.ts';
export {bindCreateCollation} from './create-collation.ts';
export {bindCreateFunction, bindParameters, withBody} from './create-function.ts';
export {bindCreateIndex} from './create-index.ts';
export {indexParameters, parameterNamed} from './index-options.ts';
export {withRenamedCalls} from './renamed-calls.ts';
export {renamedInText, type RenamedFunction} from './renamed-text.ts';
export {bindTraits} from './function-traits.ts';
export {bindCreateSink} from './create-sink.ts';
export {bindCreateSource} from './create-source.ts';
export {bindCreateTable} from './create-table.ts';
export {bindCreateTableAs} from './create-table-as.ts';
export type {TableSource} from './create-table-as.ts';
export {intoOf, withoutInto} from './into.ts';
export {
  bindAddCheck,
  bindAlterDefault,
  bindAttributeActions,
  bindCreateDomain,
  bindCreateType,
  checkLabel,
} from './create-type.ts';
export {
  bindCreateMaterializedView,
  bindCreateView,
  bindRefresh,
  bindViewOptions,
  plainViewOptions,
  requireUpdatable,
  viewOptionNames,
} from './create-view.ts';
export {bindMaskingBody, bindMaskingPolicy} from './masking.ts';
export {bindPolicyConditions} from './policy.ts';
export {bindCreateSequence} from './sequence.ts';
export {checkTablespace} from './tablespace.ts';
export {bindViewRel} from './relation.ts';
export {
  addTableColumn,
  bindAddedConstraint,
  bindCheckAgain,
  bindColumnSequence,
  bindColumnType,
  bindNewDefault,
  castDefault,
} from './alter-table.ts';
export {bindSequenceChange} from './sequence.ts';
export {bindTableOptions, withoutOptions} from './table-options.ts';
export {bindArgument, bindTypeNames} from './execute-arguments.ts';
export {bindTypeName} from './type-name.ts';
export {bindQuery, bindStatement} from './statement.ts';
export type {ActingCall} from './acting.ts';
export {bodyOptions} from './acting-body.ts';
export {withinBody} from './function-body.ts';
export {javaScriptValue} from './user-function.ts';
export type {BoundStatement, Dml} from './statement.ts';
export type {BoundStep} from './write-step.ts';
export {defaultOf} from './write-target.ts';
