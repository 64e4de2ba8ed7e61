import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { headerOf, parseTranscript, printTranscript } from '../../testing/transcript.ts'
import { replay } from '../testing/play.ts'

const folder = 'tests/transcripts/imap'
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))

test.each(names)('%s', (name) => {
  const text = readFileSync(`${folder}/${name}`, 'utf8')
  const { transcript, problems } = parseTranscript(text)
  expect(problems).toEqual([])
  expect(transcript.lines[0]?.text).toMatch(/^RFC \d{4} §[\d.]+: /)
  expect(printTranscript({ lines: replay(transcript.lines) })).toBe(text)
})

test('there are many, of both kinds of server', () => {
  const headers = names.map((name) =>
    headerOf(parseTranscript(readFileSync(`${folder}/${name}`, 'utf8')).transcript),
  )
  expect(names.length).toBeGreaterThanOrEqual(250)
  expect(headers.filter(({ host }) => host === 'dovecot').length).toBeGreaterThan(100)
})
