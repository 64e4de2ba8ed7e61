import { expect, test } from 'vitest'
import { utf8 } from '../../../core/bytes.ts'
import { gzip } from '../../../core/gzip.ts'
import { answerQuestion, type Ask } from '../../../lab/questions/index.ts'
import { webCrypto } from '../../../platform/webcrypto.ts'
import { isMessage, octetsOf, readFile } from './pasted.ts'

test.each([
  ['From: a@b.example\nSubject: x\n\nHello', '', true],
  ['Received: from a\n by b\nFrom: a@b.example\n', '', true],
  ['From - Mon Jun 01 10:00:09 2026\nX-Mozilla-Status: 0001\nFrom: a@b.example\n\nHi', '', true],
  ['812\nFrom: a@b.example\n\nHi', '', true],
  ['\u0000', 'letter.eml', true],
  ['@ SOA ns hostmaster 1 2 3 4 5\n', '', false],
  ['; From: nobody\nwww A 192.0.2.1\n', '', false],
  ['---\nwww:\n  type: A\n  value: 192.0.2.1\n', 'mine.example.yaml', false],
  ['{"ResourceRecordSets": []}', '', false],
])('%j is a message: %s %s', (text, file, is) => expect(isMessage({ text, file })).toBe(is))

test('pasted lines end as a message’s do', () =>
  expect(new TextDecoder().decode(octetsOf({ text: 'a\nb\r\nc', file: '' }))).toBe('a\r\nb\r\nc'))

const fileOf = (name: string, bytes: Uint8Array<ArrayBuffer>, size = bytes.length) => ({
  ...{ name, size },
  arrayBuffer: () => Promise.resolve(bytes.buffer),
})
const ask: Ask = (kind, data) =>
  answerQuestion(kind, data, { world: undefined, crypto: webCrypto }) as never

test('a packed file is unpacked, and its octets stay what they are', async () => {
  const bytes = Uint8Array.from([...utf8('Subject: caf'), 0xe9, 13, 10])
  expect(await readFile(fileOf('mail.eml.gz', gzip(bytes)), ask)).toEqual({
    ...{ text: 'Subject: caf\u00e9\r\n', file: 'mail.eml', bytes },
  })
})

test('a file that is too large is not opened, and one that is no text says so', async () => {
  const large = await readFile(fileOf('big.zone', new Uint8Array(1), 10_000_000), ask)
  expect(large).toMatchObject({ text: '', file: 'big.zone' })
  expect(large.fault).toContain('10,000,000 octets; up to 2,000,000')
  const bomb = await readFile(fileOf('bomb.gz', gzip(new Uint8Array(30_000_000))), ask)
  expect(bomb.fault).toContain('more than 2,000,000 octets')
})
