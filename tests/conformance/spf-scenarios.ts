import { existsSync, readFileSync } from 'node:fs'
import { loadAll } from 'js-yaml'
import type { ZoneData } from './scenario-dns.ts'
import { vectorsAt } from './suite.ts'

export const SPF_SUITE = vectorsAt('rfc7208-openspf/rfc7208-tests.yml')

/** One document of the openspf suite: questions over the same zones. */
export interface SpfScenario {
  readonly description: string
  readonly tests: Readonly<Record<string, SpfCase>>
  readonly zonedata: ZoneData
}

export interface SpfCase {
  readonly helo: string
  readonly host: string
  readonly mailfrom: string
  /** Several where the RFC leaves a choice. */
  readonly result: string | readonly string[]
  readonly explanation?: string
}

/** @returns None where the suite is not there. */
export const readSpfScenarios = (): SpfScenario[] =>
  existsSync(SPF_SUITE)
    ? (loadAll(readFileSync(SPF_SUITE, 'utf8')) as (SpfScenario | null)[]).filter(
        (one) => one !== null,
      )
    : []
