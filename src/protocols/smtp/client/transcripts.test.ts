import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { headerOf, parseTranscript, printTranscript } from '../../testing/transcript.ts'
import { playClient } from '../testing/play-client.ts'

const folder = 'tests/transcripts/smtp-client'
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))

const read = (name: string) => parseTranscript(readFileSync(`${folder}/${name}`, 'utf8'))

/** `npx vitest run src/protocols/smtp/client/transcripts.test.ts -u` records the commands. */
test.each(names)('%s', async (name) => {
  const { transcript, problems } = read(name)
  expect(problems).toEqual([])
  const played = playClient(transcript)
  await expect(printTranscript(played.transcript)).toMatchFileSnapshot(
    `../../../../${folder}/${name}`,
  )
  expect(played.phase).toBe(headerOf(transcript)['ends'] ?? 'closed')
})

test.each(names)('%s begins with what it shows, and where that is written', (name) => {
  const [first, second] = read(name).transcript.lines
  expect(first?.text).toMatch(/\.$/)
  expect(second?.text).toMatch(/^RFC \d{4} §/)
})
