import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientCase } from '../client-case.ts'
import { exec } from '../exec.ts'
import { must } from '../same.ts'
import { messages, withBareLf, type Stage } from '../stage.ts'

/** Fetches everything and hands each message to a program that writes it behind the others. */
async function fetchAll(stage: Stage, protocol: 'pop3' | 'imap', port: number, ssl: string) {
  stage.put(messages)
  const mbox = join(stage.folder, 'mbox')
  const keep = join(stage.folder, 'keep')
  writeFileSync(keep, `{ cat; printf '\\n--end--\\n'; } >> ${mbox}\n`)
  const config = join(stage.folder, 'fetchmailrc')
  writeFileSync(
    config,
    `poll localhost service ${port} protocol ${protocol} auth password\n` +
      `  user "${stage.user}" password "${stage.password}" ${ssl}\n` +
      `  sslcertfile "${stage.certificate}" sslcertck fetchall no rewrite\n` +
      `  mda "sh ${keep}"\n`,
  )
  chmodSync(config, 0o600)
  await exec('fetchmail', ['-f', config, '--nosyslog', '--pidfile', join(stage.folder, 'pid')], {
    env: { HOME: stage.folder, FETCHMAILHOME: stage.folder },
  })
  const parts = readFileSync(mbox, 'latin1').split('\n--end--\n').slice(0, -1)
  must(parts.length === messages.length, `${parts.length} messages came, not ${messages.length}.`)
  messages.forEach((message, at) => {
    // fetchmail puts a Received field of its own on top, and may end the text with one more line.
    const text = Buffer.from(withBareLf(message)).toString('latin1').trimEnd()
    must(parts[at]!.trimEnd().endsWith(text), `Message ${at} came as ${JSON.stringify(parts[at])}`)
  })
  must(stage.stored().length === 0, 'Something was left on the server.')
}

const fetchmail = (what: string, run: ClientCase['run']): ClientCase => ({
  ...{ client: 'fetchmail', what, run },
  programs: ['fetchmail'],
})

export const fetchmailCases: readonly ClientCase[] = [
  fetchmail('POP3, STLS', (stage) =>
    fetchAll(stage, 'pop3', stage.port('pop3'), 'sslproto TLS1.2+'),
  ),
  fetchmail('POP3, TLS first', (stage) => fetchAll(stage, 'pop3', stage.port('pop3s'), 'ssl')),
  fetchmail('IMAP, TLS first', (stage) => fetchAll(stage, 'imap', stage.port('imaps'), 'ssl')),
]
