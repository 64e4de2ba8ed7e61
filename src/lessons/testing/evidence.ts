import type { Authentication } from '../../auth/authenticate.ts'
import type { SpfVerdict } from '../../auth/spf/evaluate.ts'
import { utf8 } from '../../core/bytes.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { WorldEvent } from '../../world/events/index.ts'
import type { JourneyEnd } from '../../world/journey.ts'
import type { Folder, MailboxMessage } from '../../world/mailboxes.ts'
import type { Envelope } from '../../world/stored-message.ts'
import type { MailSpec, SenderCase } from '../../world/spec.ts'
import type { World } from '../../world/world.ts'
import type { Evidence, MailReport, SenderReport } from '../evidence.ts'

/** Evidence for tests of conditions: only what a condition looks at is there. */
export function evidence(parts: {
  readonly events?: readonly WorldEvent[]
  readonly bob?: readonly BobsMessage[]
  readonly diagnostics?: readonly Diagnostic[]
  readonly senders?: readonly SenderReport[]
  readonly journeys?: readonly MailReport[]
}): Evidence {
  const { events = [], bob = [], diagnostics = [], senders = [], journeys = [] } = parts
  const mailboxes = [{ address: 'bob@example.org', name: 'Bob', folders: foldersOf(bob) }]
  return {
    world: { events, mailboxes, zones: [], hosts: [], spec: {} } as unknown as World,
    diagnostics,
    senders,
    journeys,
  }
}

/** `RCPT TO:<bob@example.org> → 250 accepted`; a line without a verb is the greeting. */
export type SmtpLine = `${string}→ ${number} ${string}`

/** A connection to port 25 of mx.example.org and what was said in it. */
export function talk(lines: readonly SmtpLine[], connection = 1): WorldEvent[] {
  const opened: WorldEvent = {
    at: 0,
    type: 'opened',
    connection,
    from: 'desk.example.net',
    fromAddress: '198.51.100.7',
    to: 'mx.example.org',
    toAddress: '192.0.2.25',
    port: 25,
  }
  return [opened, ...lines.map((line): WorldEvent => commandEvent(line, connection))]
}

function commandEvent(line: SmtpLine, connection: number): WorldEvent {
  const [typed = '', answer = ''] = line.split('→ ')
  const [, verb = '', argument = ''] = /^(\S*) ?(.*?) ?$/.exec(typed)!
  const [, code = '', text = ''] = /^(\d+) (.*)$/.exec(answer)!
  const reply = { code: Number(code), text }
  return { at: 0, type: 'command', protocol: 'smtp', connection, verb, argument, ...reply }
}

/** A message in Bob's mailbox, and the folder that holds it. */
export interface BobsMessage {
  readonly folder: 'inbox' | 'junk' | 'trash'
  readonly message: MailboxMessage
}

const foldersOf = (messages: readonly BobsMessage[]): Folder[] =>
  (['inbox', 'junk', 'trash'] as const).map((name) => ({
    name,
    messages: messages.flatMap(({ folder, message }) => (folder === name ? message : [])),
  }))

/** A message that a client put into Bob's INBOX. */
export const appended = (text: string): BobsMessage => ({
  folder: 'inbox',
  message: {
    ...{ uid: 1, modSeq: 1, flags: [], internalDate: 0, emailId: 'E1', threadId: 'T1' },
    bytes: utf8(text.replaceAll('\n', '\r\n')),
  },
})

/** A message that a server delivered to Bob. */
export function message(
  text: string,
  {
    folder = 'inbox',
    from = 'alice@example.net',
    to = ['bob@example.org'],
  }: Partial<Pick<Envelope, 'from' | 'to'> & Pick<BobsMessage, 'folder'>> = {},
): BobsMessage {
  const { message } = appended(`Return-Path: <alice@example.net>\n${text}`)
  const envelope = { from, to, helo: 'desk.example.net', ip: '198.51.100.7' }
  const delivery = {
    id: '1',
    at: 0,
    folder: 'inbox',
    reason: 'It was put there.',
    envelope,
  } as const
  return { folder, message: { ...message, delivery } }
}

/** The SPF result of a sender whose id is its name in lowercase. */
export const senderReport = (
  name: string,
  result: SpfVerdict['result'],
  reason: string,
  expect: SenderCase['expect'] = ['pass'],
): SenderReport => ({
  sender: {
    id: name.toLowerCase(),
    name,
    about: '',
    ip: '203.0.113.66',
    helo: 'mail.example.org',
    mailFrom: 'alice@example.org',
    expect,
  },
  verdict: { result, reason } as SpfVerdict,
})

/** How the mail `letter` ended. */
export const journey = (end: JourneyEnd): MailReport => ({
  mail: { id: 'letter', title: 'Alice’s message' } as MailSpec,
  journey: { mail: 'letter', end, events: [] },
})

/** Results of the three checks, with a reason each. */
export const results = (spf: string, dkim: string, dmarc: string): Authentication =>
  ({
    spf: { result: spf, reason: `SPF is ${spf}.` },
    dkim: { result: dkim, reason: `DKIM is ${dkim}.` },
    dmarc: { result: dmarc, reason: `DMARC is ${dmarc}.` },
  }) as unknown as Authentication

export const finding = (
  code: string,
  severity: Diagnostic['severity'],
  message: string,
): Diagnostic => ({
  code,
  messageId: code.slice(code.indexOf('/') + 1),
  severity,
  file: 'example.org.zone',
  span: { from: 0, to: 1 },
  message,
  source: { rfc: 7208 },
  why: '',
  related: [],
  fixes: [],
})
