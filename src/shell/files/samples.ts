import { fromUtf8, utf8 } from '../../core/bytes.ts'
import { domainOf } from '../../core/domain.ts'
import { seededRandom, randomId } from '../../core/random.ts'
import { composeMessage } from '../../message/compose.ts'
import { formatDate } from '../../message/date.ts'
import type { HostSpec, MailSpec } from '../../world/spec.ts'
import type { World } from '../../world/world.ts'
import { LEARNER } from '../session.ts'
import { fileLimits, type FilesSnapshot } from './file-tree.ts'

/**
 * What is on a host at first: at the learner's desk a message, a session to send it and the zones as
 * they are published; on a host that signs, its keys.
 */
export function sampleFiles(world: World, host: HostSpec, isDesk: boolean): FilesSnapshot {
  const home = `/home/${LEARNER}`
  const changed = world.clock.now()
  const files = [...keysOf(host), ...(isDesk ? [...messages(world), ...zones(world)] : [])]
  const folders = new Set(['/home', home, '/tmp'])
  for (const [name] of files)
    if (name.includes('/')) folders.add(`${home}/${name.slice(0, name.lastIndexOf('/'))}`)
  return {
    folders: [...folders],
    files: files
      .slice(0, MOST)
      .map(([name, text]) => [`${home}/${name}`, { octets: utf8(text), changed }]),
  }
}

type Sample = readonly [name: string, text: string]

/** Files that are put on a host at most. */
const MOST = 100

const zones = ({ zones: all }: World): Sample[] => {
  const texts = all.map(({ origin, text }): Sample => [`zones/${origin}.zone`, text])
  return texts.filter(([, text]) => text.length < fileLimits.file / 16)
}

/** The keys that a host signs with, as PEM files in PKCS #8. */
const keysOf = ({ keys = [] }: HostSpec): Sample[] =>
  keys.map(({ domain, selector, privateKey }) => [
    `keys/${selector}.${domain}.pem`,
    pem('PRIVATE KEY', privateKey.replace(/\s+/g, '')),
  ])

const pem = (label: string, base64: string): string =>
  `-----BEGIN ${label}-----\n${base64.replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----\n`

function messages(world: World): Sample[] {
  const mail = world.spec.mails.find(({ intent }) => intent === 'good') ?? invented(world)
  const text = fromUtf8(composeMessage({ ...mail, headers: headersOf(mail, world) }))
  const lines = text.replace(/\r\n$/, '').split('\r\n')
  const server = world.hosts.find(({ smtp }) => smtp?.domains.includes(domainOf(mail.rcptTo[0]!)))
  const session = [
    `EHLO ${mail.helo ?? mail.host}`,
    `MAIL FROM:<${mail.mailFrom}>`,
    ...mail.rcptTo.map((address) => `RCPT TO:<${address}>`),
    'DATA',
    ...lines.map((line) => (line.startsWith('.') ? `.${line}` : line)),
    ...['.', 'QUIT'],
  ]
  return [
    ['message.eml', text.replaceAll('\r\n', '\n')],
    ...(server ? [['session.txt', session.map((line) => `${line}\n`).join('')] as const] : []),
  ]
}

/** From the first mailbox to the second, where the world has no mail to send. */
function invented({ spec, hosts }: World): MailSpec {
  const [to = 'bob@example.org', from = 'alice@example.net'] = spec.mailboxes.map(
    ({ address }) => address,
  )
  return {
    ...{ id: 'sample', title: 'A sample', host: hosts[0]?.name ?? 'desk.example.net' },
    ...{ mailFrom: from, rcptTo: [to], intent: 'good' },
    headers: [
      ['From', from],
      ['To', to],
      ['Subject', 'A sample message'],
    ],
    body: 'Hello!\n\nThis is a message to try things with.\n',
  }
}

function headersOf({ headers, mailFrom }: MailSpec, { spec, clock }: World): MailSpec['headers'] {
  const has = (name: string): boolean =>
    headers.some(([each]) => each.toLowerCase() === name.toLowerCase())
  const id = `<${randomId(seededRandom(spec.seed), 12)}@${domainOf(mailFrom) || 'example.net'}>`
  return [
    ...(has('Date') ? [] : [['Date', formatDate(clock.now())] as [string, string]]),
    ...(has('Message-ID') ? [] : [['Message-ID', id] as [string, string]]),
    ...headers,
  ]
}
