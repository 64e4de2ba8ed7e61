import type { BridgeFacts } from '../../lab/types.ts'

/** A line for a terminal of the machine on which the bridge runs. */
export interface StartLine {
  readonly what: string
  readonly text: string
}

/**
 * With what to begin: one line that sends a message, and lines to speak by hand.
 * Empty where the bridge has no SMTP.
 */
export function startLines({ ports, tries }: Pick<BridgeFacts, 'ports' | 'tries'>): StartLine[] {
  const send = tries.find(({ service, kind }) => service === 'smtp' && kind === 'line')
  const smtp = ports.find(({ service }) => service === 'smtp')?.port
  const byHand = smtp && [
    {
      what: 'Or speak SMTP by hand, under TLS',
      text: `openssl s_client -quiet -crlf -starttls smtp -connect 127.0.0.1:${smtp}`,
    },
    { what: 'Or in the clear', text: `nc -C 127.0.0.1 ${smtp}` },
  ]
  return [...(send ? [{ what: send.what, text: send.text }] : []), ...(byHand || [])]
}
