import { mergeResults } from '../../src/auth/arc/merge-results.ts'
import { sealArc, type SealResult } from '../../src/auth/arc/seal-message.ts'
import { validateArc, type ArcVerdict } from '../../src/auth/arc/validate.ts'
import { runAsync, type Question } from '../../src/core/effects.ts'
import { parseMessage } from '../../src/message/parse.ts'
import { webCrypto } from '../../src/platform/webcrypto.ts'
import {
  ARC_SUITE,
  bytesOf,
  keyAnswer,
  privateKeyOf,
  readCases,
  type ArcCase,
} from './arc-cases.ts'
import type { Case, Compared, Suite } from './suite.ts'

/** Shortly after the suite's messages were signed. */
const NOW = 12350_000

const answering =
  ({ scenario }: ArcCase) =>
  (question: Question) =>
    question.ask === 'dns' ? keyAnswer(scenario, question.name) : webCrypto.answer(question)

const validate = (given: ArcCase): Promise<ArcVerdict> =>
  runAsync(validateArc(parseMessage(bytesOf(given)), { now: NOW }), answering(given))

/** The suite's drafts gave no verdict on a chain with `cv=fail`; RFC 8617 §5.2 requires `fail`. */
const expectedOf = ({ cv }: ArcCase): string => cv.trim().toLowerCase() || 'fail'

async function compareValidation(given: ArcCase): Promise<Compared> {
  const { status, reason } = await validate(given)
  return { actual: status, wanted: expectedOf(given), reason }
}

async function seal(given: ArcCase): Promise<SealResult> {
  const bytes = bytesOf(given)
  const authservId = given['srv-id']
  const { status } = await validate(given)
  const asking = sealArc(bytes, {
    domain: given.scenario.domain,
    selector: given.scenario.sel,
    algorithm: 'rsa-sha256',
    privateKey: privateKeyOf(given.scenario),
    authservId,
    authenticationResults: mergeResults(parseMessage(bytes), authservId),
    chainStatus: status,
    now: given.t * 1000,
    headers: given['sig-headers'].split(':'),
    style: 'comparable',
  })
  return runAsync(asking, answering(given))
}

/** White space has no meaning here, inside base64 none at all. */
const plain = (text: string): string =>
  text
    .replace(/^[A-Za-z-]+:/, '')
    .replace(/\bb=[^;]*/, (b) => b.replace(/\s/g, ''))
    .replace(/\s+/g, ' ')
    .trim()

async function compareSealing(given: ArcCase): Promise<Compared> {
  const sealed = await seal(given)
  const fields = sealed.ok ? sealed.fields.map(plain) : ['', '', '']
  const reason = sealed.ok ? {} : { reason: sealed.reason }
  return { actual: fields, wanted: [given.AS, given.AMS, given.AAR].map(plain), ...reason }
}

const casesOf = (file: string, compare: (given: ArcCase) => Promise<Compared>): Case[] =>
  readCases(file).map((given) => ({
    name: `${given.scenario.description}: ${given.name}`,
    run: () => compare(given),
  }))

export const arcValidation: Suite = {
  name: 'ARC validation: ValiMail, RFC 8617',
  vectors: ARC_SUITE,
  parts: [
    {
      what: 'chains',
      count: 171,
      cases: casesOf('arc-draft-validation-tests.yml', compareValidation),
    },
  ],
}

/** Signatures by RSA are always the same, so that those of the suite come out octet for octet. */
export const arcSealing: Suite = {
  name: 'ARC sealing: ValiMail, RFC 8617',
  vectors: ARC_SUITE,
  parts: [
    { what: 'messages', count: 17, cases: casesOf('arc-draft-sign-tests.yml', compareSealing) },
  ],
}
