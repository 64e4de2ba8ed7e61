import { askDns, type Effect, type DnsQuestion } from '../../core/effects.ts'
import { joinedText, recordsOf, type DnsAnswer } from '../../core/dns.ts'
import { askedName, isSameDomain } from '../../core/idna.ts'
import type { Place } from '../../core/span.ts'
import { step, type Step } from '../../core/trace.ts'
import { keyFormat } from '../formats/dkim-key.ts'
import { startsAs } from '../tag-format.ts'
import { hasFlag, parseKeyRecord, servesMail, type KeyRecord } from './key.ts'
import type { DkimSignature } from './signature.ts'
import type { DkimResult } from './verdict.ts'

/** RSA keys shorter than this prove nothing (RFC 8301 §3.2). */
export const MIN_RSA_BITS = 1024

export type FoundKey =
  | {
      readonly ok: true
      readonly key: Uint8Array
      readonly testing: boolean
      readonly steps: readonly Step[]
    }
  | {
      readonly ok: false
      readonly result: DkimResult
      readonly reason: string
      readonly testing: boolean
      readonly steps: readonly Step[]
    }

/** What decides which key a signature needs, and whether a key may serve it. */
export type KeyNeed = Pick<DkimSignature, 'selector' | 'domain' | 'algorithm' | 'identityDomain'>

/** Where the key of a signature is published (RFC 6376 §3.6.2.1), in A-labels (RFC 8616 §5). */
export const keyName = (selector: string, domain: string): string =>
  askedName(`${selector}._domainkey.${domain}`)

/** Asks for the key and decides whether it may check this signature (RFC 6376 §6.1.2). */
export function* findKey(signature: KeyNeed): Effect<FoundKey> {
  const name = keyName(signature.selector, signature.domain)
  const answer = yield* askDns(name, 'TXT')
  const asked = { question: { ask: 'dns', name, type: 'TXT' } as const, answer }
  const failed = noAnswer(name, asked)
  if (failed) return failed
  const candidates = recordsOf(answer, 'TXT').map((record) => ({
    record: parseKeyRecord(joinedText(record)),
    ...(record.place ? { place: record.place } : {}),
  }))
  // Several records: which one a verifier takes is undefined (§3.6.2.2); this one takes the first
  // that could serve.
  const judged = candidates.map((candidate) => ({
    ...candidate,
    judged: judge(candidate.record, signature),
  }))
  const chosen = judged.find((one) => one.judged.ok) ?? judged[0]!
  const { record, judged: verdict } = chosen
  const several = candidates.length > 1 ? [severalStep(name, candidates.length)] : []
  const steps = [...several, keyStep(name, asked, chosen.place, verdict)]
  const testing = hasFlag(record, 'y')
  return verdict.ok
    ? { ok: true, key: verdict.key, testing, steps }
    : { ok: false, result: verdict.result, reason: verdict.reason, testing, steps }
}

interface Asked {
  readonly question: DnsQuestion
  readonly answer: DnsAnswer
}

function noAnswer(name: string, asked: Asked): FoundKey | undefined {
  const { status, records } = asked.answer
  if (status === 'ok' && records.some(({ type }) => type === 'TXT')) return undefined
  const isTemporary = status === 'servfail' || status === 'timeout'
  const result = isTemporary ? 'temperror' : 'permerror'
  const reason = isTemporary
    ? `The key could not be fetched: no server answered for \`${name}\`. It may work later.`
    : `No key is published at \`${name}\`, so nothing can be checked against it.`
  const source = { rfc: 6376, section: '6.1.2' }
  const found = step({ kind: 'dkim/key', text: reason, outcome: 'error', source, asked })
  return { ok: false, result, reason, testing: false, steps: [found] }
}

const severalStep = (name: string, count: number): Step =>
  step({
    kind: 'dkim/several-keys',
    text: `\`${name}\` holds ${count} TXT records; which one a verifier takes is left to chance.`,
    outcome: 'note',
    source: { rfc: 6376, section: '3.6.2.2' },
  })

function keyStep(name: string, asked: Asked, place: Place | undefined, verdict: Judged): Step {
  const text = verdict.ok ? `The key at \`${name}\` is ${verdict.about}.` : verdict.reason
  const outcome = verdict.ok ? 'continue' : 'error'
  const source = { rfc: 6376, section: '6.1.2' }
  return step({ kind: 'dkim/key', text, outcome, source, asked, ...(place ? { place } : {}) })
}

type Judged =
  | { readonly ok: true; readonly key: Uint8Array; readonly about: string }
  | { readonly ok: false; readonly result: DkimResult; readonly reason: string }

const refused = (reason: string, result: DkimResult = 'permerror'): Judged => ({
  ok: false,
  result,
  reason,
})

/** In the order of RFC 6376 §6.1.2, steps 5 to 8. */
function judge(record: KeyRecord, signature: KeyNeed): Judged {
  const [problem] = record.problems
  if (problem) return refused(`The key record cannot be read. ${problem.message}`)
  if (!startsAs(keyFormat, record))
    return refused('The record at the key’s name is no DKIM key: it must start with `v=DKIM1`.')
  if (record.hashes && !record.hashes.some(({ text }) => text === 'sha256'))
    return refused(
      'The key record (`h=`) does not allow the hash that the signature uses, SHA-256.',
    )
  if (!servesMail(record))
    return refused('The key record (`s=`) does not allow the key to be used for mail.')
  if (hasFlag(record, 's') && !isSameDomain(signature.identityDomain, signature.domain))
    return refused(
      `The key record (\`t=s\`) allows no subdomains, and \`i=\` names \`${signature.identityDomain}\`.`,
    )
  return judgeData(record, signature)
}

function judgeData({ key, keyType }: KeyRecord, { algorithm }: KeyNeed): Judged {
  switch (key.kind) {
    case 'missing':
      return refused('The record at the key’s name has no `p=`, so it holds no key.')
    case 'revoked':
      return refused('The key has been revoked: its `p=` is empty.')
    case 'unknown':
      return refused(`The key is of a type that is not known here: \`k=${keyType}\`.`)
    case 'broken':
      return refused(key.message)
    case 'rsa':
      if (!algorithm.startsWith('rsa-')) return mismatch(keyType, algorithm)
      return key.bits < MIN_RSA_BITS
        ? refused(
            `The key has ${key.bits} bits. Keys under ${MIN_RSA_BITS} bits can be broken, so they prove nothing (RFC 8301).`,
            'policy',
          )
        : { ok: true, key: key.spki, about: `an RSA key of ${key.bits} bits` }
    case 'ed25519':
      return algorithm.startsWith('ed25519-')
        ? { ok: true, key: key.raw, about: 'an Ed25519 key' }
        : mismatch(keyType, algorithm)
  }
}

const mismatch = (keyType: string, algorithm: string): Judged =>
  refused(
    `The signature was made with \`${algorithm}\`, but the key is of the type \`${keyType}\`.`,
  )
