import type { Fix } from '../../core/diagnostic.ts'
import type { SenderVerdict } from './checked.ts'

/** `all` says of an address only that nothing else names it. */
export const spfReason = ({ ip, reason, term }: SenderVerdict): string =>
  term && /^[-~]?all$/i.test(term.text)
    ? `The record of \`${term.domain}\` does not name \`${ip}\`, which sent this, and ends in \`${term.text}\`.`
    : reason

/** Names the address before the `all` that caught it, where that stands in what was pasted. */
export function allowing({ ip, term }: SenderVerdict): Fix | undefined {
  if (!term?.place || !/^[-~]?all$/i.test(term.text)) return undefined
  const mechanism = `${ip.includes(':') ? 'ip6' : 'ip4'}:${ip}`
  const { file, span } = term.place
  return {
    title: `If that host sends for you, name it: \`${mechanism}\``,
    edits: [{ file, span: { from: span.from, to: span.from }, text: `${mechanism} ` }],
  }
}
