import { imapStates, pop3States } from './mailbox-states.ts'
import { smtpStates as smtp } from './smtp-states.ts'
import type { States } from './state-map.ts'

const byPort: Readonly<Record<number, States>> = {
  ...{ 25: smtp, 465: smtp, 587: smtp },
  ...{ 110: pop3States, 995: pop3States },
  ...{ 143: imapStates, 993: imapStates },
}

export const statesAt = (port: number): States | undefined => byPort[port]
