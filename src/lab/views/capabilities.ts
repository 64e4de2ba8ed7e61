import type { SpokenProtocol } from '../../core/text/line-mark.ts'
import {
  capabilityIn,
  capaKeywords,
  ehloKeywords,
  type CapabilityFacts,
} from './capability-tables.ts'
import { imapCapabilities } from './imap-capabilities.ts'

export type { CapabilityFacts } from './capability-tables.ts'

const tables: Readonly<Record<SpokenProtocol, Readonly<Record<string, CapabilityFacts>>>> = {
  smtp: ehloKeywords,
  pop3: capaKeywords,
  imap: imapCapabilities,
}

/** @param keyword As the server lists it; `AUTH=PLAIN` is known by what stands before the sign. */
export const capabilityFacts = (
  protocol: SpokenProtocol,
  keyword: string,
): CapabilityFacts | undefined => capabilityIn(tables[protocol], keyword)
