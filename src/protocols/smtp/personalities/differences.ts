import type { dataReplies } from '../commands/data.ts'
import type { etrnReplies } from '../commands/etrn.ts'
import type { expnReplies } from '../commands/expn.ts'
import type { helpReplies } from '../commands/help.ts'
import type { noopReplies } from '../commands/noop.ts'
import type { quitReplies } from '../commands/quit.ts'
import type { rsetReplies } from '../commands/rset.ts'
import type { starttlsReplies } from '../commands/starttls.ts'
import type { vrfyReplies } from '../commands/vrfy.ts'
import type { Personality, Policies, Replies } from './personality.ts'

/** Replies of single commands that some server words in its own way. */
type CommandReplies = typeof dataReplies &
  typeof etrnReplies &
  typeof expnReplies &
  typeof helpReplies &
  typeof noopReplies &
  typeof quitReplies &
  typeof rsetReplies &
  typeof starttlsReplies &
  typeof vrfyReplies

/** Where a kind of server replies and acts otherwise than the default personality. */
export interface Differences extends Partial<Pick<Personality, 'extensions' | 'unknownVerbs'>> {
  readonly policies?: Partial<Policies>
  readonly replies?: Partial<Replies & CommandReplies>
}
