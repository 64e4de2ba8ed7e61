/** What the results of each method mean to a reader. */
type Meanings = Readonly<Record<string, Readonly<Record<string, string>>>>

const LATER = 'A DNS question stayed open, so nothing could be decided; it may work later.'

const meanings: Meanings = {
  // RFC 8601 §2.7.2, which takes the results of RFC 7208 §2.6.
  spf: {
    none: 'Nothing was checked: there is no domain to ask, or it publishes no SPF record.',
    neutral: 'The domain says nothing about the address that handed the message over.',
    pass: 'The domain allows the address that handed the message over to send for it.',
    fail: 'The domain says that this address may not send for it.',
    softfail: 'The domain believes that this address may not send for it, and does not insist.',
    policy: 'SPF passed, but the receiver’s own rules do not accept that.',
    temperror: LATER,
    permerror: 'The SPF record could not be read, so nothing could be decided.',
  },
  // RFC 8601 §2.7.1
  dkim: {
    none: 'The message carries no signature.',
    pass: 'The signature holds: its domain answers for the message, and what it covers is unchanged.',
    fail: 'The signature does not hold: what it covers was changed, or the key is another.',
    policy: 'There is a signature, but the receiver’s own rules do not accept it.',
    neutral: 'There is a signature, but it could not be worked with.',
    temperror: LATER,
    permerror:
      'The signature cannot be verified, and will not be later: something it needs is missing.',
  },
  // RFC 9989 §9.2
  dmarc: {
    none: 'No DMARC record covers the domain in From, so there is nothing to compare with.',
    pass: 'SPF or DKIM passed for the domain in From, or for one that belongs to it.',
    fail: 'Neither SPF nor DKIM passed for the domain in From.',
    temperror: LATER,
    permerror: 'The DMARC record, or the From field, could not be worked with.',
  },
  // RFC 8601 §2.7.4
  auth: {
    none: 'The client did not log in.',
    pass: 'The client logged in.',
    fail: 'The client tried to log in, and failed.',
    temperror: 'The login could not be checked for now.',
    permerror: 'The login could not be checked.',
  },
  // RFC 8601 §2.7.3
  iprev: {
    pass: 'The address has a name, and the name has that address.',
    fail: 'The name of the address has another address, or none.',
    temperror: LATER,
    permerror: 'The address has no name.',
  },
  // RFC 8617 §10.1
  arc: {
    none: 'No server on the way sealed what it had found.',
    pass: 'The seals of the servers on the way hold.',
    fail: 'A seal of a server on the way does not hold.',
  },
  // draft-brand-indicators-for-message-identification §7.7
  bimi: {
    none: 'The domain in From has no record of a logo.',
    pass: 'The domain in From has a logo, and it may be shown.',
    fail: 'The record of the logo, or the logo itself, cannot be used.',
    temperror: LATER,
    declined: 'The domain wants no logo shown.',
    skipped: 'No logo was looked for: DMARC did not pass, or its policy does not enforce.',
  },
}

/** A sentence; results that are not registered shall be ignored (RFC 8601 §4.1). */
export function meaningOf(method: string, result: string): string {
  const known = meanings[method]
  if (!known) return 'This method is not one that is explained here.'
  return known[result] ?? 'This result is not registered for the method: a reader ignores it.'
}

const properties: Readonly<Record<string, string>> = {
  'smtp.mailfrom': 'the domain in MAIL FROM',
  'smtp.helo': 'the name in EHLO or HELO',
  'smtp.auth': 'who logged in',
  'smtp.remote-ip': 'the address of the client',
  'header.d': 'the domain that signed',
  'header.i': 'for whom it signed',
  'header.s': 'the selector of the key',
  'header.a': 'the algorithm',
  'header.b': 'the start of the signature: which one it was',
  'header.from': 'the domain in From',
  'header.selector': 'which of its logos',
  'policy.authority': 'whether somebody vouches for whose logo it is',
  'header.oldest-pass': 'the oldest seal that holds',
  'policy.dmarc': 'what its owner asks for',
  'policy.iprev': 'the address that was looked up',
}

/** What a property is, in a few words; empty where it is not known. */
export const propertyMeaning = (method: string, name: string): string =>
  method === 'auth' && name === 'smtp.mailfrom' ? 'who wrote the message' : (properties[name] ?? '')
