import {functionsPage} from './functions-page.ts';
import {missingPage} from './missing-page.ts';

/** The pages of docs/ that are made from the registry. */
export const pages: Readonly<Record<string, () => string>> = {
  'docs/sql/functions.md': functionsPage,
  'docs/sql/missing-functions.md': missingPage,
};
