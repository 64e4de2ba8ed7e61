import { expect, test } from 'vitest'
import { fromUtf8 } from '../../../core/bytes.ts'
import { REPLY_LINE } from '../limits.ts'
import { plainReply, renderReply, reply } from './reply.ts'

const wire = (given: Parameters<typeof renderReply>[0]): string => fromUtf8(renderReply(given))

test('each line has the code, all but the last a hyphen', () => {
  expect(wire(reply(250, '2.0.0', 'Ok'))).toBe('250 2.0.0 Ok\r\n')
  expect(wire(plainReply(250, 'mx\nSIZE 0\nHELP'))).toBe('250-mx\r\n250-SIZE 0\r\n250 HELP\r\n')
  expect(wire(reply(550, '5.7.1', 'No\nnever'))).toBe('550-5.7.1 No\r\n550 5.7.1 never\r\n')
})

test('nothing in a text begins a line of its own', () => {
  expect(wire(reply(550, '5.1.1', 'a\r\r250 Ok\x00\x1b[31m'))).toBe('550 5.1.1 a??250 Ok??[31m\r\n')
})

test('characters beyond ASCII are sent only where the client may receive them', () => {
  const given = reply(250, '2.1.5', '<jürgen@例.example> 🐌\x85')
  expect(wire(given)).toBe('250 2.1.5 <j?rgen@?.example> ??\r\n')
  expect(wire({ ...given, charset: 'utf8' })).toBe('250 2.1.5 <jürgen@例.example> 🐌?\r\n')
})

test('no line is longer than a client must read', () => {
  const long = wire({ ...reply(550, '5.7.26', 'ü'.repeat(700)), charset: 'utf8' })
  const lines = long.split('\r\n').slice(0, -1)
  expect(lines).toHaveLength(3)
  expect(lines.every((line) => new TextEncoder().encode(line).length + 2 <= REPLY_LINE)).toBe(true)
  expect(lines.map((line) => line.slice(11)).join('')).toBe('ü'.repeat(700))
})
