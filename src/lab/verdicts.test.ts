import type { Authentication } from './types.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { sealArc } from '../auth/arc/seal-message.ts'
import { validateArc } from '../auth/arc/validate.ts'
import { evaluateDmarc } from '../auth/dmarc/evaluate.ts'
import { utf8 } from '../core/bytes.ts'
import type { DnsAnswer } from '../core/dns.ts'
import { runAsync, type Effect, type Question } from '../core/effects.ts'
import { parseMessage } from '../message/parse.ts'
import { webCrypto } from '../platform/webcrypto.ts'
import { createWorld } from '../world/create.ts'
import type { JourneyEnd } from '../world/journey.ts'
import { sandboxWorld } from '../world/sandbox.ts'

// The key pair of RFC 8463 §A.1.
const privateKey = 'MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g'
const publicKey = 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='

/** As a real DNS answers: it does not know where a record is written. */
function dns(name: string): DnsAnswer {
  const text = name.startsWith('_dmarc.') ? 'v=DMARC1; p=reject; np=none; rua=x' : publicKey
  return { status: 'ok', records: [{ name, ttl: 1, type: 'TXT', strings: [text] }] }
}

const run = <Result>(effect: Effect<Result>): Promise<Result> =>
  runAsync(effect, (question: Question) =>
    question.ask === 'dns' ? dns(question.name) : webCrypto.answer(question),
  )

const now = Date.UTC(2026, 0, 1)
const plain = utf8('From: ann@example.org\r\nSubject: Hello\r\nDate: today\r\n\r\nHi\r\n')

async function arcVerdict() {
  const sealed = await run(
    sealArc(plain, {
      ...{ domain: 'list.example', selector: 's', algorithm: 'ed25519-sha256', privateKey },
      ...{ authservId: 'mx.list.example', authenticationResults: 'spf=pass' },
      ...{ chainStatus: 'none', now },
    }),
  )
  if (!sealed.ok) throw new Error(sealed.reason)
  const verdict = await run(validateArc(parseMessage(sealed.bytes), { now }))
  expect(verdict.status).toBe('pass')
  return verdict
}

const dmarcVerdict = (mode: '9989' | '7489') =>
  run(
    evaluateDmarc({
      ...{ from: 'a.example.org', mode, spf: { result: 'pass', domain: 'example.org' } },
      dkim: [{ result: 'fail', domain: 'example.net' }],
    }),
  )

const verdicts: Record<string, unknown> = {}

const judgementOf = (end: JourneyEnd): Authentication | undefined => {
  if (end.kind === 'undeliverable' || end.kind === 'deferred') return undefined
  return end.kind === 'rejected' ? end.authentication : end.message.authentication
}

beforeAll(async () => {
  const world = createWorld(sandboxWorld, { crypto: webCrypto })
  const ends: JourneyEnd[] = []
  for (const mail of sandboxWorld.mails) ends.push((await world.send(mail)).end)
  const judged = ends.flatMap((end) => judgementOf(end) ?? [])
  Object.assign(verdicts, {
    SPF: judged.map(({ spf }) => spf),
    DKIM: judged.map(({ dkim }) => dkim),
    'DMARC of a world': judged.map(({ dmarc }) => dmarc),
    DMARC: await dmarcVerdict('9989'),
    'DMARC of RFC 7489': await dmarcVerdict('7489'),
    ARC: await arcVerdict(),
    'a whole authentication': judged,
  })
})

describe('verdicts and traces are plain data', () => {
  test.each([
    ...['SPF', 'DKIM', 'DMARC of a world', 'DMARC', 'DMARC of RFC 7489', 'ARC'],
    'a whole authentication',
  ])('%s', (name) => {
    const verdict = verdicts[name]
    expect(verdict).toBeDefined()
    expect(structuredClone(verdict)).toStrictEqual(verdict)
    // A field that is absent may be written as undefined.
    expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict)
  })
})
