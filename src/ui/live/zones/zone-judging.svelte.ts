import { untrack } from 'svelte'
import type { Diagnostic } from '../../../core/diagnostic.ts'
import { answeredAbout } from '../../state/answered.svelte.ts'
import type { ZoneDrafts } from './zone-drafts.svelte.ts'

/** Milliseconds without a key after which zones are judged. */
const REST = 250

const none: readonly Diagnostic[] = []

/** What is found in zones as they are written on this page. Call it where a component is set up. */
export function zoneJudging(zones: ZoneDrafts) {
  const now = $derived(zones.all.map(({ origin, text }) => ({ origin, text })))
  let rested = $state.raw(untrack(() => now))
  $effect(() => {
    const next = now
    const timer = setTimeout(() => (rested = next), REST)
    return () => clearTimeout(timer)
  })
  const answer = answeredAbout(
    'zoneFindings',
    () => rested,
    (asked) => ({ zones: asked }),
  )
  const judged = $derived(answer.value?.subject ?? [])
  return {
    get diagnostics() {
      return answer.value?.answer.diagnostics ?? none
    },
    get advice() {
      return answer.value?.answer.advice ?? none
    },
    /** Where the serial number of a zone stands, in the text that was judged. */
    serialOf: (origin: string) =>
      answer.value?.answer.serials.find((serial) => serial.origin === origin),
    /** Whether this very text was judged. */
    isFresh: (origin: string, text: string): boolean =>
      judged.some((one) => one.origin === origin && one.text === text),
  }
}
