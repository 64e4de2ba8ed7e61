/**
 * Whether rules are run that are not recommended: what is right, and would be better otherwise.
 * `omitted` by default; `only` reports nothing else.
 */
export type Advice = 'omitted' | 'included' | 'only'

export const isWanted = (recommended: boolean, advice: Advice): boolean =>
  recommended ? advice !== 'only' : advice !== 'omitted'

export interface ZoneLintOptions {
  /**
   * What holds of names outside of the zones. `unknown`, the default: nothing is reported of them.
   * `absent`: the zones are all there is, as in a simulated Internet, and what points out of them
   * points at nothing. Reverse names are unknown either way, unless a zone holds some.
   */
  readonly outside?: 'unknown' | 'absent'
  /**
   * What a text without an SOA record is. `whole`, the default: a zone that lacks it. `unknown`: a part of a
   * zone, as somebody looked it up; nothing is reported of what it does not hold.
   */
  readonly parts?: 'whole' | 'unknown'
  readonly advice?: Advice
  /** The files whose findings are wanted; all by default. The other zones are known, and not judged. */
  readonly files?: ReadonlySet<string>
}

/** What the places want that judge zones. */
export const zoneProfiles = {
  /** The package and the command: zones of the real Internet. */
  published: { outside: 'unknown', advice: 'omitted' },
  /** What somebody pastes to be checked, with advice: it may be a part of a zone. */
  pasted: { outside: 'unknown', parts: 'unknown', advice: 'included' },
  /** The advice beside it. */
  publishedAdvice: { outside: 'unknown', advice: 'only' },
  /** Lessons and the sandbox: every zone there is. */
  simulated: { outside: 'absent', advice: 'omitted' },
  /** The advice that the sandbox shows beside its problems. */
  simulatedAdvice: { outside: 'absent', advice: 'only' },
} as const satisfies Readonly<Record<string, ZoneLintOptions>>
