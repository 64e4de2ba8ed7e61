import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sandbox } from '../../lessons/sandbox.ts'
import { ownWorldOf } from './own-world-of.ts'
import { partText, readPart, type TextPart } from './part-text.ts'

const own = ownWorldOf(sandbox)

const faultsOf = (part: TextPart, text: string) => {
  const read = readPart(own, part, text)
  return read.ok
    ? []
    : read.faults.map(({ line, column, message }) => `${line}:${column} ${message}`)
}

describe('a part of a world', () => {
  test.each<TextPart>(['zones', 'hosts', 'mailboxes', 'senders', 'mails', 'world'])(
    'as text and back is the same: %s',
    (part) => {
      const read = readPart(own, part, partText(own, part))
      expect(read.ok && read.own.world).toMatchObject({
        ...own.world,
        documents: expect.any(Array) as unknown,
      })
    },
  )

  test('may be written as JSON', () => {
    const read = readPart(own, 'senders', '[]')
    expect(read.ok && read.own.world.senders).toEqual([])
  })

  test.each<[string, TextPart, string, string]>([
    ['no YAML', 'hosts', '- name: [\n', '2:1 This is neither JSON nor YAML'],
    ['no list', 'hosts', 'a: 1', '1:1 Write a list'],
    [
      'a wrong address',
      'hosts',
      '- name: desk.example.org\n  addresses: [x]\n',
      '2:15 Write an IP',
    ],
    [
      'an unknown key',
      'mailboxes',
      '- address: bob@example.net\n  colour: red\n',
      '2:3 There is no key',
    ],
    ['a missing key', 'zones', '- origin: a.example\n', '1:1 This is no world'],
  ])('with %s says where', (_, part, text, start) =>
    expect(faultsOf(part, text)[0]?.startsWith(start)).toBe(true),
  )

  test('has its limit, with the number', () => {
    const text = JSON.stringify(Array.from({ length: 600 }, () => ({})))
    expect(faultsOf('hosts', text)).toEqual(['1:1 This list has at most 500 items; here are 600.'])
  })

  test('whatever is written is answered', () => {
    fc.assert(fc.property(fc.string(), (text) => void readPart(own, 'hosts', text)))
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        readPart(own, 'mails', JSON.stringify([value]))
        readPart(own, 'world', JSON.stringify(value))
      }),
    )
  })
})
