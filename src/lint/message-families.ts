import { arcFamily } from './arc/family.ts'
import { signatureAdviceFamily, signatureFamily } from './dkim/signature-family.ts'
import type { FieldFamily, MessageFamily } from './family.ts'
import { unsubscribeFamily } from './list-unsubscribe/family.ts'
import { formatFamily, mimeFamily } from './message/family.ts'
import { resultsFamily } from './results/family.ts'

/** Every family whose rules judge a message: what `lintMessage` runs. */
export const messageFamilies: readonly (MessageFamily | FieldFamily)[] = [
  formatFamily,
  mimeFamily,
  signatureFamily,
  signatureAdviceFamily,
  arcFamily,
  unsubscribeFamily,
  resultsFamily,
]
