/** What decided about a sender, where it was no term. */
export const words = {
  lines: (numbers: readonly number[]) =>
    `lines ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)!}`,
  record: (domain: string) => `the record of ${domain}`,
  noAnswer: 'no answer from DNS',
  noRecord: 'no record',
  noTerm: 'no term matches',
}
