import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { headerOf, parseTranscript, printTranscript } from '../../testing/transcript.ts'
import { commands } from '../commands/index.ts'
import { replay } from '../testing/play.ts'

const folder = 'tests/transcripts/pop3'
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))
const read = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8')

test.each(names)('%s', (name) => {
  const text = read(name)
  const { transcript, problems } = parseTranscript(text)
  expect(problems).toEqual([])
  const played = replay(transcript.lines)
  expect(printTranscript({ lines: played.lines })).toBe(text)
  expect(played.phase).toBe(headerOf(transcript).ends ?? 'closed')
})

test('there are transcripts of both kinds of server, and each begins with what it shows', () => {
  const texts = names.map(read)
  const headers = texts.map((text) => headerOf(parseTranscript(text).transcript))
  expect(names.length).toBeGreaterThanOrEqual(60)
  expect(headers.filter(({ host }) => host === 'dovecot').length).toBeGreaterThan(15)
  expect(headers.filter(({ host }) => host === 'teaching').length).toBeGreaterThan(35)
  for (const text of texts) expect(text).toMatch(/^# .+\n# RFC \d{4}(?: §[\dA.]+)?/)
})

test.each(commands.map(({ verb }) => verb))('%s is answered with both +OK and -ERR', (verb) => {
  const answers = names.flatMap((name) =>
    [...read(name).matchAll(new RegExp(`^C: ${verb}\\b.*\\nS: (\\+OK|-ERR|\\+)`, 'gim'))].map(
      ([, status]) => status,
    ),
  )
  expect(answers.some((status) => status?.startsWith('+'))).toBe(true)
  expect(answers).toContain('-ERR')
})
