import { describe, expect, test } from 'vitest'
import { examplesOf } from '../log/testing/example-events.ts'
import { eventKinds, kindNamed, type WorldEvent } from './index.ts'

const sentenceOf = (event: WorldEvent): string => kindNamed(event.type)!.sentence(event as never)
const toneOf = (event: WorldEvent): string => kindNamed(event.type)!.tone(event as never)

test('no two kinds have one name', () =>
  expect(new Set(eventKinds.map(({ type }) => type)).size).toBe(eventKinds.length))

describe.each(eventKinds.map(({ type }) => type))('%s', (type) => {
  test.each(examplesOf(type).map((event) => [event]))('has a sentence that ends: %#', (event) =>
    expect(sentenceOf(event)).toMatch(/^[A-Za-z`].*\S$/),
  )
})

test.each<[WorldEvent['type'], number, string, string]>([
  [
    'opened',
    0,
    'plain',
    'Connection 1: desk.example.org speaks SMTP to mail.example.org, to relay what came in connection 7.',
  ],
  [
    'refused',
    0,
    'fail',
    'desk.example.org cannot connect to 192.0.2.99, port 25: no host has this address.',
  ],
  [
    'refused',
    1,
    'fail',
    'desk.example.org cannot connect to 192.0.2.25, port 8080: nothing listens there.',
  ],
  ['dns', 0, 'plain', 'mail.example.org asks the DNS for `example.net MX`: 2 records.'],
  ['dns', 1, 'plain', 'mail.example.org asks the DNS for `. A`: the name does not exist.'],
  ['command', 0, 'plain', '`MAIL FROM:a@b` is answered with `501 No`.'],
  ['command', 1, 'plain', 'The message is answered with `250 OK`.'],
  ['command', 2, 'plain', 'The server sends `OK Hi`.'],
  ['wire', 0, 'plain', 'Connection 1: the client sends 7 octets under TLS.'],
  ['secured', 0, 'plain', 'Connection 1 is under TLS (TLSv1.3).'],
  [
    'delivered',
    0,
    'warn',
    'A message from the null sender is put into the junk folder of bob@example.net.',
  ],
  ['rejected', 0, 'fail', 'A message is rejected: 554 Too many hops'],
  [
    'deferred',
    0,
    'warn',
    'mail.example.org keeps a message to bob@example.net, to try again in 15 minutes: 450 later',
  ],
  ['undeliverable', 0, 'fail', 'A message to x@example.com is undeliverable: No MX.'],
  [
    'reported',
    0,
    'fail',
    'mail.example.org reports to alice@example.org: the message to bob@example.net could not be delivered (5.1.1); the message to carol@example.net was passed on to a server that sends no reports (2.1.9).',
  ],
  [
    'expanded',
    0,
    'plain',
    'At mx.alumni.test, bob@alumni.test is an alias of bob@example.net; the sender `a@example.org` becomes `SRS0=x=y=example.org=a@alumni.test`; it changes: footer.',
  ],
  ['expanded', 1, 'plain', 'At mx.club.test, club@club.test is a list, whose post goes to nobody.'],
  [
    'decided',
    0,
    'fail',
    'mx.example.net, spf: a@example.org is refused. No term matches. (RFC 7208 §8.4)',
  ],
  [
    'decided',
    1,
    'fail',
    'mx.example.net, vacation: the null sender is dropped. It is not answered.',
  ],
  ['closed', 0, 'plain', 'Connection 1 is closed.'],
])('%s %i is shown in %s: %s', (type, at, tone, sentence) => {
  const event = examplesOf(type)[at]!
  expect([toneOf(event), sentenceOf(event)]).toEqual([tone, sentence])
})

test.each([
  ['reported', 'mx.example.net, dmarc-report: a report goes to dmarc@example.org. It agreed.'],
  ['dropped', 'mx.example.net, dmarc-report: no report goes to dmarc@example.org. It agreed.'],
] as const)('of a report that is %s its subject is who gets it', (action, sentence) => {
  const about = { policy: 'dmarc-report', subject: 'dmarc@example.org', reason: 'It agreed.' }
  const event = { at: 0, type: 'decided', host: 'mx.example.net', setting: 'reports', ...about }
  expect(sentenceOf({ ...event, action } as WorldEvent)).toBe(sentence)
})
