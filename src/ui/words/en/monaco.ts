const listed = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}` : names.join('')

/** Of the larger editor: what is folded in it, and its keys. */
export const words = {
  fold: 'Fold what is long',
  unfold: 'Unfold all',
  keys: (zone: string) =>
    `${zone}. Tab leaves the editor; Control M lets it indent. F8 goes to the next problem.`,
  aboutRule: 'More about this rule',
  nextProblem: 'Go to the next problem',
  problemBefore: 'Go to the problem before',
  origin: 'origin',
  /** What a zone begins with: kinds of its lines, and the addresses of so many name servers. */
  lines: (count: number, kinds: readonly string[], servers: number) => {
    const addresses = servers > 1 ? ['their addresses'] : servers ? ['its address'] : []
    return `${count} lines: ${listed([...kinds, ...addresses])}`
  },
  key: (bits: number) => `${bits}-bit key`,
  longKey: (characters: number) => `a key of ${characters} characters`,
  foldedKey: (key: string) => `… ${key}, folded`,
  show: (folded: string) => `${folded}, folded. Show`,
}
