import { expect, test } from 'vitest'
import { encodeBase64 } from '../../core/base64.ts'
import { utf8 } from '../../core/bytes.ts'
import { gzip } from '../../core/gzip.ts'
import { pack, unpack, unpackJournal } from './pack.ts'
import { readCode } from './read-record.ts'
import { BEGIN, END, recordLimits } from './record.ts'

const digest = `Digest: sha-256=${'0'.repeat(64)}`
const play = { slug: 'a', edition: 1, at: '2026-06-01', journal: [{ kind: 'check' }] }
const sound = { v: 1, name: 'Ann', made: '2026-06-01', plays: [play] }

const textOf = (value: unknown) =>
  [BEGIN, digest, '', encodeBase64(gzip(utf8(JSON.stringify(value)))), END].join('\n')

test('a sound one is read', () =>
  expect(readCode(textOf(sound))).toMatchObject({ ok: true, record: sound }))

test.each<[string, string, string, number?]>([
  ['nothing', '', 'There is no line'],
  ['one that was cut off', textOf(sound).replace(END, ''), 'was cut off', 5],
  ['one without a digest', textOf(sound).replace('Digest', 'Sum'), 'Here should be', 2],
  ['one that is no base64', textOf(sound).replace('H4sI', 'H4s!'), 'no base64', 4],
  ['one that is not packed', [BEGIN, digest, '', 'AAAA', END].join('\n'), 'cannot be unpacked', 3],
  ['one that is too long', ' '.repeat(recordLimits.text + 1), 'too long'],
  ['a list', textOf([]), 'no record', 3],
  ['one of a later version', textOf({ ...sound, v: 2 }), 'A later version'],
  ['one without plays', textOf({ ...sound, plays: 3 }), 'no record'],
  ['a long name', textOf({ ...sound, name: 'x'.repeat(81) }), 'no record'],
  ['no date', textOf({ ...sound, made: 'soon' }), 'no record'],
  ['too many plays', textOf({ ...sound, plays: Array(601).fill(play) }), 'more than 600'],
  [
    'an address in place of a name',
    textOf({ ...sound, plays: [{ ...play, slug: '../x' }] }),
    'Play 1',
  ],
  [
    'an unknown input',
    textOf({ ...sound, plays: [play, { ...play, journal: [{ kind: 'x' }] }] }),
    'Play 2',
  ],
  [
    'a journal that is too long',
    textOf({
      ...sound,
      plays: [{ ...play, journal: [{ kind: 'type', data: 'ab'.repeat(300_000) }] }],
    }),
    'Play 1',
  ],
  ['one that grows without end', textOf({ ...sound, name: 'x'.repeat(20_000_000) }), 'unpacked'],
])('%s is refused', (_, text, reason, line) => {
  const read = readCode(text)
  expect(read).toMatchObject({ ok: false, ...(line !== undefined && { line }) })
  expect(!read.ok && read.reason).toContain(reason)
})

test('a journal comes back as it was packed, and nothing else does', () => {
  expect(unpackJournal(pack([{ kind: 'check' }]))).toEqual([{ kind: 'check' }])
  expect([unpackJournal(pack([{}])), unpackJournal('?'), unpack(pack('x'.repeat(99)), 50)]).toEqual(
    [...[undefined, undefined, undefined]],
  )
})
