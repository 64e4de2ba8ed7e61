import type { Diagnostic } from '../core/diagnostic.ts'
import type { Place } from '../core/span.ts'
import type { Step } from '../core/trace.ts'
import type { Format } from './format.ts'

/** What a command found: written as text, as JSON or as SARIF. */
export interface Report {
  readonly findings: readonly Diagnostic[]
  /** Those of them that come beside a verdict, and do not decide how the command ends. */
  readonly onPath?: ReadonlySet<Diagnostic>
  /** The texts that findings stand in, by the name of their file. */
  readonly sources: ReadonlyMap<string, string>
  readonly verdict?: Verdict
  /** What a person reads in place of a verdict. */
  readonly text?: string | Uint8Array
  /** What stands in the JSON beside findings and verdict. */
  readonly data?: Readonly<Record<string, unknown>>
  /** Formats that only this command has, written. */
  readonly written?: Readonly<Partial<Record<Format, string>>>
  /** Whether what was looked at is as one hopes, where neither findings nor a verdict say so. */
  readonly hope?: Verdict['hope']
}

export interface Verdict {
  /** `spf`: names the verdict in JSON and SARIF. */
  readonly kind: string
  /** `softfail` */
  readonly result: string
  /** Whether it is what one hopes for; else the command ends with 1. */
  readonly hope: 'met' | 'missed'
  /** One sentence. Backticks mark code. */
  readonly reason: string
  /** Label and value, for people. */
  readonly lines: readonly (readonly [label: string, value: string])[]
  /** The same for programs. JSON values only. */
  readonly data: Readonly<Record<string, unknown>>
  /** What decided. */
  readonly place?: Place
  readonly trace: Step
}

/** 0: no problems. 1: a warning, an error, or a verdict that one would not hope for. */
export const exitCode = ({ findings, onPath, verdict, hope = verdict?.hope }: Report): 0 | 1 =>
  hope === 'missed' || findings.some((one) => isWeighty(one) && !onPath?.has(one)) ? 1 : 0

export const isWeighty = ({ severity }: Pick<Diagnostic, 'severity'>): boolean =>
  severity === 'error' || severity === 'warning'
