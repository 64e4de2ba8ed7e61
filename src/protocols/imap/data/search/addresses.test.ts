import { describe, expect, test } from 'vitest'
import { utf8 } from '../../../../core/bytes.ts'
import { numberSet } from '../number-set.ts'
import { compileSearch } from './compile.ts'
import type { SearchKey } from './search-key.ts'

const context = { now: 0, largestSeq: 1, largestUid: 1, saved: numberSet([]) }

const isFound = (header: string, key: SearchKey): boolean =>
  compileSearch(
    key,
    context,
  )({
    seq: 1,
    uid: 1,
    flags: [],
    internalDate: 0,
    modSeq: 1,
    bytes: utf8(`${header}\r\n\r\nText\r\n`),
  })

const names = { from: 'From', to: 'To', cc: 'Cc', bcc: 'Bcc' } as const

describe.each(['from', 'to', 'cc', 'bcc'] as const)(
  '%s is searched as ENVELOPE gives it',
  (key) => {
    test.each([
      ['user@example.org', 'user@example.org'],
      ['Real Name <user@example.org>', 'user@example.org'],
      ['Real Name <user@example.org>', 'real name'],
      ['Real Name <user@example.org>', 'Name <user@'],
      ['user@example.org (Real Name)', 'Real Name'],
      ['user@example.org (Real Name)', 'user@example.org'],
      ['<user (comment)@ (comment) example.org>', 'user@example.org'],
      ['(a)<user(b)@(c)example(d).(e)org>(f)', 'user@example.org'],
      ['user @ example . org', 'user@example.org'],
      ['<user@\r\n example.org>', 'user@example.org'],
      ['"user"@example.org', 'user@example.org'],
      ['"Doe, Jane" <jane@example.org>', 'Doe, Jane'],
      ['=?utf-8?q?J=C3=B6rg?= <joerg@example.org>', 'jörg'],
      ['Jörg <joerg@example.org>', 'jörg'],
      ['<@a.example,@b.example:user@example.org>', 'user@example.org'],
      ['<@a.example,@b.example:user@example.org>', '@b.example'],
      ['one@example.org, two@example.org', 'two@example.org'],
      ['Friends: a@example.org, b@example.org;, more: c@example.org;', 'friends'],
      ['Friends: a@example.org, b@example.org;, more: c@example.org;', 'more'],
      ['Friends: a@example.org, b@example.org;, more: c@example.org;', 'c@example.org'],
      ['user@[192.0.2.1]', 'user@[192.0.2.1]'],
      ['user@example.org', ''],
      ['', ''],
    ])('`%s` is found by `%s`', (field, text) =>
      expect(isFound(`${names[key]}: ${field}`, { key, text })).toBe(true),
    )

    test.each([
      ['<user (comment)@ (comment) example.org>', 'comment'],
      ['Real Name <user@example.org>', 'user @'],
      ['user@example.org', 'other'],
      ['=?utf-8?q?J=C3=B6rg?= <joerg@example.org>', 'utf-8'],
      ['Friends: a@example.org;', 'b@example.org'],
    ])('`%s` is not found by `%s`', (field, text) =>
      expect(isFound(`${names[key]}: ${field}`, { key, text })).toBe(false),
    )

    test('a message without the field is not found', () => {
      expect(isFound('Subject: Hi', { key, text: '' })).toBe(false)
      expect(isFound('Reply-To: user@example.org', { key, text: 'user' })).toBe(false)
    })

    test('several fields of the name count as one', () =>
      expect(
        isFound(`${names[key]}: a@example.org\r\n${names[key]}: b@example.org`, {
          key,
          text: 'b@',
        }),
      ).toBe(true))

    test('HEADER looks through the field as it is written', () => {
      const field = `${names[key]}: <user (comment)@ (comment) example.org>`
      const header = (text: string): SearchKey => ({ key: 'header', name: names[key], text })
      expect(isFound(field, header('comment'))).toBe(true)
      expect(isFound(field, header('user@example.org'))).toBe(false)
    })
  },
)
