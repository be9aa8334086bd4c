import {column} from '../../types/schema.ts';
import {BOOLEAN, CHAR, TEXT} from '../../types/sql-type.ts';
import type {TableFunctionRow} from '../table-functions.ts';
import {tableFunction} from './define.ts';

/** Postgres 15's keywords, each with its category, and ! for one that is no label without AS. */
const keywords =
  'abortU absoluteU accessU actionU addU adminU afterU aggregateU allR alsoU alterU alwaysU analyseR analyzeR andR ' +
  'anyR arrayR! asR! ascR asensitiveU assertionU assignmentU asymmetricR atU atomicU attachU attributeU ' +
  'authorizationT backwardU beforeU beginU betweenC bigintC binaryT bitC booleanC bothR breadthU byU cacheU callU ' +
  'calledU cascadeU cascadedU caseR castR catalogU chainU charC! characterC! characteristicsU checkR checkpointU ' +
  'classU closeU clusterU coalesceC collateR collationT columnR columnsU commentU commentsU commitU committedU ' +
  'compressionU concurrentlyT configurationU conflictU connectionU constraintR constraintsU contentU continueU ' +
  'conversionU copyU costU createR! crossT csvU cubeU currentU current_catalogR current_dateR current_roleR ' +
  'current_schemaT current_timeR current_timestampR current_userR cursorU cycleU dataU databaseU dayU! deallocateU ' +
  'decC decimalC declareU defaultR defaultsU deferrableR deferredU definerU deleteU delimiterU delimitersU dependsU ' +
  'depthU descR detachU dictionaryU disableU discardU distinctR doR documentU domainU doubleU dropU eachU elseR ' +
  'enableU encodingU encryptedU endR enumU escapeU eventU exceptR! excludeU excludingU exclusiveU executeU existsC ' +
  'explainU expressionU extensionU externalU extractC falseR familyU fetchR! filterU! finalizeU firstU floatC ' +
  'followingU forR! forceU foreignR forwardU freezeT fromR! fullT functionU functionsU generatedU globalU grantR! ' +
  'grantedU greatestC groupR! groupingC groupsU handlerU havingR! headerU holdU hourU! identityU ifU ilikeT ' +
  'immediateU immutableU implicitU importU inR includeU includingU incrementU indexU indexesU inheritU inheritsU ' +
  'initiallyR inlineU innerT inoutC inputU insensitiveU insertU insteadU intC integerC intersectR! intervalC intoR! ' +
  'invokerU isT isnullT! isolationU joinT keyU labelU languageU largeU lastU lateralR leadingR leakproofU leastC ' +
  'leftT levelU likeT limitR! listenU loadU localU localtimeR localtimestampR locationU lockU lockedU loggedU ' +
  'mappingU matchU matchedU materializedU maxvalueU mergeU methodU minuteU! minvalueU modeU monthU! moveU nameU ' +
  'namesU nationalC naturalT ncharC newU nextU nfcU nfdU nfkcU nfkdU noU noneC normalizeC normalizedU notR nothingU ' +
  'notifyU notnullT! nowaitU nullR nullifC nullsU numericC objectU ofU offU offsetR! oidsU oldU onR! onlyR ' +
  'operatorU optionU optionsU orR orderR! ordinalityU othersU outC outerT overU! overlapsT! overlayC overridingU ' +
  'ownedU ownerU parallelU parameterU parserU partialU partitionU passingU passwordU placingR plansU policyU ' +
  'positionC precedingU precisionC! prepareU preparedU preserveU primaryR priorU privilegesU proceduralU procedureU ' +
  'proceduresU programU publicationU quoteU rangeU readU realC reassignU recheckU recursiveU refU referencesR ' +
  'referencingU refreshU reindexU relativeU releaseU renameU repeatableU replaceU replicaU resetU restartU ' +
  'restrictU returnU returningR! returnsU revokeU rightT roleU rollbackU rollupU routineU routinesU rowC rowsU ' +
  'ruleU savepointU schemaU schemasU scrollU searchU secondU! securityU selectR sequenceU sequencesU serializableU ' +
  'serverU sessionU session_userR setU setofC setsU shareU showU similarT simpleU skipU smallintC snapshotU someR ' +
  'sqlU stableU standaloneU startU statementU statisticsU stdinU stdoutU storageU storedU strictU stripU ' +
  'subscriptionU substringC supportU symmetricR sysidU systemU tableR tablesU tablesampleT tablespaceU tempU ' +
  'templateU temporaryU textU thenR tiesU timeC timestampC toR! trailingR transactionU transformU treatC triggerU ' +
  'trimC trueR truncateU trustedU typeU typesU uescapeU unboundedU uncommittedU unencryptedU unionR! uniqueR ' +
  'unknownU unlistenU unloggedU untilU updateU userR usingR vacuumU validU validateU validatorU valueU valuesC ' +
  'varcharC variadicR varyingU! verboseT versionU viewU viewsU volatileU whenR whereR! whitespaceU windowR! withR! ' +
  'withinU! withoutU! workU wrapperU writeU xmlU xmlattributesC xmlconcatC xmlelementC xmlexistsC xmlforestC ' +
  'xmlnamespacesC xmlparseC xmlpiC xmlrootC xmlserializeC xmltableC yearU! yesU zoneU';

const categories: Readonly<Record<string, string>> = {
  R: 'reserved',
  T: 'reserved (can be function or type name)',
  C: 'unreserved (cannot be function or type name)',
  U: 'unreserved',
};

function* rows(): Generator<readonly (string | boolean)[]> {
  for (const entry of keywords.split(' ')) {
    const bare = !entry.endsWith('!');
    const text = bare ? entry : entry.slice(0, -1);
    const [word, category] = [text.slice(0, -1), text.slice(-1)];
    yield [word, category, bare, categories[category], bare ? 'can be bare label' : 'requires AS'];
  }
}

const columns = [
  column('word', TEXT),
  column('catcode', CHAR),
  column('barelabel', BOOLEAN),
  column('catdesc', TEXT),
  column('baredesc', TEXT),
];

export const keywordFunctions: readonly TableFunctionRow[] = [
  tableFunction('pg_get_keywords', [], () => columns, 'the keywords of SQL', rows),
];
