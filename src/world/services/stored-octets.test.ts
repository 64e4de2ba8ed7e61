import { expect, test } from 'vitest'
import { fromLatin1, latin1 } from '../../core/bytes.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../create.ts'
import { sandboxWorld } from '../sandbox.ts'
import type { World } from '../world.ts'

/** What ends a line alone is kept alike by every way in that takes it, and read alike by every way out. */

const HOST = '192.0.2.25'
const TLS = { version: 'TLSv1.3', cipher: 'x' }
const GIVEN = 'Subject: x\r\n\r\none\rtwo\rthree\r\n'
const LONE_LF = GIVEN.replace('\rthree', '\nthree')
const KEPT = 'Subject: x\r\n\r\none\r\ntwo\r\nthree\r\n'

/** Sends each part once the world is still; @returns all that came. */
async function talk(world: World, port: number, parts: readonly string[]): Promise<string> {
  let received = ''
  const line = world.connect(port === 25 ? 'out.news.example' : 'desk.example.org', HOST, port, {
    received: (bytes) => (received += fromLatin1(bytes)),
    closed: () => undefined,
  })
  if ('refused' in line) throw new Error(line.refused)
  if (port === 993 || port === 995 || port === 465) line.secure(TLS)
  for (const part of parts) {
    await world.settled()
    line.send(latin1(part))
  }
  await world.settled()
  return received
}

const LOGIN = 'a LOGIN alice@example.org friday\r\n'
const AUTH = `AUTH PLAIN ${btoa('\0alice@example.org\0friday')}\r\n`
const outside = 'MAIL FROM:<ann@news.example>\r\nRCPT TO:<alice@example.org>\r\n'
const envelope = 'MAIL FROM:<alice@example.org>\r\nRCPT TO:<alice@example.org>\r\n'
const WITH_NULS = GIVEN.replace('two', '\0two\0')
const data = (text: string): string[] => ['DATA\r\n', `${text}.\r\n`]
const chunk = (text: string): string[] => [`BDAT ${text.length} LAST\r\n${text}`]
const append = (text: string): string[] => [
  LOGIN,
  `b APPEND INBOX {${text.length}}\r\n`,
  `${text}\r\n`,
]

async function kept(port: number, parts: readonly string[]) {
  const world = createWorld(sandboxWorld, { crypto: webCrypto })
  const answer = await talk(world, port, parts)
  const imap = await talk(world, 993, [
    `${LOGIN}b SELECT INBOX\r\nc FETCH 1 (RFC822.SIZE BODY.PEEK[])\r\n`,
  ])
  const pop3 = await talk(world, 995, [
    'USER alice@example.org\r\nPASS friday\r\nSTAT\r\nRETR 1\r\n',
  ])
  return { answer, imap, pop3 }
}

test.each([
  ['LMTP', 24, ['LHLO desk.example.org\r\n', envelope, ...data(GIVEN)]],
  ['LMTP in chunks', 24, ['LHLO desk.example.org\r\n', envelope, ...chunk(GIVEN)]],
  ['SMTP', 25, ['EHLO out.news.example\r\n', outside, ...data(GIVEN)]],
  ['SMTP, with NULs', 25, ['EHLO out.news.example\r\n', outside, ...data(WITH_NULS)]],
  ['SMTP in chunks', 25, ['EHLO out.news.example\r\n', outside, ...chunk(WITH_NULS)]],
  ['submission', 465, ['EHLO desk.example.org\r\n', AUTH, envelope, ...data(GIVEN)]],
  ['APPEND', 993, append(GIVEN)],
  ['APPEND, with a lone LF', 993, append(LONE_LF)],
])('a message that came by %s', async (_, port, parts) => {
  const { imap, pop3 } = await kept(port, parts)
  const [, size, count] = /RFC822\.SIZE (\d+) BODY\[\] \{(\d+)\}/.exec(imap) ?? []
  expect(size).toBe(count)
  expect(pop3).toContain(`+OK 1 ${size}\r\n`)
  expect(imap).toContain(`${KEPT})\r\n`)
  expect(pop3).toContain(`${KEPT}.\r\n`)
})

test.each([
  ['LMTP', 24, ['LHLO desk.example.org\r\n', envelope, ...data(LONE_LF)], /^550 /m],
  ['SMTP', 25, ['EHLO out.news.example\r\n', outside, ...data(LONE_LF)], /^550 /m],
  ['SMTP in chunks', 25, ['EHLO out.news.example\r\n', outside, ...chunk(LONE_LF)], /^550 /m],
  ['submission', 465, ['EHLO desk.example.org\r\n', AUTH, envelope, ...data(LONE_LF)], /^550 /m],
  ['APPEND, with a NUL', 993, append(WITH_NULS), /^b (NO|BAD) .*NUL/m],
])('what could be read in two ways is refused by %s', async (_, port, parts, refusal) =>
  expect((await kept(port, parts)).answer).toMatch(refusal),
)
