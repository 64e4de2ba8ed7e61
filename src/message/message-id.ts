const ATOM = "[A-Za-z0-9!#$%&'*+\\-/=?^_`{|}~]+"
const DOT_ATOM = `${ATOM}(?:\\.${ATOM})*`
const ID = new RegExp(`^<(${DOT_ATOM})@(${DOT_ATOM}|\\[[!-Z^-~]*\\])>$`)

/** Octets of an id that are looked at: more do not fit into a line (RFC 5322 §2.1.1). */
const LONGEST = 998

/** The two halves of a `msg-id` (RFC 5322 §3.6.4); `undefined` for anything else. */
export function parseMessageId(text: string): { left: string; right: string } | undefined {
  const found = text.length > LONGEST ? null : ID.exec(text)
  return found ? { left: found[1]!, right: found[2]! } : undefined
}
