import { expect, test } from 'vitest'
import { addToJournal } from './journal.ts'
import type { LabInput } from './lab.ts'

const type = (data: string): LabInput => ({ kind: 'type', data })
const edit = (zone: string, text: string): LabInput => ({ kind: 'edit', zone, text })

test.each<[string, LabInput[], LabInput[]]>([
  ['keys are joined', [type('E'), type('H'), type('LO')], [type('EHLO')]],
  ['but not over Enter', [type('a\r'), type('b')], [type('a\r'), type('b')]],
  ['nor over an arrow', [type('\x1b[A'), type('b')], [type('\x1b[A'), type('b')]],
  ['the last edit of a zone counts', [edit('a', '1'), edit('a', '2')], [edit('a', '2')]],
  [
    'another zone is another edit',
    [edit('a', '1'), edit('b', '2')],
    [edit('a', '1'), edit('b', '2')],
  ],
  [
    'an edit parts the keys',
    [type('a'), edit('a', '1'), type('b')],
    [type('a'), edit('a', '1'), type('b')],
  ],
  [
    'each sending counts',
    [
      { kind: 'send', mail: 'x' },
      { kind: 'send', mail: 'x' },
    ],
    [
      { kind: 'send', mail: 'x' },
      { kind: 'send', mail: 'x' },
    ],
  ],
])('%s', (_, inputs, journal) => {
  expect(inputs.reduce<readonly LabInput[]>(addToJournal, [])).toEqual(journal)
})
