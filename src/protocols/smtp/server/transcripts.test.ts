import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { headerOf, parseTranscript, printTranscript } from '../../testing/transcript.ts'
import { play } from '../testing/play.ts'

const folder = 'tests/transcripts/smtp'
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))

const read = (name: string) => parseTranscript(readFileSync(`${folder}/${name}`, 'utf8'))

/** `npx vitest run src/protocols/smtp/server/transcripts.test.ts -u` records the replies. */
test.each(names)('%s', async (name) => {
  const { transcript, problems } = read(name)
  expect(problems).toEqual([])
  const played = play(transcript)
  await expect(printTranscript(played.transcript)).toMatchFileSnapshot(
    `../../../../${folder}/${name}`,
  )
  expect(played.phase).toBe(headerOf(transcript).ends ?? 'closed')
})

test.each(names)('%s begins with what it shows, and where that is written', (name) => {
  const [first, ...others] = read(name).transcript.lines
  expect(first).toMatchObject({ who: 'remark' })
  expect(first!.text).toMatch(/\.$/)
  const top = [first, ...others].slice(0, 12).map((line) => line!.text)
  expect(top.join('\n')).toMatch(/RFC \d{4} §|^# host: (?:postfix|dovecot|exchange)$|^host: /m)
})

test('there are transcripts of each kind of server, and of each port', () => {
  const headers = names.map((name) => headerOf(read(name).transcript))
  const count = (key: string, value: string): number =>
    headers.filter((header) => header[key] === value).length
  expect(names.length).toBeGreaterThanOrEqual(200)
  expect(count('host', 'postfix')).toBeGreaterThan(12)
  expect(count('host', 'teaching')).toBeGreaterThan(22)
})
