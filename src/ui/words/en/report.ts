/** Of an aggregate report about DMARC that a message carries. */
export const words = {
  locale: 'en',
  /** From … to …, in UTC. */
  about: (organization: string, messages: number, domain: string) =>
    `${organization} saw ${messages === 1 ? 'one message' : `${messages} messages`} that said they came from ${domain}.`,
  period: (from: string, to: string) => `${from} to ${to} (UTC)`,
  policy: 'The policy that it found:',
  table: 'What was seen, a row for each sender',
  scroll: 'The table; it scrolls sideways',
  source: 'Source',
  messages: 'Messages',
  spf: 'SPF for From',
  dkim: 'DKIM for From',
  done: 'Done',
  found: 'The checks found',
  result: (method: string, result: string, domain: string) =>
    `${method} ${result}${domain ? `, ${domain}` : ''}`,
  nothing: 'nothing',
  none: 'No part of this message is an aggregate report.',
  xml: 'The file itself',
}
