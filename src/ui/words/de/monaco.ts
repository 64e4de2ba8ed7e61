import type { Words } from '../languages.ts'
import type { words as english } from '../en/monaco.ts'

const listed = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} und ${names.at(-1)!}` : names.join('')

export const words: Words<typeof english> = {
  fold: 'Langes einklappen',
  unfold: 'Alles ausklappen',
  keys: (zone: string) =>
    `${zone}. Tab verlässt den Editor; mit Strg M rückt Tab ein. F8 geht zum nächsten Problem.`,
  aboutRule: 'Mehr über diese Regel',
  nextProblem: 'Zum nächsten Problem',
  problemBefore: 'Zum vorigen Problem',
  origin: 'Ursprung',
  lines: (count: number, kinds: readonly string[], servers: number) => {
    const addresses = servers > 1 ? ['ihre Adressen'] : servers ? ['seine Adresse'] : []
    return `${count} Zeilen: ${listed([...kinds, ...addresses])}`
  },
  key: (bits: number) => `${bits}-Bit-Schlüssel`,
  longKey: (characters: number) => `ein Schlüssel von ${characters} Zeichen`,
  foldedKey: (key: string) => `… ${key}, eingeklappt`,
  show: (folded: string) => `${folded}, eingeklappt. Zeigen`,
}
