/** What a statement tells its client besides its result, as NoticeResponse carries it. */
export type CatalogNotice = {
  readonly severity: 'NOTICE' | 'WARNING';
  readonly code: string;
  readonly message: string;
  readonly detail?: string;
};
