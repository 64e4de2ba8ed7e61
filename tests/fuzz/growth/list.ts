import { parsers } from '../parsers.ts'
import type { Growing } from './measure.ts'
import { messages } from './messages.ts'
import { sessions } from './sessions.ts'
import { values } from './values.ts'
import { verdicts } from './verdicts.ts'
import { zones } from './zones.ts'

/** Everything whose work shall grow in proportion to what strangers wrote. */
export const growing: readonly Growing[] = [
  ...parsers,
  ...values,
  ...messages,
  ...zones,
  ...verdicts,
  ...sessions,
]
