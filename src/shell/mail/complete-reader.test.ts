import { expect, test } from 'vitest'
import { completeReader } from './complete-reader.ts'

const place = {
  count: 12,
  folders: ['INBOX', 'Junk', 'Sent', 'Sent Items'],
  addresses: ['alice@example.org', 'bob@example.org', 'bo@example.net'],
}

test.each<[line: string, completed: string, choices: readonly string[]]>([
  ['he', 'he', ['headers', 'help']],
  ['hea', 'headers ', []],
  ['  del', '  delete ', []],
  ['q', 'quit ', []],
  ['c J', 'c Junk', []],
  ['open S', 'open Sent', []],
  ['c Sent ', 'c Sent Items', []],
  ['m al', 'm alice@example.org ', []],
  ['mail bo', 'mail bo', ['bo@example.net', 'bob@example.org']],
  ['fw 1 bob', 'fw 1 bob@example.org ', []],
  ['fw al', 'fw alice@example.org ', []],
  ['d 2', 'd 2 ', []],
  ['r 1', 'r 1', ['1', '10', '11', '12']],
  ['m bob@example.org al', 'm bob@example.org al', []],
  ['s al', 's al', []],
  ['x al', 'x al', []],
])('Tab behind `%s` makes `%s`', (line, completed, choices) => {
  const made = completeReader(line, line.length, place)
  expect(line.slice(0, made.from) + made.text + line.slice(made.to)).toBe(completed)
  expect(made.choices).toEqual(choices)
})

test('what stands behind the cursor stays', () => {
  const line = 'm al and more'
  const made = completeReader(line, 4, place)
  expect(line.slice(0, made.from) + made.text + line.slice(made.to)).toBe(
    'm alice@example.org and more',
  )
})
