import { describe, expect, test } from 'vitest'
import type { World } from '../../world/world.ts'
import type { Evidence } from '../evidence.ts'
import { judge } from './index.ts'

const pdf = btoa('%PDF-1.4 the invoice')
const text = [
  'From: Alice Quince',
  ' <alice@example.org>',
  'To: bob@example.net, carol@example.net',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain',
  '',
  'Hello Bob',
  '--b',
  'Content-Type: application/pdf; name=a.pdf',
  'Content-Disposition: attachment; filename=a.pdf',
  'Content-Transfer-Encoding: base64',
  '',
  pdf,
  '--b--',
  '',
].join('\n')

const evidenceOf = (written: string): Evidence => ({
  ...{ diagnostics: [], senders: [], journeys: [] },
  world: {
    mailboxes: [],
    spec: {
      documents: [{ kind: 'message', name: 'a', file: 'a.eml', text: written, editable: true }],
    },
  } as unknown as World,
})
const status = (kind: string, wanted: object, written = text) =>
  judge({ kind, document: 'a.eml', ...wanted }, evidenceOf(written))

describe('the condition `message`', () => {
  test.each([
    { has: ['From', 'to'], lacks: ['Date'] },
    { field: { name: 'From', value: 'Alice Quince <alice@example.org>', count: 1 } },
    { field: { name: 'To', address: 'CAROL@example.net'.toLowerCase() } },
    { field: { name: 'Sender', count: 0 } },
    { body: 'some', line: ['hello*'] },
    { besides: ['FROM', 'Date'] },
  ])('%j holds', (wanted) => expect(status('message', wanted)).toEqual({ met: true }))

  test.each([
    [{ has: ['Date'] }, 'The message has no `Date`.'],
    [{ lacks: ['To'] }, 'The message has a `To`.'],
    [
      { besides: ['From', 'To', 'MIME-Version', 'Content-Type'] },
      'The message has no field but `From`, `To`, `MIME-Version` or `Content-Type`.',
    ],
    [{ field: { name: 'From', count: 2 } }, 'The message has 1 field `From`.'],
    [
      { field: { name: 'From', address: 'bob@example.net' } },
      'The message has `From: Alice Quince <alice@example.org>`.',
    ],
    [{ line: ['Bye'] }, 'The message has no line `Bye` in its text.'],
    [{ document: 'b.eml' }, '`b.eml` is no message of the lesson.'],
  ])('%j does not', (wanted, reason) =>
    expect(status('message', wanted)).toEqual({ met: false, reason }),
  )
})

describe('the condition `mime`', () => {
  test.each([
    { tree: 'multipart/mixed [ text/plain,application/PDF ]', closed: 'yes', lacks: 'text/html' },
    {
      part: { type: 'application/pdf', filename: 'a.pdf', disposition: 'attachment', octets: pdf },
    },
    { part: { type: 'text/plain', text: 'Hello Bob\n', encoding: '7bit' } },
    { part: { has: 'Bob' } },
  ])('%j holds', (wanted) => expect(status('mime', wanted)).toEqual({ met: true }))

  test.each([
    [{ tree: 'text/plain' }, 'The message is `multipart/mixed [text/plain, application/pdf]` now.'],
    [{ part: { type: 'text/html' } }, 'The message has no part `text/html`.'],
    [
      { part: { type: 'text/plain', disposition: 'inline' } },
      'Its part `text/plain` has no disposition.',
    ],
    [
      { part: { type: 'application/pdf', octets: btoa('x') } },
      'Its part `application/pdf` does not hold the same octets.',
    ],
    [{ closed: 'no' }, 'Each multipart ends with its closing boundary.'],
  ])('%j does not', (wanted, reason) =>
    expect(status('mime', wanted)).toEqual({ met: false, reason }),
  )

  test('an open end is seen', () =>
    expect(status('mime', { closed: 'no' }, text.replace('--b--\n', '')).met).toBe(true))
})
