import { createPrivateKey } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { loadAll } from 'js-yaml'
import { latin1 } from '../../src/core/bytes.ts'
import type { DnsAnswer } from '../../src/core/dns.ts'
import { vectorsAt } from './suite.ts'

export const ARC_SUITE = vectorsAt('arc_test_suite')

/** One document of the suite's YAML files: tests that share keys. */
interface Scenario {
  readonly description: string
  readonly tests: Readonly<Record<string, Omit<ArcCase, 'name' | 'scenario'>>>
  readonly domain: string
  readonly sel: string
  readonly privatekey: string
  readonly 'txt-records': Readonly<Record<string, string>>
}

export interface ArcCase {
  readonly name: string
  readonly scenario: Scenario
  readonly message: string
  /** Of validation. Empty where the chain itself states that it has failed. */
  readonly cv: string
  /** Of sealing: seconds since 1970. */
  readonly t: number
  readonly 'sig-headers': string
  readonly 'srv-id': string
  readonly AS: string
  readonly AMS: string
  readonly AAR: string
}

/** The cases of one file; none where the suite is not there. */
export function readCases(file: string): ArcCase[] {
  const path = `${ARC_SUITE}/${file}`
  if (!existsSync(path)) return []
  // `json`: some names stand twice, and the later one counts.
  const scenarios = loadAll(readFileSync(path, 'utf8'), null, { json: true }) as Scenario[]
  return scenarios.flatMap((scenario) =>
    Object.entries(scenario.tests).map(([name, given]) => ({ ...given, name, scenario })),
  )
}

export const bytesOf = ({ message }: ArcCase): Uint8Array =>
  latin1(message.replace(/\r?\n/g, '\r\n'))

/** The keys of a scenario; those of the sealing file are folded with line ends. */
export function keyAnswer({ 'txt-records': records }: Scenario, name: string): DnsAnswer {
  const text = records[name]?.replace(/\s*\n\s*/g, '')
  if (text === undefined) return { status: 'nxdomain', records: [] }
  return { status: 'ok', records: [{ name, ttl: 3600, type: 'TXT', strings: [text] }] }
}

/** The suite's key as signers take it: PKCS #8 in base64. */
export const privateKeyOf = ({ privatekey }: Scenario): string =>
  createPrivateKey(privatekey).export({ type: 'pkcs8', format: 'der' }).toString('base64')
