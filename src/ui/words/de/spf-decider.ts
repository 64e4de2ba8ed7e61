import type { Words } from '../languages.ts'
import type { words as english } from '../en/spf-decider.ts'

export const words: Words<typeof english> = {
  lines: (numbers: readonly number[]) =>
    `die Zeilen ${numbers.slice(0, -1).join(', ')} und ${numbers.at(-1)!}`,
  record: (domain: string) => `der Eintrag von ${domain}`,
  noAnswer: 'keine Antwort vom DNS',
  noRecord: 'kein Eintrag',
  noTerm: 'kein Term passt',
}
