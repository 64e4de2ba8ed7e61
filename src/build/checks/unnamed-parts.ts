import { PART } from '../../hosting/fetch-again.ts'

/** What follows an `import()` of another script. */
const FETCHED = /import\(\s*([`'"])\.[^`'"]*\1\s*\)(\.then\(.{0,60})/g

/**
 * Pieces that a built script takes out of another one in a way that `fetchAgain` does not read: a second try for
 * such a piece would come to all that its script holds.
 * @returns A sentence for each.
 */
export const unnamedParts = (file: string, code: string): string[] =>
  [...code.matchAll(FETCHED)]
    .filter(([, , then = '']) => PART.exec(then)?.index !== 0)
    .map(
      ([text]) =>
        `${file} takes a piece out of a script in another way than fetchAgain reads: ${text}`,
    )
