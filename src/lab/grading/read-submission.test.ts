import { expect, test } from 'vitest'
import { BEGIN, recordLimits, type Sha256 } from '../record/record.ts'
import { writeRecord } from '../record/write-record.ts'
import { readOuter, readSubmission } from './read-submission.ts'
import { submissionFile, writeSubmission } from './write-submission.ts'

/** No digest of any use, and the same each time. */
const sha256: Sha256 = (octets) =>
  Promise.resolve(new Uint8Array(32).map((_, at) => octets[at] ?? 0))

const track = {
  ...{ began: '2026-06-01T08:00:00.000Z', times: [[0, 5]] as const },
  ...{ pastes: [], hints: {}, mistakes: {}, done: [] },
}
const play = {
  ...{ slug: 'press-send', edition: 1, at: '2026-06-01T08:01:00.000Z' },
  ...{ journal: [{ kind: 'check' as const }], track },
}
const MADE = '2026-06-01T09:00:00.000Z'
const text = (await writeSubmission('Ann', play, MADE, sha256))!
const changed = (change: object) => JSON.stringify({ ...(JSON.parse(text) as object), ...change })

test('a submission comes back as it was written', async () => {
  const read = await readSubmission(text, sha256)
  expect(read).toMatchObject({ ok: true, handedIn: { name: 'Ann', made: MADE, plays: [play] } })
})

test('a record of completion is read too, with words around it', async () => {
  const record = (await writeRecord({ v: 1, name: 'Ann', made: MADE, plays: [play] }, sha256))!
  const read = await readSubmission(`Mine:\n${record}`, sha256)
  expect(read.ok && read.handedIn).toEqual({ name: 'Ann', made: MADE, plays: [play] })
})

test.each<[string, string, string, number?]>([
  ['nothing', '', 'It is empty'],
  ['another text', 'Hello', 'does not begin', 1],
  ['a file that was cut off', text.slice(0, 90), 'no JSON', text.slice(0, 90).split('\n').length],
  ['a list', '[]', 'does not begin', 1],
  ['one of a later version', changed({ v: 2 }), 'A later version'],
  ['one of no version', changed({ v: 'x' }), '`v` should be 1', 1],
  ['another kind', changed({ kind: 'x' }), '`kind` should be', 1],
  ['exported work', '{"lesson":"press-send","journal":[]}', 'Hand in'],
  ['all work', '{"kind":"helo-world/work"}', 'Hand in'],
  ['a long name', changed({ name: 'x'.repeat(81) }), '`name` should be', 1],
  ['no name', changed({ name: 7 }), '`name` should be', 1],
  ['an address in place of a lesson', changed({ lesson: '../x' }), '`lesson` should be', 1],
  ['half an edition', changed({ edition: 1.5 }), '`edition` should be', 1],
  ['no variant', changed({ variant: null }), '`variant` should be', 1],
  ['no date', changed({ made: 'soon' }), '`made` should be', 1],
  ['no record', changed({ record: 'x' }), '`record` should be', 1],
  ['half a record', changed({ record: BEGIN }), 'was cut off', 1],
  ['too long a text', ' '.repeat(recordLimits.text * 2), 'too long'],
])('%s is refused', async (_, given, reason, line) => {
  const read = await readSubmission(given, sha256)
  expect(read).toMatchObject({ ok: false, fault: 'unread', ...(line !== undefined && { line }) })
  expect(!read.ok && read.reason).toContain(reason)
})

test('two plays in one submission are refused', async () => {
  const record = (await writeRecord(
    { v: 1, name: 'Ann', made: MADE, plays: [play, play] },
    sha256,
  ))!
  expect(await readSubmission(changed({ record }), sha256)).toMatchObject({ ok: false })
})

test.each<[string, object]>([
  ['times that are none', { times: [[-1, 2]] }],
  ['times of years', { times: [[0, 1e15]] }],
  ['a paste without a text', { pastes: [{ input: 0, at: 0, size: 1 }] }],
  ['too many pastes', { pastes: Array(101).fill({ input: 0, at: 0, size: 1, text: '' }) }],
  ['hints that are no counts', { hints: { a: 'b' } }],
  ['steps that are no names', { done: [3] }],
  ['no beginning', { began: 'then' }],
])('a track with %s is refused', async (_, change) => {
  const broken = { ...play, track: { ...track, ...change } } as typeof play
  const given = (await writeSubmission('Ann', broken, MADE, sha256))!
  expect(await readSubmission(given, sha256)).toMatchObject({ ok: false })
})

test('what was changed is told from what was never one', async () => {
  const other = text.replace(/sha-256=./, (start) => start.slice(0, -1) + 'e')
  expect(await readSubmission(other, sha256)).toMatchObject({ ok: false, fault: 'damaged' })
  expect(readOuter(other).ok).toBe(true)
})

test.each([
  ['Ann Lee', 'ann-lee.press-send.helo.json'],
  ['  Zoë / ..\\ ', 'zoë.press-send.helo.json'],
  ['王芳', '王芳.press-send.helo.json'],
  ['!!', 'submission.press-send.helo.json'],
  ['x'.repeat(80), `${'x'.repeat(40)}.press-send.helo.json`],
])('the file of %s is %s', (name, file) => expect(submissionFile(name, 'press-send')).toBe(file))
