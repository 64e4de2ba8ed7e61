import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isShownHeader, messageSource } from './message-source.ts'

const message = 'From: a@b.example\nSubject: x\n\nHi\n'
const plist = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//x">\n<plist/>\n'

test.each([
  ['a message', message, message, 0],
  ['behind empty lines', `\n\n${message}`, message, 2],
  ['of Thunderbird', `From - Mon Jun 01 10:00:09 2026\n${message}`, message, 1],
  ['of Apple Mail', `812       \n${message}${plist}`, message, 1],
  [
    'of a mailbox file, with quoted lines',
    `From a@b.example Mon Jun  1 08:00:05 2026\n${message}>From here\n>>From there\n`,
    `${message}From here\n>From there\n`,
    1,
  ],
  ['whose text has such a line', `${message}\n>From here\n`, `${message}\n>From here\n`, 0],
])('the source of one %s', (_, given, text, linesBefore) =>
  expect(messageSource(given)).toEqual({ text, linesBefore }),
)

test('of several messages the first is read, and their number is said', () => {
  const line = 'From a@b.example Mon Jun  1 08:00:05 2026\n'
  const { text, note } = messageSource(`${line}${message}\n${line}${message}\n${line}${message}`)
  expect(text).toBe(message)
  expect(note).toContain('holds 3 messages')
})

test.each([
  ['From: Ann\nSent: Monday\nTo: Bob\nSubject: x\n\nHi', true],
  ['> Von: Ann\n> Gesendet: Montag\n> An: Bob', true],
  ['From: a@b.example\nDate: Mon, 1 Jun 2026 08:00:00 +0000\nSent: yes\n\nHi', false],
  [message, false],
])('%j is shown by a program: %s', (text, is) => expect(isShownHeader(text)).toBe(is))

test('any text has a source that is a part of it', () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('From ', '- ', '12\n', 'a: b\n', '\n', '<?xml ', '>')),
      (all) => {
        const given = all.join('')
        const { text, linesBefore } = messageSource(given)
        expect(text.length).toBeLessThanOrEqual(given.length)
        expect(linesBefore).toBeLessThanOrEqual(given.split('\n').length)
      },
    ),
  ))
