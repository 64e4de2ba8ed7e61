export const words = {
  statuses: { holds: 'holds', fails: 'does not hold', skipped: 'not looked at' },
  signature: (number: number) => `Signature ${number}`,
  noDomain: 'no domain',
  unsigned:
    'No domain signed this message. A server that signs adds a `DKIM-Signature` field before the message leaves, and its domain publishes the key.',
  fields: { signed: 'signed', reserved: 'signed as absent', open: 'not signed' },
  stages: {
    signature: 'Signature field',
    key: 'Key question',
    body: 'Body hash',
    header: 'Header signature',
  },
  states: 'The field states who signed, how, and what.',
  testing: '`t=y`: the domain states that it is only testing DKIM.',
  skipped: 'It did not come to that.',
  /** Of the facts of a stage; a tag's name goes with some. */
  facts: {
    domain: 'domain, d=',
    selector: 'selector, s=',
    algorithm: 'algorithm, a=',
    identity: 'identity, i=',
    asked: 'asked',
    answer: 'answer',
    canonicalization: 'canonicalization',
    octets: 'octets hashed',
    signed: 'signed, bh=',
    computed: 'computed',
  },
}
