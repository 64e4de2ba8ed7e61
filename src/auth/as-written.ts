import { isAscii, toALabels } from '../core/idna.ts'
import { normalizeName } from '../core/domain.ts'
import type { Step } from '../core/trace.ts'

/** What every evaluator concludes. */
interface Verdict {
  readonly reason: string
  readonly trace: Step
}

/** Shows a text of ours with the names that were written in place of those that were asked for. */
export type ShowNames = (text: string) => string

/**
 * DNS is asked for A-labels, and a person reads the U-labels that he or she wrote (RFC 8616 §3): both
 * verdict and trace name a domain as it was written. The questions themselves stay as they were asked.
 * @param written The domains that were given to the evaluator.
 */
export function showAsWritten<V extends Verdict>(verdict: V, written: readonly string[]): V {
  const show = namesAsWritten(written)
  return show
    ? { ...verdict, reason: show(verdict.reason), trace: showStep(verdict.trace, show) }
    : verdict
}

/** @returns Nothing where every name is ASCII, and so is shown as it is asked for. */
export function namesAsWritten(written: readonly string[]): ShowNames | undefined {
  if (written.every(isAscii)) return undefined
  const labels = new Map(
    written.filter((name) => !isAscii(name)).flatMap((name) => labelPairs(name)),
  )
  if (labels.size === 0) return undefined
  const inName: ShowNames = (name) =>
    name.replace(A_LABEL, (label) => labels.get(label.toLowerCase()) ?? label)
  return (text) => (ONE_NAME.test(text) ? inName(text) : text.replace(NAME_IN_CODE, inName))
}

/** Each A-label with the U-label it was written as. */
function labelPairs(name: string): (readonly [string, string])[] {
  const asked = toALabels(name)?.split('.') ?? []
  const labels = normalizeName(name).split(/[.\u3002\uff0e\uff61]/)
  return asked.map((label, at) => [label, labels[at] ?? label] as const)
}

const A_LABEL = /(?<![a-z0-9_-])xn--[a-z0-9-]+/gi
const ONE_NAME = /^[a-z0-9_.*-]+$/i
/** Names alone, and no record that holds one: that is shown as it was published. */
const NAME_IN_CODE = /`[a-z0-9_.*-]+`/gi

const showStep = (one: Step, show: ShowNames): Step => ({
  ...one,
  text: show(one.text),
  ...(one.facts && { facts: mapTexts(one.facts, show) }),
  steps: one.steps.map((step) => showStep(step, show)),
})

type Facts = NonNullable<Step['facts']>

const mapTexts = (facts: Facts, show: ShowNames): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'string' && ONE_NAME.test(value) ? show(value) : value,
    ]),
  )
