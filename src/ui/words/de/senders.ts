import type { Words } from '../languages.ts'
import type { words as english } from '../en/senders.ts'

const listed = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} und ${names.at(-1)!}` : names[0]!

export const words: Words<typeof english> = {
  note: 'wer sendet, wie du es sagst',
  sender: 'Absender',
  address: 'Adresse',
  decidedBy: 'Entschieden von',
  was: (result: string) => `war ${result}`,
  should: (results: readonly string[]) => `Es soll ${results.join(' oder ')} sein.`,
  none: 'Absender erscheinen hier, wenn die Zonen bereit sind.',
  count: (right: number, all: number) => `${right} von ${all} richtig`,
  row: (row: {
    readonly name: string
    readonly ip: string
    readonly result: string
    readonly expected: readonly string[] | undefined
    readonly was: string | undefined
    readonly decider: string
  }) => {
    const expected = row.expected ? `soll ${row.expected.join(' oder ')} sein` : 'wie es sein soll'
    const before = row.was ? `, war ${row.was}` : ''
    return `${row.name}, ${row.ip}: SPF ${row.result}, ${expected}${before}; entschieden von ${row.decider}`
  },
  announced: (count: string, changes: readonly string[]) => `${count}; ${changes.join(', ')}.`,
  changed: (names: readonly string[], isAll: boolean, result: string) => {
    const isOne = names.length === 1
    const subject = isAll && !isOne ? `alle ${names.length}` : listed(names)
    if (result === 'pass') return `${subject} ${isOne ? 'besteht' : 'bestehen'} jetzt`
    if (result === 'fail') return `${subject} ${isOne ? 'scheitert' : 'scheitern'} jetzt`
    return `${subject} ${isOne ? 'bekommt' : 'bekommen'} jetzt ${result}`
  },
}
