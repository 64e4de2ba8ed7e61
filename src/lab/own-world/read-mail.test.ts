import fc from 'fast-check'
import { expect, test } from 'vitest'
import { utf8 } from '../../core/bytes.ts'
import { sandbox } from '../../lessons/sandbox.ts'
import { sandboxWorld } from '../../world/sandbox.ts'
import { checkWorld } from './check-world.ts'
import { ownWorldOf } from './own-world-of.ts'
import { putItem } from './parts.ts'
import { readMail } from './read-mail.ts'

const eml = [
  'Return-Path: <bounces@news.example>',
  'Received: from a.example by b.example; Mon, 1 Jun 2026 08:00:00 +0000',
  'From: =?utf-8?q?N=C3=A9ws?= <news@news.example>',
  'To: Somebody <x@elsewhere.example>, Bob <bob@example.net>',
  'Subject: What is',
  ' new',
  '',
  'Grüße',
  '',
].join('\r\n')

test('a file becomes a message of the world, with an envelope from its header', () => {
  const read = readMail(utf8(eml), 'mine', sandboxWorld)
  expect(read).toMatchObject({
    ok: true,
    notes: ['`Return-Path`: written where a message arrives, left out.'],
    mail: {
      ...{ id: 'mine', title: 'What is new', host: 'out.news.example' },
      ...{ mailFrom: 'bounces@news.example', rcptTo: ['bob@example.net'], body: 'Grüße\n' },
    },
  })
  if (!read.ok) return
  expect(read.mail.headers.map(([name]) => name)).toEqual(['Received', 'From', 'To', 'Subject'])
  const changed = putItem(ownWorldOf(sandbox), 'mails', read.mail)
  expect(changed.ok && checkWorld(changed.own).ok).toBe(true)
})

test.each([
  ['no header', '\r\nhello', /has no header/],
  [
    'too much',
    `A: b\r\n\r\n${'x'.repeat(10_000_000)}`,
    /at most 1,000,000 octets; this has 10,000,008/,
  ],
])('with %s it is none', (_, text, why) => {
  const read = readMail(utf8(text), 'mine', sandboxWorld)
  expect(read.ok ? '' : read.why).toMatch(why)
})

test('whatever a file holds is answered, and what comes of it can be sent', () => {
  const own = ownWorldOf(sandbox)
  fc.assert(
    fc.property(fc.uint8Array(), fc.string(), (octets, text) => {
      for (const bytes of [octets, utf8(`From: ${text}\r\nTo: ${text}\r\n\r\n${text}`)]) {
        const read = readMail(bytes, 'mine', sandboxWorld)
        if (!read.ok) continue
        const changed = putItem(own, 'mails', read.mail)
        expect(changed.ok && checkWorld(changed.own).ok).toBe(true)
      }
    }),
  )
})

test.each([
  [
    'Apple Mail',
    `${eml.length}\n${eml}<?xml version="1.0"?>\n<!DOCTYPE plist PUBLIC "-//x">\n<plist/>\n`,
  ],
  [
    'a mailbox file',
    `From a@news.example Mon Jun  1 08:00:05 2026\n${eml}\nFrom b@x.example Mon Jun  1 08:00:05 2026\n${eml}`,
  ],
])('a file of %s is the message in it', (_, file) => {
  const read = readMail(utf8(file), 'mine', sandboxWorld)
  expect(read).toMatchObject({ ok: true, mail: { title: 'What is new', body: 'Grüße\n' } })
})
