import { generateKeyPairSync } from 'node:crypto'
import { signDkim } from '../../src/auth/dkim/sign.ts'
import { verifyDkim } from '../../src/auth/dkim/verify.ts'
import { runAsync, type Question } from '../../src/core/effects.ts'
import { composeMessage } from '../../src/message/compose.ts'
import { parseMessage } from '../../src/message/parse.ts'
import { webCrypto } from '../../src/platform/webcrypto.ts'
import { nodeResolver, textResolver } from './dns-stub.ts'
import type { DkimRival } from './rivals.ts'

const NOW = Date.parse('2026-06-01T12:00:00Z')
const SIZE = 4096

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')

const dns = textResolver({
  's1._domainkey.example.org': `v=DKIM1; k=rsa; p=${publicKey}`,
})
const rivalDns = nodeResolver(dns)

const answer = (question: Question) =>
  question.ask === 'dns' ? dns.query(question.name, question.type) : webCrypto.answer(question)

/** Text with what relaxed canonicalization has to do: runs of spaces, white space at line ends. */
const LINE = 'The quick brown  fox jumps over the\tlazy dog, and comes back again. '

/** A message of 4 KB with the usual fields, signed relaxed/relaxed. */
async function signedMessage(): Promise<Uint8Array> {
  const character = composeMessage({
    headers: [
      ['Received', 'from client.example.org (client.example.org [192.0.2.1]) by mail.example.org'],
      ['From', 'Ann Example <ann@example.org>'],
      ['To', 'Bob <bob@example.net>'],
      ['Subject', 'A letter of four kilobytes'],
      ['Date', 'Mon, 01 Jun 2026 12:00:00 +0000'],
      ['Message-ID', '<4711@example.org>'],
      ['MIME-Version', '1.0'],
      ['Content-Type', 'text/plain; charset=utf-8'],
    ],
    body: Array.from({ length: 50 }, (_, at) => `${at} ${LINE}`).join('\n'),
  }).slice(0, SIZE)
  const signed = await runAsync(
    signDkim(character, {
      ...{ domain: 'example.org', selector: 's1', algorithm: 'rsa-sha256', privateKey, now: NOW },
    }),
    answer,
  )
  if (!signed.ok) throw new Error(signed.reason)
  return signed.bytes
}

const message = await signedMessage()

export const messageSize = message.length

const passed = (result: string | undefined): void => {
  if (result !== 'pass') throw new Error(`The message should pass, and not be ${result}.`)
}

export async function verify(): Promise<void> {
  const asking = verifyDkim(parseMessage(message), { now: NOW })
  passed((await runAsync(asking, answer)).result)
}

export async function verifyWith({ dkimVerify }: DkimRival): Promise<void> {
  // The rival takes Node's own kind of octets.
  const given = Buffer.from(message.buffer, message.byteOffset, message.length)
  passed((await dkimVerify(given, { resolver: rivalDns })).results[0]?.status.result)
}
