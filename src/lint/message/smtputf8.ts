import type { ReceivedChain } from '../../message/received-chain.ts'

/** Whether a server states that it got the message with SMTPUTF8 (RFC 6531 §4.3). */
export const carriesUtf8 = ({ hops }: ReceivedChain): boolean =>
  hops.some((hop) => /^UTF8/i.test(hop.with?.text ?? ''))
