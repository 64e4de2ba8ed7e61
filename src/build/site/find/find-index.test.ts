import { expect, test } from 'vitest'
import { findEntries } from '../../../ui/find/find-entries.ts'
import type { LessonPage } from '../lesson-list.ts'
import { referenceNames, referencePage } from '../reference/reference-pages.ts'
import { rulePages } from '../rule-pages/rule-pages.ts'
import { loadWords } from '../words/load-words.ts'
import { findIndex } from './find-index.ts'

const words = await loadWords(process.cwd(), 'en')
const lesson = { slug: 'speak-smtp', title: 'Speak SMTP', objective: 'Hold a session by hand' }
const lessons = [{ ...lesson, module: { title: 'The journey' } } as LessonPage]
const index = findIndex({ lessons, words }, ['sandbox/', 'rules/'])
const pages = new Map(
  referenceNames.map((name) => [`${name}/`, referencePage(name, { lessons, words }).slots.list!]),
)

test('whatever is found is there', () => {
  const others = new Set([
    ...['lessons/speak-smtp/', 'sandbox/', 'rules/'],
    ...rulePages(words.rules).map(({ file }) => file.replace('index.html', '')),
  ])
  const lost = index.filter(([, , address]) => {
    const [page = '', id] = address.split('#')
    return id === undefined ? !others.has(page) : !pages.get(page)?.includes(`id="${id}"`)
  })
  expect(lost).toEqual([])
})

test('no two entries of a page have the same anchor', () => {
  for (const list of pages.values()) {
    const ids = [...list.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    expect(ids.filter((id) => /[^\w.-]/.test(id!))).toEqual([])
  }
})

test('a tool without a page is left out', () =>
  expect(index.filter(([kind]) => kind === 'tool').map(([, title]) => title)).toEqual([
    ...['Sandbox', 'Rules'],
  ]))

test.each([
  ['5.1.1', 'x.1.1'],
  ['550', '550'],
  ['nxdomain', 'NXDOMAIN'],
  ['rcpt', 'RCPT'],
  ['relay', 'relay'],
  ['dig', 'dig'],
  ['lint', 'helo-world lint'],
  ['speak', 'Speak SMTP'],
  ['mailbox is full', 'x.2.2'],
  ['451 4.7.650 The mail server [192.0.2.1] has been temporarily rate limited', '4.7.650'],
  ['550-5.7.26 This mail has been blocked because the sender is unauthenticated', '5.7.26'],
  ['550 5.7.640 Access denied, banned sending IP', '5.7.606'],
  ['550 5.7.708 Access denied', 'x.7.x'],
  ['503 5.5.1 Bad sequence of commands', 'x.5.1'],
  ['554 Relay access denied', '554'],
  ['terms after', 'Terms after all'],
])('“%s” finds %s first', (query, title) => expect(findEntries(index, query)[0]?.[1]).toBe(title))
