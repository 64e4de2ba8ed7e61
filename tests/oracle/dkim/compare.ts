import { bodyHashInput } from '../../../src/auth/dkim/hash-input.ts'
import { latin1 } from '../../../src/core/bytes.ts'
import { signDkim, verifyDkim } from '../../../src/library/dkim.ts'
import { parseMessage } from '../../../src/message/parse.ts'
import { askPython } from '../ask-python.ts'
import { seededDice } from '../dice.ts'
import type { Difference, Oracle, OracleOptions, Report } from '../suite.ts'
import type { DkimCase, SignAnswer, Trial, VerifyAnswer } from './case.ts'
import { changes } from './changes.ts'
import { dkimCase } from './generate.ts'
import { DOMAIN, ed25519Seed, keyRecords, keyResolver, privateKeys, SELECTORS } from './keys.ts'
import type { DkimDifference, DkimPair } from './known.ts'

const DEFAULT_COUNT = 200
const CHANGES_EACH = 4

/** Within the life of every signature here, and no signature is from the future. */
const NOW = Date.now()

export interface Implementation {
  readonly name: string
  readonly apt: string
  /** Python that fails where it is not installed. */
  readonly check: string
  readonly script: string
  readonly known: readonly DkimDifference[]
}

/** Both sign, each message as it is and changed; then both verify all of them. */
export const dkimOracle = (implementation: Implementation): Oracle => ({
  name: `dkim ${implementation.name}`,
  apt: implementation.apt,
  known: implementation.known,
  run: (options) => compare(implementation, options),
})

async function compare(
  { name, check, script, known }: Implementation,
  { seed, count = DEFAULT_COUNT }: OracleOptions,
): Promise<Report | undefined> {
  const ask = <Answer>(tasks: readonly unknown[]) =>
    askPython<Answer>(check, script, [keys, ...tasks])
  const cases = Array.from({ length: count }, (_, id) => dkimCase(seed, id))
  const theirs = await ask<SignAnswer>(cases.map(signTask))
  if (!theirs) return undefined
  const trials: Trial[] = []
  const differences: Difference[] = []
  for (const [index, given] of cases.entries()) {
    trials.push(...trialsOf(given, 'ours', (await signOurs(given)) + given.message))
    const { field, error } = theirs.answers[index]!
    if (field !== undefined) trials.push(...trialsOf(given, name, field + given.message))
    else differences.push(refusal(given, error, known))
  }
  const verdicts = await ask<VerifyAnswer>(
    trials.map(({ text }) => ({ do: 'verify', message: text })),
  )
  for (const [index, trial] of trials.entries())
    differences.push(...(await judge(trial, verdicts!.answers[index]!, known)))
  const refused = cases.length - theirs.answers.filter(({ field }) => field !== undefined).length
  return { version: theirs.version, compared: refused + trials.length, differences }
}

const keys = {
  records: keyRecords,
  ...privateKeys,
  rsa: privateKeys['rsa-sha256'],
  ed25519Seed,
}

const signTask = (given: DkimCase) => ({
  do: 'sign',
  domain: DOMAIN,
  selector: SELECTORS[given.algorithm],
  ...given,
})

/** The field that we sign with. */
async function signOurs(given: DkimCase): Promise<string> {
  const { algorithm, header, body, fields, identity, message } = given
  const bytes = latin1(message)
  const signed = await signDkim(bytes, {
    domain: DOMAIN,
    selector: SELECTORS[algorithm],
    privateKey: privateKeys[algorithm],
    now: NOW,
    algorithm,
    header,
    body,
    fields,
    ...(identity !== undefined && { identity }),
    ...(given.counted && { length: bodyHashInput(parseMessage(bytes), body).length }),
  })
  if (!signed.ok) throw new Error(signed.reason)
  return signed.field
}

/** The message as it was signed, and with some changes of the list: all of it in turn. */
function trialsOf({ id, seed }: DkimCase, signer: string, text: string): Trial[] {
  const dice = seededDice(seed)
  const chosen = Array.from(
    { length: CHANGES_EACH },
    (_, index) => changes[(id * CHANGES_EACH + index) % changes.length]!,
  )
  const asSigned = { id: String(id), signer, change: 'as signed', text }
  const changed = chosen.map((change): Trial => ({
    id: String(id),
    signer,
    change: change.name,
    text: change.apply(text, dice),
  }))
  return [asSigned, ...changed]
}

/** The other signer wants no part of the message; then it must be known why. */
function refusal(
  { id, message }: DkimCase,
  error: string | undefined,
  known: readonly DkimDifference[],
): Difference {
  const answer: VerifyAnswer = { pass: false, why: error ?? '' }
  const trial: Trial = { id: String(id), signer: 'none', change: 'not signed', text: message }
  return {
    known: codesOf(
      { trial, ours: answer, theirs: answer, message: parseMessage(latin1(message)) },
      known,
    ),
    text: show(trial, { pass: true, why: 'signs' }, answer),
  }
}

const codesOf = (pair: DkimPair, known: readonly DkimDifference[]): string[] =>
  known
    .filter((reason) => reason.explains(pair))
    .slice(0, 1)
    .map(({ code }) => code)

async function judge(
  trial: Trial,
  theirs: VerifyAnswer,
  known: readonly DkimDifference[],
): Promise<Difference[]> {
  const bytes = latin1(trial.text)
  const { result, reason } = await verifyDkim(bytes, keyResolver, { now: NOW })
  const ours: VerifyAnswer = { pass: result === 'pass', why: reason }
  const holds = ours.pass || trial.change !== 'as signed'
  if (ours.pass === theirs.pass && holds) return []
  const pair = { trial, ours, theirs, message: parseMessage(bytes) }
  return [{ known: codesOf(pair, known), text: show(trial, ours, theirs) }]
}

const show = ({ id, signer, change, text }: Trial, ours: VerifyAnswer, theirs: VerifyAnswer) =>
  [
    `case ${id}, signed by ${signer}, ${change}`,
    `  ours:   ${ours.pass ? 'pass' : 'no pass'} (${ours.why})`,
    `  theirs: ${theirs.pass ? 'pass' : 'no pass'} (${theirs.why})`,
    `    ${JSON.stringify(text)}`,
  ].join('\n')
