import { onceForText } from '../../../core/once.ts'

/** Whether a text stood before, spaces aside: then it is no mistake, the step is not made yet. */
export const isAnyOf = (texts: readonly string[], text: string): boolean =>
  texts.some((one) => bare(one).text === bare(text).text)

/** Each mistake is compared with every text that stood before. */
const bare = onceForText((text) => ({ text: text.replace(/\s+/g, ' ').trim() }))
