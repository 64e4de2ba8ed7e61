import { concatBytes, utf8 } from '../../../core/bytes.ts'
import type { Account } from '../../sasl/account.ts'
import { createMemoryStore } from '../../store/memory-store.ts'
import type { Mailbox } from '../../store/store.ts'
import {
  clientOctets,
  headerOf,
  serverLines,
  type TranscriptLine,
} from '../../testing/transcript.ts'
import { openSession, step } from '../server/engine.ts'
import { hostDefaults, type Peer, type Pop3Host, type Pop3Ports } from '../server/host.ts'
import type { Pop3Session, Turn } from '../server/session.ts'
import { mails } from './mails.ts'

/** A token as an OAuth 2 server gives it; it means nothing. */
const TOKEN = 'ya29.c2FtcGxlLXRva2Vu'

const accounts: readonly Account[] = [
  { login: 'bob', password: 'correct horse', address: 'bob@example.org', token: TOKEN },
  { login: 'carol', password: 'staple' },
  { login: 'jürgen', password: 'grüße' },
]

/** The host that the remarks at the top ask for. */
function hostOf(header: Record<string, string>): Pop3Host {
  return {
    ...hostDefaults,
    name: 'mail.example.org',
    accounts,
    personality: header.host === 'dovecot' ? 'dovecot' : 'teaching',
    plainText: header.plainText === 'refused' ? 'refused' : 'allowed',
    stls: header.stls === 'absent' ? 'absent' : 'offered',
    apop: header.apop === 'absent' ? 'absent' : 'offered',
    keeps: header.keeps === 'until-retrieved' ? 'until-retrieved' : 'forever',
    maildrops: header.maildrops === 'unavailable' ? 'unavailable' : 'open',
    loginDelay: Number(header.loginDelay ?? hostDefaults.loginDelay),
    maxErrors: Number(header.maxErrors ?? hostDefaults.maxErrors),
  }
}

const tls = { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' }

function fillMaildrop(ports: Pop3Ports, header: Record<string, string>): Mailbox {
  const account = ports.store.open('bob')
  const inbox = account.mailbox('INBOX')!
  const names = (header.mails ?? 'lunch, dots')
    .split(/,\s*/)
    .filter((name) => Object.hasOwn(mails, name))
  inbox.append(names.map((name) => ({ bytes: utf8(mails[name]!), internalDate: 0 })))
  if (header.lockedBy) account.lockMaildrop()
  return inbox
}

export interface Played {
  readonly lines: readonly TranscriptLine[]
  readonly phase: string
}

/**
 * Plays the lines of a transcript and gives it as it came out. `$ tls`: the handshake is done.
 * `$ sleep n`: so many seconds go by. `$ hang up`. `$ connect`: a new connection. `# left> …`: what
 * is in the maildrop, with flags.
 */
export function replay(lines: readonly TranscriptLine[]): Played {
  const header = headerOf({ lines })
  const ports = { store: createMemoryStore(), logins: new Map<string, number>() }
  const inbox = fillMaildrop(ports, header)
  const peer: Peer = {
    address: '198.51.100.7',
    nonce: 'Kx7fQ2mZ9aBcD4eF',
    ...(header.tls === 'implicit' && { tls }),
  }
  const output: TranscriptLine[] = []
  const out: TranscriptLine[] = []
  let session: Pop3Session
  let now = 0
  let sending: Uint8Array[] = []
  const take = (turn: Turn): void => {
    session = turn.session
    for (const effect of turn.effects)
      if (effect.type === 'send') output.push(...serverLines(effect.bytes))
  }
  const connect = (): void => take(openSession(hostOf(header), peer, { ...ports, now }))
  const flush = (): void => void out.push(...output.splice(0))
  const send = (): void => {
    const bytes = concatBytes(sending)
    sending = []
    if (bytes.length) take(step(session, { type: 'bytes', bytes }))
  }
  const act = (typed: string): void => {
    const sleep = /^sleep (\d+)$/.exec(typed)
    if (typed === 'tls') take(step(session, { type: 'secured', tls }))
    if (typed === 'hang up') take(step(session, { type: 'closed' }))
    if (typed === 'connect') connect()
    if (!sleep) return
    take(step(session, { type: 'tick', now }))
    now += Number(sleep[1]) * 1000
    take(step(session, { type: 'tick', now }))
  }
  const isLeft = (line: TranscriptLine | undefined): boolean =>
    line?.who === 'remark' && line.text.startsWith('left> ')

  connect()
  for (const [at, line] of lines.entries()) {
    if (line.who === 'server') {
      // The first S line of a group collects all replies so far.
      if (lines[at - 1]?.who !== 'server') flush()
      continue
    }
    if (line.who === 'client' || line.who === 'shell' || isLeft(line)) flush()
    if (isLeft(line)) {
      if (!isLeft(lines[at - 1])) out.push(...leftLines(inbox))
      continue
    }
    out.push(line)
    if (line.who === 'shell') act(line.text)
    if (line.who === 'client') sending.push(clientOctets(line.text))
    if (line.who === 'client' && lines[at + 1]?.who !== 'client') send()
  }
  flush()
  return { lines: out, phase: session!.phase }
}

const leftLines = ({ messages }: Mailbox): TranscriptLine[] =>
  messages.length === 0
    ? [{ who: 'remark', text: 'left> nothing' }]
    : messages.map(({ uid, flags }) => ({
        who: 'remark',
        text: `left> ${[uid, ...flags].join(' ')}`,
      }))
