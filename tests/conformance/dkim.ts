import { createPrivateKey } from 'node:crypto'
import { headerHashInput } from '../../src/auth/dkim/hash-input.ts'
import { parseSignature, withoutSignature } from '../../src/auth/dkim/signature.ts'
import { verifyDkim, type DkimVerdict } from '../../src/auth/dkim/verify.ts'
import { runAsync, askDigest, askSign, type Effect, type Question } from '../../src/core/effects.ts'
import { encodeBase64 } from '../../src/core/base64.ts'
import { latin1 } from '../../src/core/bytes.ts'
import { createResolver } from '../../src/dns/resolver.ts'
import { parseZone } from '../../src/dns/zone/parse.ts'
import type { HeaderField } from '../../src/message/field.ts'
import { parseMessage, type Message } from '../../src/message/parse.ts'
import { webCrypto } from '../../src/platform/webcrypto.ts'
import { RFC_6376, RFC_8463, type SignedExample } from './dkim-examples.ts'
import type { Case, Compared, Suite } from './suite.ts'

const NOW = 1528637909_000

const messageOf = (lines: readonly string[]): Message => parseMessage(latin1(lines.join('\r\n')))

const signaturesIn = ({ fields }: Message): HeaderField[] =>
  fields.filter(({ lower }) => lower === 'dkim-signature')

function answering({ zone, origin }: SignedExample) {
  const dns = createResolver([parseZone(zone, { origin }).zone])
  return (question: Question) =>
    question.ask === 'dns' ? dns.query(question.name, question.type) : webCrypto.answer(question)
}

const verify = (example: SignedExample, lines = example.message): Promise<DkimVerdict> =>
  runAsync(verifyDkim(messageOf(lines), { now: NOW }), answering(example))

async function compareVerdict(
  example: SignedExample,
  lines: readonly string[],
  wanted: readonly (readonly string[])[],
): Promise<Compared> {
  const { signatures } = await verify(example, lines)
  const actual = signatures.map((one) => [
    ...[one.algorithm, one.domain, one.selector, one.identity],
    ...[one.bodyHash, one.headerSignature, one.result],
  ])
  return { actual, wanted, reason: signatures.map(({ reason }) => reason).join(' ') }
}

/** PKCS #8, whichever way the RFC prints the key. */
function pkcs8(key: string): Uint8Array {
  const seedHead = '302e020100300506032b657004220420' // RFC 8410 §7: an Ed25519 key's DER to its seed
  const parsed = key.startsWith('-----')
    ? createPrivateKey(key)
    : createPrivateKey({
        key: Buffer.concat([Buffer.from(seedHead, 'hex'), Buffer.from(key, 'base64')]),
        format: 'der',
        type: 'pkcs8',
      })
  return new Uint8Array(parsed.export({ type: 'pkcs8', format: 'der' }))
}

/** Both algorithms give one signature only for a key and a text: the one that the RFC prints. */
async function compareSigning(example: SignedExample, at: number): Promise<Compared> {
  const message = messageOf(example.message)
  const field = signaturesIn(message)[at]!
  const parsed = parseSignature(message.text, field.valueSpan)
  if (!parsed.ok) return { actual: parsed.problem.reason, wanted: 'a signature' }
  const { signature } = parsed
  const own = withoutSignature(message.text, field.span, signature.signatureSpan)
  const input = headerHashInput(message, signature.fields, own, signature.header, field)
  const asking = signOver(signature.algorithm, pkcs8(example.privateKeys[at]!), input)
  return { actual: await runAsync(asking, answering(example)), wanted: signature.signatureText }
}

function* signOver(algorithm: string, key: Uint8Array, input: Uint8Array): Effect<string> {
  const isEd25519 = algorithm === 'ed25519-sha256'
  const data = isEd25519 ? yield* askDigest('sha-256', input) : input
  const made = yield* askSign({ algorithm: isEd25519 ? algorithm : 'rsa-sha256', key, data })
  return made ? encodeBase64(made) : 'the key was refused'
}

const signings = (example: SignedExample): Case[] =>
  example.privateKeys.map((_, at) => ({
    name: `signature ${at + 1}, made anew with the key that is given`,
    run: () => compareSigning(example, at),
  }))

const BY_EXAMPLE_COM = [
  ...['rsa-sha256', 'example.com', 'brisbane', 'joe@football.example.com'],
  ...['match', 'holds', 'pass'],
]

/** What the receiver of §A.3 puts on top. */
const RECEIVED = [
  'X-Authentication-Results: shopping.example.net',
  '  header.from=joe@football.example.com; dkim=pass',
  'Received: from mout23.football.example.com (192.168.1.1)',
  '  by shopping.example.net with SMTP;',
  '  Fri, 11 Jul 2003 21:01:59 -0700 (PDT)',
]

export const dkimExample: Suite = {
  name: 'DKIM: RFC 6376 App. A',
  parts: [
    {
      what: 'verdicts',
      count: 2,
      cases: [
        {
          name: 'A.2: the signed message',
          run: () => compareVerdict(RFC_6376, RFC_6376.message, [BY_EXAMPLE_COM]),
        },
        {
          name: 'A.3: the message as it was received',
          run: () => compareVerdict(RFC_6376, [...RECEIVED, ...RFC_6376.message], [BY_EXAMPLE_COM]),
        },
      ],
    },
    { what: 'signatures', count: 1, cases: signings(RFC_6376) },
  ],
}

const FOOTBALL = (algorithm: string, selector: string): string[] => [
  ...[algorithm, 'football.example.com', selector, '@football.example.com'],
  ...['match', 'holds', 'pass'],
]

export const dkimEd25519Example: Suite = {
  name: 'DKIM: RFC 8463 App. A',
  parts: [
    {
      what: 'verdicts',
      count: 1,
      cases: [
        {
          name: 'A.3: both signatures',
          run: () =>
            compareVerdict(RFC_8463, RFC_8463.message, [
              FOOTBALL('ed25519-sha256', 'brisbane'),
              FOOTBALL('rsa-sha256', 'test'),
            ]),
        },
      ],
    },
    { what: 'signatures', count: 2, cases: signings(RFC_8463) },
  ],
}
