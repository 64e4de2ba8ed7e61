export const words = {
  noDomain: 'no domain',
  lookup: 'lookup',
  tooMany: ': one too many',
  decides: 'decides',
  neverReached: 'never reached',
  /** Two counts, each before what is counted. */
  spent: (count: number, limit: number) => `${count} of ${limit}`,
  lookups: 'lookups',
  emptyAnswers: 'empty answers',
  spentBy: (term: string, domain: string) => `spent by ${term} of ${domain}`,
  emptyAnswer: (number: number) => `empty answer ${number}`,
}
