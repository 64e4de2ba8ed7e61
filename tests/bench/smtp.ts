import { concatBytes, utf8 } from '../../src/core/bytes.ts'
import { openSession, step } from '../../src/protocols/smtp/server/engine.ts'
import { hostDefaults, type SmtpHost } from '../../src/protocols/smtp/server/host.ts'
import type { SmtpSession, Turn } from '../../src/protocols/smtp/server/session.ts'

const host: SmtpHost = {
  ...hostDefaults,
  name: 'mx.example.org',
  localDomains: ['example.org'],
  mailboxes: ['bob@example.org'],
}

const MESSAGES = 1000
const line = `${'Some words of a letter that goes on and on, '.repeat(2).slice(0, 76)}\r\n`
const message = `Subject: A letter\r\n\r\n${line.repeat(52)}`

/** What a client sends that pipelines a thousand messages of 4 KB. */
const pipelined = utf8(
  [
    'EHLO client.example.net\r\n',
    ...Array.from(
      { length: MESSAGES },
      () => `MAIL FROM:<alice@example.net>\r\nRCPT TO:<bob@example.org>\r\nDATA\r\n${message}.\r\n`,
    ),
    'QUIT\r\n',
  ].join(''),
)

const CHUNK = 65_536

/** Plays the thousand messages in chunks of 64 KiB; @returns how many were handed over. */
export function takeThousand(personality: SmtpHost['personality']): number {
  let session: SmtpSession
  let taken = 0
  const sent: Uint8Array[] = []
  const take = (turn: Turn): void => {
    let next: Turn | undefined = turn
    while (next) {
      session = next.session
      let judged: Turn | undefined
      for (const effect of next.effects) {
        if (effect.type === 'send') sent.push(effect.bytes)
        if (effect.type !== 'deliver') continue
        taken++
        judged = step(session, { type: 'verdict', accepted: true, queueId: '34E93274143' })
      }
      next = judged
    }
  }
  take(openSession({ ...host, personality }, { address: '192.0.2.1' }))
  for (let at = 0; at < pipelined.length; at += CHUNK)
    take(step(session!, { type: 'bytes', bytes: pipelined.subarray(at, at + CHUNK) }))
  if (taken !== MESSAGES || concatBytes(sent).length === 0) throw new Error('Messages were lost.')
  return taken
}
