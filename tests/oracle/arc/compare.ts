import { latin1 } from '../../../src/core/bytes.ts'
import { sealArc, verifyArc } from '../../../src/library/arc.ts'
import { askPython } from '../ask-python.ts'
import { seededDice, seedOf } from '../dice.ts'
import {
  DOMAIN,
  ed25519Seed,
  keyRecords,
  keyResolver,
  privateKeys,
  SELECTORS,
} from '../dkim/keys.ts'
import { makeMessage } from '../dkim/make-message.ts'
import type { Difference, KnownDifference, Oracle, OracleOptions, Report } from '../suite.ts'
import { changes } from './changes.ts'

const DEFAULT_COUNT = 60
const HOPS = 3

/** Every signature here is younger than its judges. */
const NOW = Date.now()

/** Where dkimpy 1.1.4 differs. */
const UNSAID: KnownDifference = {
  code: 'no-status-of-a-failed-chain',
  rfc: 8617,
  section: '5.2',
  reason: 'dkimpy gives no status where the newest seal has `cv=fail`; the chain has failed then.',
}

/** Ours and dkimpy seal in turn, up to three hops; both validate each chain, as it is and changed. */
export const arcOracle: Oracle = {
  name: 'arc dkimpy',
  apt: 'python3-dkim python3-authres',
  known: [UNSAID],
  run: compare,
}

interface Chain {
  readonly id: number
  readonly text: string
  readonly sealers: readonly string[]
}

async function compare({
  seed,
  count = DEFAULT_COUNT,
}: OracleOptions): Promise<Report | undefined> {
  let chains = Array.from({ length: count }, (_, id) => startChain(seed, id))
  const differences: Difference[] = []
  let version = ''
  let compared = 0
  for (let hop = 1; hop <= HOPS; hop++) {
    const stamped = chains.map((chain) => ({ ...chain, text: stamp(hop) + chain.text }))
    const sealed = await ask<{ fields?: string; error?: string }>(stamped.map(sealTask))
    if (!sealed) return undefined
    version = sealed.version
    chains = await Promise.all(
      stamped.map((chain, at) =>
        sealBy(
          chain,
          sealed.answers[at]!,
          seededDice(seedOf(seed, chain.id + hop * count)).chance(0.5),
          hop,
        ),
      ),
    )
    const trials = chains.flatMap((chain) => trialsOf(chain, hop))
    const theirs = await ask<{ status: string; why: string }>(
      trials.map(({ text }) => ({ do: 'validate', message: text })),
    )
    for (const [at, trial] of trials.entries())
      differences.push(...(await judge(trial, theirs!.answers[at]!)))
    compared += trials.length
  }
  return { version, compared, differences }
}

/** A message whose body ends in a line end: others hash one that does not otherwise. */
function startChain(seed: number, id: number): Chain {
  const message = makeMessage(seededDice(seedOf(seed, id)))
  return { id, text: message.endsWith('\r\n') ? message : `${message}\r\n`, sealers: [] }
}

/** What the hop has found, for both sealers to copy. */
const stamp = (hop: number): string => `Authentication-Results: ${DOMAIN}; ${found(hop)}\r\n`

const found = (hop: number): string =>
  `spf=pass smtp.mailfrom=example.org; arc=${hop === 1 ? 'none' : 'pass'}`

const sealTask = ({ text }: Chain) => ({
  ...{ do: 'seal', message: text, domain: DOMAIN, selector: SELECTORS['rsa-sha256'] },
})

async function sealBy(
  chain: Chain,
  theirs: { readonly fields?: string; readonly error?: string },
  byThem: boolean,
  hop: number,
): Promise<Chain> {
  const { text, sealers } = chain
  if (byThem && theirs.fields)
    return { ...chain, text: theirs.fields + text, sealers: [...sealers, 'dkimpy'] }
  const sealed = await sealArc(latin1(text), {
    domain: DOMAIN,
    selector: SELECTORS['rsa-sha256'],
    algorithm: 'rsa-sha256',
    privateKey: privateKeys['rsa-sha256'],
    authservId: DOMAIN,
    authenticationResults: found(hop),
    chainStatus: hop === 1 ? 'none' : 'pass',
    now: NOW,
  })
  if (!sealed.ok) throw new Error(sealed.reason)
  return { ...chain, text: sealed.fields.join('') + text, sealers: [...sealers, 'ours'] }
}

interface Trial {
  readonly name: string
  readonly text: string
  /** The result that both must give, where nothing was changed. */
  readonly must?: string
}

function trialsOf({ id, text, sealers }: Chain, hop: number): Trial[] {
  const about = `case ${id}, sealed by ${sealers.join(', ')}`
  const change = changes[1 + ((id * HOPS + hop) % (changes.length - 1))]!
  return [
    { name: `${about}, as sealed`, text, must: 'pass' },
    { name: `${about}, ${change.name}`, text: change.apply(text, seededDice(id)) },
  ]
}

async function judge(
  { name, text, must }: Trial,
  theirs: { readonly status: string; readonly why: string },
): Promise<Difference[]> {
  const { status, reason } = await verifyArc(latin1(text), keyResolver, { now: NOW })
  if (status === theirs.status && (must === undefined || status === must)) return []
  const lines = [
    name,
    `  ours:   ${status} (${reason})`,
    `  theirs: ${theirs.status} (${theirs.why})`,
  ]
  const known = status === 'fail' && theirs.status === 'unsaid' ? [UNSAID.code] : []
  return [{ known, text: [...lines, `    ${JSON.stringify(text)}`].join('\n') }]
}

const ask = <Answer>(tasks: readonly unknown[]) =>
  askPython<Answer>('import dkim, nacl, authres', 'tests/oracle/dkim/dkimpy.py', [
    { records: keyRecords, rsa: privateKeys['rsa-sha256'], ed25519Seed },
    ...tasks,
  ])
