import { expect, test } from 'vitest'
import { appended, evidence, message, talk, type BobsMessage } from '../testing/evidence.ts'
import { judge } from './index.ts'

const stand = (params: object, ...bob: readonly BobsMessage[]) =>
  judge({ kind: 'newest-message', ...params }, evidence({ bob }))

const whole = message('From: Alice\nSubject: Hello\n\nDear Bob,\nTwelve.\n')
const allHeader = message('From: Alice\nSubject: Hello\nDear Bob,\n')
const textAbove = message('Subject: Hello\nDear Bob,\n\n')
const noText = message('Subject: Hello\n\n')
const fieldBelow = message('From: Alice\n\nSubject: Hello\nDear Bob,\n')

test.each([
  ['a mailbox', { mailbox: 'Bob@example.org' }, whole],
  ['its fields', { has: ['From', 'subject'] }, whole],
  ['a field that is not there', { lacks: ['Date'] }, whole],
  ['a field that is empty', { lacks: ['Subject'] }, message('Subject:\n\nHi\n')],
  ['a text', { body: 'some', divider: 'yes' }, whole],
  ['no empty line', { body: 'none', divider: ['no', 'late'] }, allHeader],
  ['a header without a text line in it', { divider: 'no' }, message('Subject: Hello\n')],
  ['a text above the empty line', { body: 'none', divider: 'late' }, textAbove],
  ['nothing below the empty line', { body: 'none', divider: 'yes' }, noText],
  ['its envelope', { from: 'alice@example.net', to: 'bob@EXAMPLE.org' }, whole],
  ['a part of a field', { field: { name: 'Subject', has: 'hell', lacks: 'Bye' } }, whole],
  ['a line of the text', { line: ['twelve.'] }, whole],
  ['a field below the empty line', { lacks: ['Subject'], line: ['Subject:*'] }, fieldBelow],
])('%s is met', (_, params, newest) =>
  expect(stand(params, message('\nAn older one\n'), newest)).toEqual({ met: true }),
)

test.each([
  ['nothing came', {}, undefined, 'No message was delivered yet.'],
  ['only a draft', {}, appended('Subject: Hello\n\nHi\n'), 'No message was delivered yet.'],
  [
    'another mailbox',
    { mailbox: 'carol@example.org' },
    whole,
    'The newest message came into the mailbox of `bob@example.org`.',
  ],
  ['no such field', { has: ['Date'] }, whole, 'The newest message has no `Date`.'],
  ['a field', { lacks: ['From'] }, whole, 'The newest message has a `From`.'],
  ['no text', { body: 'some' }, noText, 'The newest message has no text.'],
  ['a text', { body: 'none' }, whole, 'The newest message has a text.'],
  ['a divider', { divider: 'no' }, whole, 'The newest message has an empty line below its header.'],
  [
    'another sender',
    { from: '' },
    whole,
    'The newest message has another sender on its envelope than `<>`.',
  ],
  [
    'another recipient',
    { to: 'carol@example.org' },
    whole,
    'The newest message has other recipients on its envelope than `<carol@example.org>`.',
  ],
  [
    'no such part',
    { field: { name: 'Subject', has: 'Bye' } },
    whole,
    'The newest message has no such `Subject`.',
  ],
  ['no such line', { line: ['Elf'] }, whole, 'The newest message has no line `Elf` in its text.'],
])('%s: not met', (_, params, newest, reason) =>
  expect(stand(params, ...(newest ? [newest] : []))).toEqual({ met: false, reason }),
)

test.each([
  ['is begun', ['DATA → 354 go'], false],
  ['has come', ['DATA → 354 go', '. → 250 taken'], true],
  ['was refused', ['DATA → 503 no'], true],
] as const)('what is said of the newest message when the next one %s', (_, said, isMet) => {
  const seen = evidence({ bob: [noText], events: talk(['. → 250 taken', ...said]) })
  expect(judge({ kind: 'newest-message', body: 'none' }, seen).met).toBe(isMet)
})
