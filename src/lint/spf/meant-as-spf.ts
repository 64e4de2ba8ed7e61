import { editDistance } from '../../core/text/edit-distance.ts'
import { isSpfLike } from '../../auth/spf/is-spf-like.ts'

/** Whether a text is meant for SPF, also where its version has a slip, or is missing. */
export const isMeantAsSpf = (text: string): boolean =>
  isSpfLike(text) || isVersionTypo(/^\S{5,7}(?= )/.exec(text)?.[0] ?? '') || TERMS.test(text)

/** Whether a word is `v=spf1` with one slip: `v:spf1`, `vs=pf1`. */
export const isVersionTypo = (word: string): boolean =>
  editDistance(word.toLowerCase(), 'v=spf1') === 1

/** Terms of SPF from the first that names a sender to an `all`, and no version before them. */
const TERMS = /^\+?(?:ip4|ip6|include|a|mx|exists)(?::\S{1,255})?(?: \S{1,255}){0,50} [-~?]all$/i
