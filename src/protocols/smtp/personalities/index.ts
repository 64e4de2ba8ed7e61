import { commands } from '../commands/index.ts'
import type { SmtpHost } from '../server/host.ts'
import { defaultPersonality } from './default.ts'
import type { Differences } from './differences.ts'
import { dovecot } from './dovecot.ts'
import { exchange } from './exchange.ts'
import type { Personality } from './personality.ts'
import { postfix } from './postfix.ts'
import { teaching } from './teaching.ts'

/** The default words: those of all commands, and those that no command has to itself. */
const defaults = Object.assign(
  {},
  ...commands.map(({ replies }) => replies),
  defaultPersonality.replies,
) as Personality['replies']

const personality = ({ replies, policies, ...others }: Differences): Personality => ({
  ...defaultPersonality,
  ...others,
  policies: { ...defaultPersonality.policies, ...policies },
  replies: { ...defaults, ...replies },
})

export const personalities: Readonly<Record<SmtpHost['personality'], Personality>> = {
  teaching: personality(teaching),
  postfix: personality(postfix),
  dovecot: personality(dovecot),
  exchange: personality(exchange),
}
