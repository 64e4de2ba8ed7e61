import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { utf8 } from '../../../../core/bytes.ts'
import type { MessageRecord } from '../search/record.ts'
import { messageIds } from './message-ids.ts'
import { orderedSubject } from './ordered-subject.ts'
import { references } from './references.ts'
import { printThreads, type Thread } from './thread.ts'

interface Mail {
  readonly id?: string
  readonly refs?: string
  readonly reply?: string
  readonly subject?: string
  /** In minutes. */
  readonly date?: number
}

const DAY = Date.parse('2020-01-01T00:00:00Z')

const record = ({ id, refs, reply, subject, date }: Mail, at: number): MessageRecord => ({
  seq: at + 1,
  uid: at + 101,
  flags: [],
  internalDate: DAY + (date ?? at) * 60_000,
  modSeq: 1,
  bytes: utf8(
    [
      ...(id === undefined ? [] : [`Message-ID: ${ids(id)}`]),
      ...(refs === undefined ? [] : [`References: ${ids(refs)}`]),
      ...(reply === undefined ? [] : [`In-Reply-To: ${ids(reply)}`]),
      ...(subject === undefined ? [] : [`Subject: ${subject}`]),
      '',
      '',
    ].join('\r\n'),
  ),
})

/** `a b` is `<a@x> <b@x>`. */
const ids = (names: string): string =>
  names.replace(/[^ ]+/g, (name) => (name.includes('<') ? name : `<${name}@x.example>`))

const seqOf = ({ seq }: MessageRecord): number => seq

const byReferences = (mails: readonly Mail[]): string =>
  printThreads(references(mails.map(record)), seqOf)

describe('REFERENCES', () => {
  test.each<[string, readonly Mail[], string]>([
    ['nothing', [], ''],
    ['messages that have nothing to do with each other', [{ id: 'a' }, { id: 'b' }], '(1)(2)'],
    ['a reply', [{ id: 'a' }, { id: 'b', refs: 'a' }], '(1 2)'],
    ['a reply with In-Reply-To alone', [{ id: 'a' }, { id: 'b', reply: 'a' }], '(1 2)'],
    [
      'the first In-Reply-To counts',
      [{ id: 'a' }, { id: 'b' }, { id: 'c', reply: 'b a' }],
      '(1)(2 3)',
    ],
    [
      'References before In-Reply-To',
      [{ id: 'a' }, { id: 'b' }, { id: 'c', refs: 'a', reply: 'b' }],
      '(1 3)(2)',
    ],
    ['References without an ID count as none', [{ id: 'a' }, { refs: '<>', reply: 'a' }], '(1 2)'],
    ['a chain', [{ id: 'a' }, { id: 'b', refs: 'a' }, { id: 'c', refs: 'a b' }], '(1 2 3)'],
    ['two replies', [{ id: 'a' }, { id: 'b', refs: 'a' }, { id: 'c', refs: 'a' }], '(1 (2)(3))'],
    [
      'the tree of RFC 5256 §4',
      [
        { id: 'p' },
        { id: 'a', refs: 'p' },
        { id: 'b', refs: 'p a' },
        { id: 'c', refs: 'p a b' },
        { id: 'd', refs: 'p a' },
        { id: 'e', refs: 'p a d' },
        { id: 'f', refs: 'p a d e' },
      ],
      '(1 2 (3 4)(5 6 7))',
    ],
    [
      'a reply that came first',
      [
        { id: 'b', refs: 'a', date: 1 },
        { id: 'a', date: 0 },
      ],
      '(2 1)',
    ],
    [
      'siblings by date',
      [{ id: 'a' }, { id: 'b', refs: 'a', date: 9 }, { id: 'c', refs: 'a', date: 3 }],
      '(1 (3)(2))',
    ],
    [
      'threads by date',
      [
        { id: 'a', date: 9 },
        { id: 'b', date: 3 },
      ],
      '(2)(1)',
    ],
    [
      'two replies to one that is not here',
      [
        { id: 'b', refs: 'a' },
        { id: 'c', refs: 'a' },
      ],
      '((1)(2))',
    ],
    ['one reply to one that is not here', [{ id: 'b', refs: 'a' }], '(1)'],
    [
      'a missing one in between',
      [{ id: 'a' }, { id: 'c', refs: 'a b' }, { id: 'd', refs: 'a b' }],
      '(1 (2)(3))',
    ],
    [
      'missing ones above each other',
      [
        { id: 'd', refs: 'a b c' },
        { id: 'e', refs: 'a b' },
      ],
      '((1)(2))',
    ],
    ['a message without an ID', [{}, { subject: 'x' }], '(1)(2)'],
    ['an ID that comes twice', [{ id: 'a' }, { id: 'a' }, { id: 'b', refs: 'a' }], '(1 3)(2)'],
    ['a message that answers itself', [{ id: 'a', refs: 'a' }], '(1)'],
    [
      'two that answer each other',
      [
        { id: 'a', refs: 'b' },
        { id: 'b', refs: 'a' },
      ],
      '(2 1)',
    ],
    [
      'the message itself completes a truncated References',
      [{ id: 'a' }, { id: 'c', refs: 'a' }, { id: 'b', refs: 'a' }, { id: 'd', refs: 'c b' }],
      '(1 (2)(3 4))',
    ],
    ['a quoted ID is the same ID', [{ id: '<"a"@x.example>' }, { id: 'b', refs: 'a' }], '(1 2)'],
    ['IDs are compared with their case', [{ id: 'A' }, { id: 'b', refs: 'a' }], '(1)(2)'],
  ])('%s', (_, mails, threads) => expect(byReferences(mails)).toBe(threads))
})

describe('REFERENCES, step 5: one subject, one thread', () => {
  test.each<[string, readonly Mail[], string]>([
    ['a reply without References', [{ subject: 'x' }, { subject: 'Re: x' }], '(1 2)'],
    ['case does not count', [{ subject: 'Straße' }, { subject: 'RE: sTRAßE' }], '(1 2)'],
    [
      'the reply came first',
      [
        { subject: 'Re: x', date: 0 },
        { subject: 'x', date: 1 },
      ],
      '(2 1)',
    ],
    ['two of one subject, no replies', [{ subject: 'x' }, { subject: 'x' }], '((1)(2))'],
    ['two replies, no parent', [{ subject: 'Re: x' }, { subject: 'Re: x' }], '((1)(2))'],
    [
      'a third one joins',
      [{ subject: 'x' }, { subject: 'x' }, { subject: 'Re: x' }],
      '((1)(2)(3))',
    ],
    ['an empty subject joins nothing', [{ subject: '' }, { subject: 'Re:' }, {}], '(1)(2)(3)'],
    [
      'two dummies become one',
      [
        { refs: 'a', id: 'b', subject: 'x' },
        { refs: 'a', id: 'c', subject: 'x' },
        { refs: 'd', id: 'e', subject: 'x' },
        { refs: 'd', id: 'f', subject: 'x' },
      ],
      '((1)(2)(3)(4))',
    ],
    [
      'a message goes under the dummy of its subject',
      [
        { subject: 'x' },
        { refs: 'a', id: 'b', subject: 'Re: x' },
        { refs: 'a', id: 'c', subject: 'Re: x' },
      ],
      '((1)(2)(3))',
    ],
    [
      'not inside a thread: its first subject counts',
      [{ id: 'a', subject: 'x' }, { refs: 'a', subject: 'y' }, { subject: 'y' }],
      '(1 2)(3)',
    ],
  ])('%s', (_, mails, threads) => expect(byReferences(mails)).toBe(threads))
})

describe('ORDEREDSUBJECT', () => {
  test.each<[string, readonly Mail[], string]>([
    ['nothing', [], ''],
    ['one subject', [{ subject: 'x' }, { subject: 'Re: X' }], '(1 2)'],
    [
      'all others are children of the first',
      [{ subject: 'x' }, { subject: 'Re: x' }, { subject: 'Re: Re: x' }],
      '(1 (2)(3))',
    ],
    [
      'by date inside',
      [
        { subject: 'x', date: 5 },
        { subject: 'x', date: 1 },
      ],
      '(2 1)',
    ],
    [
      'threads by the date of their first',
      [
        { subject: 'a', date: 5 },
        { subject: 'b', date: 1 },
        { subject: 'a', date: 0 },
      ],
      '(3 1)(2)',
    ],
    ['without a subject they are one too', [{}, { subject: '' }], '(1 2)'],
  ])('%s', (_, mails, threads) =>
    expect(printThreads(orderedSubject(mails.map(record)), seqOf)).toBe(threads),
  )
})

test('UID THREAD prints UIDs', () =>
  expect(
    printThreads(references([{ id: 'a' }, { id: 'b', refs: 'a' }].map(record)), ({ uid }) => uid),
  ).toBe('(101 102)'))

test.each([
  ['<a@b> junk <c@d>', ['a@b', 'c@d']],
  ['<"a b"@c>', ['a b@c']],
  ['<a@[192.0.2.1]>', ['a@[192.0.2.1]']],
  ['<a@b (comment)>', ['a@b']],
  ['<<a@b>>', ['a@b']],
  ['<a> <@b> <a@> a@b', []],
  ['<a@b', []],
])('the IDs in %s are %o', (text, found) => expect(messageIds(text)).toEqual(found))

const numbersIn = (threads: readonly Thread[]): number[] =>
  threads.flatMap(({ message, children }) => [
    ...(message ? [message.seq] : []),
    ...numbersIn(children),
  ])

test('each message is in one thread, once, whatever they refer to', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const refs = fc.array(name, { maxLength: 4 }).map((names) => names.join(' '))
  const subject = fc.constantFrom('x', 'Re: x', 'y', '[z] Re: y', '')
  const mail = fc.record({ id: name, refs, subject, date: fc.nat(5) }, { requiredKeys: [] })
  fc.assert(
    fc.property(fc.array(mail, { maxLength: 12 }), (mails) => {
      const records = mails.map(record)
      const all = records.map(seqOf)
      for (const algorithm of [references, orderedSubject]) {
        const threads = algorithm(records)
        expect(numbersIn(threads).sort((a, b) => a - b)).toEqual(all)
        const printed = printThreads(threads, seqOf)
        expect(printed.replace(/[^(]/g, '')).toHaveLength(printed.replace(/[^)]/g, '').length)
        expect(printed).not.toMatch(/\(\)|\( /)
      }
    }),
    { seed: 5256, numRuns: 400 },
  )
})

test('a thread deeper than any stack', () => {
  const mails = Array.from({ length: 20_000 }, (_, at): Mail => ({
    id: `m${at}`,
    refs: `m${at - 1}`,
  }))
  expect(byReferences(mails)).toMatch(/^\(1 2 3 [\d ]*20000\)$/)
})
