/** Stands for a list of Monaco's that can be gone through once. */
const none = {
  toArray: (): readonly [] => [],
  map: () => none,
  *[Symbol.iterator]() {},
}

const never = () => ({ dispose() {} })

/** What pairs of brackets a text has: no language of ours has brackets, so none. */
export class BracketPairsTextModelPart {
  readonly onDidChange = never

  handleLanguageConfigurationServiceChange(): void {}
  handleDidChangeOptions(): void {}
  handleDidChangeLanguage(): void {}
  handleDidChangeContent(): void {}
  handleDidChangeBackgroundTokenizationState(): void {}
  handleDidChangeTokens(): void {}

  getBracketPairsInRange = () => none
  getBracketPairsInRangeWithMinIndentation = () => none
  getBracketsInRange = () => none

  hasUnmatchedClosingBracketAfter = (): boolean => false
  findMatchingBracketUp = (): null => null
  matchBracket = (): null => null
  findPrevBracket = (): null => null
  findNextBracket = (): null => null
  findEnclosingBrackets = (): null => null

  dispose(): void {}
}
