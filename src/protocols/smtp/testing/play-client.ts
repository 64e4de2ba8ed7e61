import { concatBytes, utf8 } from '../../../core/bytes.ts'
import {
  clientLines,
  clientOctets,
  headerOf,
  type Transcript,
  type TranscriptLine,
} from '../../testing/transcript.ts'
import { openClient, stepClient, type ClientJob, type ClientTurn } from '../client/client.ts'
import type { ClientInput, DoneEffect } from '../client/session.ts'
import { tlsUp, type Header } from './setting.ts'

/** A transcript as it came out, and how the client's session ended. */
export interface PlayedClient {
  readonly transcript: Transcript
  readonly phase: ClientTurn['session']['phase']
}

/** Remarks and client lines are written anew. */
const isNote = /^(?:tls|result|closed)> /

/**
 * Plays the server's lines of a transcript, those of one speaker after another in one piece, and
 * writes down what the client sends. `$ starttls` brings TLS up, `$ close` ends the line, `$ sleep
 * 300` lets seconds go by.
 */
export function playClient({ lines }: Transcript): PlayedClient {
  const opened = openClient(jobOf(headerOf({ lines })))
  let { session } = opened
  let now = 0
  const out: TranscriptLine[] = []
  let output: TranscriptLine[] = []
  const take = (input: ClientInput): void => {
    const turn = stepClient(session, input)
    session = turn.session
    output.push(...turn.effects.flatMap(linesFor))
  }
  const shell = (typed: string): void => {
    const sleep = /^sleep (\d+)$/.exec(typed)
    if (sleep) {
      take({ type: 'tick', now })
      now += Number(sleep[1]) * 1000
      take({ type: 'tick', now })
    }
    if (typed === 'starttls') take({ type: 'secured', tls: tlsUp })
    if (typed === 'close') take({ type: 'closed' })
  }
  const flush = (): void => {
    out.push(...output)
    output = []
  }

  let hearing: Uint8Array[] = []
  for (const [at, line] of lines.entries()) {
    const { who, text } = line
    if (who === 'client' || (who === 'remark' && isNote.test(text))) continue
    flush()
    out.push(line)
    if (who === 'shell') shell(text)
    if (who !== 'server') continue
    hearing.push(clientOctets(text))
    if (lines[at + 1]?.who === 'server') continue
    take({ type: 'bytes', bytes: concatBytes(hearing) })
    hearing = []
  }
  flush()
  return { transcript: { lines: out }, phase: session.phase }
}

const remark = (text: string): TranscriptLine => ({ who: 'remark', text })

function linesFor(effect: ClientTurn['effects'][number]): TranscriptLine[] {
  switch (effect.type) {
    case 'send':
      return clientLines(effect.bytes)
    case 'startTls':
      return [remark('tls> begins')]
    case 'close':
      return [remark('closed> by the client')]
    case 'done':
      return [remark(`result> ${resultOf(effect)}`)]
  }
}

function resultOf({ outcome, accepted, refused, left, reason, reply }: DoneEffect): string {
  const parts = [
    outcome,
    ...accepted.map((recipient) => `<${recipient}> accepted`),
    ...refused.map(({ recipient, code, text }) => `<${recipient}> ${code} ${text}`),
    ...left.map((recipient) => `<${recipient}> left`),
    ...(reason === undefined ? [] : [reason]),
    ...(reply ? [`by ${reply.code}`] : []),
  ]
  return parts.join('; ')
}

const listed = (text: string | undefined): string[] | undefined => text?.split(/,\s*/)

/** The job that the remarks ask for; `|` in the message stands for a line end. */
function jobOf(header: Header): ClientJob {
  const text = (header['message'] ?? 'Subject: Lunch||Noon?|').replaceAll('|', '\r\n')
  return {
    helo: 'client.example.net',
    from: header['from'] ?? 'alice@example.net',
    to: listed(header['to']) ?? ['bob@example.org', 'carol@example.org'],
    message: utf8(text),
    ...(header['protocol'] === 'lmtp' && { protocol: 'lmtp' }),
    tls: (header['tls'] ?? 'opportunistic') as NonNullable<ClientJob['tls']>,
    transfer: header['transfer'] === 'chunks' ? 'chunks' : 'data',
    pipelining: header['pipelining'] === 'off' ? 'off' : 'offered',
    ...(header['chunkSize'] && { chunkSize: Number(header['chunkSize']) }),
    ...(header['body'] === 'BINARYMIME' && { body: 'BINARYMIME' }),
    ...(header['ret'] && { report: { ret: header['ret'] as 'FULL' | 'HDRS', envid: 'QQ314' } }),
  }
}
