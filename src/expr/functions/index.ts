import {actingRow} from './acting.ts';
import type {FunctionRow} from '../function-row.ts';
import {aclRows} from './acl.ts';
import {aggregateResultRows} from './aggregate-results.ts';
import {arrayRows} from './array.ts';
import {arraySubscriptRows} from './array-subscripts.ts';
import {bitStringRows} from './bit-strings.ts';
import {bytesRows} from './bytes.ts';
import {collationRows} from './collation.ts';
import {comparisonRows} from './comparison.ts';
import {dateFieldRows} from './date-fields.ts';
import {datetimeCastRows} from './datetime-casts.ts';
import {datetimeRows} from './datetime.ts';
import {encodingRows} from './encoding.ts';
import {enumRows} from './enum.ts';
import {floatRows} from './float.ts';
import {formattingRows} from './formatting.ts';
import {geometryRows} from './geometry.ts';
import {geometryRelationRows} from './geometry-relations.ts';
import {hashingRows} from './hashing.ts';
import {integerRows} from './integer.ts';
import {jsonAccessRows} from './json-access.ts';
import {jsonBuildRows} from './json-build.ts';
import {javaScriptRows} from './javascript.ts';
import {checkOptionRows} from './check-option.ts';
import {rowSecurityRows} from './row-security.ts';
import {jsonPathRows} from './json-path.ts';
import {jsonbCastRows} from './jsonb-casts.ts';
import {jsonbChangeRows} from './jsonb-change.ts';
import {jsonbPredicateRows} from './jsonb-predicates.ts';
import {momentRows} from './moments.ts';
import {moneyRows} from './money.ts';
import {networkRows} from './network.ts';
import {textSearchRows} from './text-search.ts';
import {locationRows} from './locations.ts';
import {numberCastRows} from './number-casts.ts';
import {numericRows} from './numeric.ts';
import {patternRows} from './pattern.ts';
import {raiseRows} from './raise.ts';
import {rangeOperatorRows} from './range-operators.ts';
import {rangeRows} from './range.ts';
import {sampleRows} from './sample.ts';
import {sequenceRows} from './sequence.ts';
import {sizeRows} from './sizes.ts';
import {systemColumnRows} from './system-columns.ts';
import {catalogHelperRows} from './catalog-helpers.ts';
import {snapshotRows} from './snapshots.ts';
import {statisticsRows} from './statistics.ts';
import {systemRows} from './system.ts';
import {textCastRows} from './text-casts.ts';
import {textFormRows} from './text-forms.ts';
import {textRows} from './text.ts';
import {timeBucketRows} from './time-bucket.ts';
import {trigonometryRows} from './trigonometry.ts';
import {timetzRows} from './timetz.ts';
import {largeObjectRows} from './large-objects.ts';
import {waitingRows} from './waiting.ts';
import {withoutTypmodRow} from './without-typmod.ts';
import {xmlRows} from './xml.ts';

/** Every row of the registry, family by family. */
export const functionRows: readonly FunctionRow[] = [
  ...integerRows,
  ...floatRows,
  ...trigonometryRows,
  ...numericRows,
  ...comparisonRows,
  ...collationRows,
  ...textRows,
  ...textFormRows,
  ...patternRows,
  ...encodingRows,
  ...bytesRows,
  ...hashingRows,
  ...datetimeRows,
  ...dateFieldRows,
  ...timetzRows,
  ...timeBucketRows,
  ...formattingRows,
  ...jsonAccessRows,
  ...jsonbPredicateRows,
  ...jsonbChangeRows,
  ...jsonBuildRows,
  ...jsonPathRows,
  ...arrayRows,
  ...arraySubscriptRows,
  ...enumRows,
  ...bitStringRows,
  ...moneyRows,
  ...xmlRows,
  ...geometryRows,
  ...geometryRelationRows,
  ...networkRows,
  ...textSearchRows,
  ...rangeRows,
  ...raiseRows,
  ...rangeOperatorRows,
  ...sampleRows,
  ...locationRows,
  ...aclRows,
  ...systemColumnRows,
  ...catalogHelperRows,
  ...snapshotRows,
  ...statisticsRows,
  ...systemRows,
  ...sequenceRows,
  ...sizeRows,
  ...largeObjectRows,
  ...waitingRows,
  ...numberCastRows,
  ...textCastRows,
  ...datetimeCastRows,
  ...jsonbCastRows,
  actingRow,
  ...javaScriptRows,
  ...checkOptionRows,
  ...rowSecurityRows,
  ...aggregateResultRows,
  ...momentRows,
  withoutTypmodRow,
];
