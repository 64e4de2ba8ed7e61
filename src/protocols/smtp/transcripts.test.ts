import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openSession, step } from './engine.ts'
import { hostDefaults, type Peer, type SmtpHost } from './host.ts'
import type { SmtpSession, Turn, Verdict } from './session.ts'
import {
  clientLines,
  clientOctets,
  headerOf,
  parseTranscript,
  printTranscript,
  serverLines,
  type TranscriptLine,
} from '../transcript.ts'

const folder = 'tests/transcripts/smtp'
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))

const home: SmtpHost = {
  ...hostDefaults,
  name: 'mx.example.org',
  localDomains: ['example.org'],
  mailboxes: ['bob@example.org', 'carol@example.org', 'müller@example.org'],
}

const listed = (text: string | undefined): string[] | undefined => text?.split(/,\s*/)

/** The host that the remarks at the top ask for. */
function hostOf(header: Record<string, string>): SmtpHost {
  const number = (key: 'maxSize' | 'maxErrors' | 'maxRecipients'): number =>
    header[key] === undefined ? home[key] : Number(header[key])
  return {
    ...home,
    personality: header.host === 'postfix' ? 'postfix' : 'teaching',
    localDomains: listed(header.localDomains) ?? home.localDomains,
    mailboxes: listed(header.mailboxes) ?? home.mailboxes,
    relayFrom: listed(header.relayFrom) ?? [],
    bareLf: header.bareLf === 'lax' ? 'lax' : 'strict',
    maxSize: number('maxSize'),
    maxErrors: number('maxErrors'),
    maxRecipients: number('maxRecipients'),
  }
}

function verdictOf(header: Record<string, string>): Verdict {
  const refused = /^(\d{3}) (\S+) (.*)$/.exec(header.verdict ?? '')
  if (!refused) return { accepted: true, queueId: '34E93274143' }
  return {
    accepted: false,
    code: Number(refused[1]),
    enhanced: refused[2]!,
    text: refused[3]!.replaceAll(' / ', '\n'),
  }
}

/** Plays the lines of one speaker after another; gives the transcript as it came out. */
function replay(lines: readonly TranscriptLine[]): { lines: TranscriptLine[]; phase: string } {
  const header = headerOf({ lines })
  const peer: Peer = { address: header.peer ?? '198.51.100.7' }
  let session: SmtpSession
  let stored: Uint8Array = new Uint8Array()
  let now = 0
  const said: TranscriptLine[] = []
  const take = (turn: Turn): void => {
    session = turn.session
    for (const effect of turn.effects) {
      if (effect.type === 'send') said.push(...serverLines(effect.bytes))
      if (effect.type !== 'deliver') continue
      stored = effect.message
      take(step(session, { type: 'verdict', ...verdictOf(header) }))
    }
  }
  take(openSession(hostOf(header), peer))
  const out: TranscriptLine[] = []
  const flush = (): void => void out.push(...said.splice(0))
  let sending: Uint8Array[] = []
  const send = (): void => {
    const bytes = Uint8Array.from(sending.flatMap((part) => [...part]))
    sending = []
    if (bytes.length) take(step(session, { type: 'bytes', bytes }))
  }
  for (const [at, line] of lines.entries()) {
    if (line.who === 'server') {
      // The first S line of a row stands for all that was said.
      if (lines[at - 1]?.who !== 'server') flush()
      continue
    }
    if (line.who === 'client' || line.who === 'shell') flush()
    if (line.who === 'remark' && line.text.startsWith('stored> ')) {
      flush()
      if (lines[at - 1]?.text.startsWith('stored> ')) continue
      for (const { text } of clientLines(stored))
        out.push({ who: 'remark', text: `stored> ${text}` })
      continue
    }
    out.push(line)
    if (line.who === 'client') sending.push(clientOctets(line.text))
    if (line.who === 'client' && lines[at + 1]?.who !== 'client') send()
    const sleep = line.who === 'shell' && /^sleep (\d+)$/.exec(line.text)
    if (sleep) {
      take(step(session!, { type: 'tick', now }))
      now += Number(sleep[1]) * 1000
      take(step(session!, { type: 'tick', now }))
    }
  }
  flush()
  return { lines: out, phase: session!.phase }
}

test.each(names)('%s', (name) => {
  const text = readFileSync(`${folder}/${name}`, 'utf8')
  const { transcript, problems } = parseTranscript(text)
  expect(problems).toEqual([])
  const played = replay(transcript.lines)
  expect(printTranscript({ lines: played.lines })).toBe(text)
  expect(played.phase).toBe(headerOf(transcript).ends ?? 'closed')
})

test('there are transcripts of both kinds of server', () => {
  const headers = names.map((name) =>
    headerOf(parseTranscript(readFileSync(`${folder}/${name}`, 'utf8')).transcript),
  )
  expect(headers.filter(({ host }) => host === 'postfix').length).toBeGreaterThan(12)
  expect(headers.filter(({ host }) => host === 'teaching').length).toBeGreaterThan(22)
})
