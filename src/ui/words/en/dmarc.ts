export const words = {
  alignment: 'Alignment',
  noDomain: '(no domain)',
  aligned: 'aligned',
  notAligned: 'not aligned',
  both: 'Both editions of DMARC',
  differ: 'Two editions of DMARC, with the zones as they stand: they end differently',
  same: 'Two editions of DMARC, with the zones as they stand: one end',
  before: 'RFC 7489, before',
  differs: ', differs',
  walk: (start: string) => `Tree walk from ${start}`,
  /** The name stands behind it. */
  walkFrom: 'Tree walk from',
  asked: (count: number, limit: number) => `${count} of ${limit} questions`,
  statuses: {
    found: 'found',
    absent: 'no record',
    several: 'several records: none counts',
    failed: 'no answer',
    unasked: 'not asked',
  },
  organization: 'organization',
  skipped: (names: number, limit: number) =>
    `${names} ${names === 1 ? 'name is' : 'names are'} left out, so that a walk never asks more than ${limit} times`,
}
