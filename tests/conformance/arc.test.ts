import { describe, expect, test } from 'vitest'
import { validateArc, type ArcVerdict } from '../../src/auth/arc/validate.ts'
import { answerLater, type Question } from '../../src/core/ask.ts'
import { parseMessage } from '../../src/message/parse.ts'
import { webCrypto } from '../../src/platform/webcrypto.ts'
import { bytesOf, keyAnswer, readCases, SUITE, type Case } from './arc-suite.ts'

const validation = readCases('arc-draft-validation-tests.yml')

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
