import type { MxRule } from '../subject.ts'
import { noReverseName } from './no-reverse-name.ts'
import { notInPolicy } from './not-in-policy.ts'
import { nullMxSenders } from './null-mx-senders.ts'

/** The rules for MX records that ask DNS; those that look at a zone alone are zone rules. */
export const mxRules: readonly MxRule[] = [nullMxSenders, notInPolicy, noReverseName]
