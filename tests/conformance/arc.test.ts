import { describe, expect, test } from 'vitest'
import { mergeResults } from '../../src/auth/arc/merge-results.ts'
import { sealArc, type SealResult } from '../../src/auth/arc/seal-message.ts'
import { validateArc, type ArcVerdict } from '../../src/auth/arc/validate.ts'
import { answerLater, type Question } from '../../src/core/ask.ts'
import { parseMessage } from '../../src/message/parse.ts'
import { webCrypto } from '../../src/platform/webcrypto.ts'
import { bytesOf, keyAnswer, privateKeyOf, readCases, SUITE, type Case } from './arc-suite.ts'

const validation = readCases('arc-draft-validation-tests.yml')

const sealing = readCases('arc-draft-sign-tests.yml')

const answering =
  ({ scenario }: Case) =>
  (question: Question) =>
    question.ask === 'dns' ? keyAnswer(scenario, question.name) : webCrypto.answer(question)

const validate = (given: Case): Promise<ArcVerdict> =>
  answerLater(validateArc(parseMessage(bytesOf(given)), { now: 12350_000 }), answering(given))

/** The suite's drafts gave no verdict on a chain that says `cv=fail`; RFC 8617 §5.2 says `fail`. */
const expectedOf = ({ cv }: Case): string => cv.trim().toLowerCase() || 'fail'

describe.skipIf(!validation.length)(`ARC validation (${SUITE})`, () => {
  test('has 171 cases', () => expect(validation).toHaveLength(171))

  test.each(validation)('$scenario.description: $name', async (given) => {
    const verdict = await validate(given)
    expect(verdict.status, verdict.reason).toBe(expectedOf(given))
  })
})

async function seal(given: Case): Promise<SealResult> {
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
  return answerLater(asking, answering(given))
}

/** White space has no meaning here, inside base64 none at all. */
const plain = (text: string): string =>
  text
    .replace(/^[A-Za-z-]+:/, '')
    .replace(/\bb=[^;]*/, (b) => b.replace(/\s/g, ''))
    .replace(/\s+/g, ' ')
    .trim()

describe.skipIf(!sealing.length)(`ARC sealing (${SUITE})`, () => {
  test('has 17 cases', () => expect(sealing).toHaveLength(17))

  test.each(sealing)('$scenario.description: $name', async (given) => {
    const sealed = await seal(given)
    const fields = sealed.ok ? sealed.fields.map(plain) : ['', '', '']
    expect(fields).toEqual([given.AS, given.AMS, given.AAR].map(plain))
  })
})
