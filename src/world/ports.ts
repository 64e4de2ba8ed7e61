/** What is spoken at the ports of the simulated hosts. */
const protocols: Readonly<Record<number, string>> = {
  24: 'LMTP',
  25: 'SMTP',
  110: 'POP3',
  143: 'IMAP',
  465: 'Submission',
  587: 'Submission',
  993: 'IMAP',
  995: 'POP3',
}

/** `SMTP`, `Submission`; `Port 8080` where none is known. */
export const protocolAt = (port: number): string => protocols[port] ?? `Port ${port}`
