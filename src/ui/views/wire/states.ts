import { imapStates, pop3States } from './mailbox-phases.ts'
import { smtpMap, smtpStatus } from './phases.ts'
import type { States } from './state-map.ts'

const smtp: States = { map: smtpMap, statusAfter: smtpStatus }

const byPort: Readonly<Record<number, States>> = {
  ...{ 25: smtp, 465: smtp, 587: smtp },
  ...{ 110: pop3States, 995: pop3States },
  ...{ 143: imapStates, 993: imapStates },
}

export const statesAt = (port: number): States | undefined => byPort[port]
