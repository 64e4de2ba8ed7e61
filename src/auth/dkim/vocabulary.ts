import type { TagWord } from '../tag-word.ts'

const source = { rfc: 6376, section: '3.6.1' }

/** The tags of a key record (RFC 6376 §3.6.1), in the order in which one writes them. */
export const keyWords: Readonly<Record<string, TagWord>> = {
  v: {
    meaning: 'Says that this is a DKIM key. If it is there it must be first.',
    syntax: 'v=DKIM1',
    values: [{ value: 'DKIM1', meaning: 'The only version there is.' }],
    otherwise: 'DKIM1',
    source,
  },
  k: {
    meaning: 'What kind of key `p=` holds.',
    syntax: 'k=rsa|ed25519',
    values: [
      { value: 'rsa', meaning: 'Known to every verifier; 2048 bits are recommended.' },
      {
        value: 'ed25519',
        meaning: 'Short and strong; not every verifier knows it yet (RFC 8463).',
      },
    ],
    otherwise: 'rsa',
    source,
  },
  p: {
    meaning: 'The public key in base64. Empty, it says that the key is revoked.',
    syntax: 'p=base64',
    values: [],
    source,
  },
  t: {
    meaning: 'Flags, with colons between them.',
    syntax: 't=flag[:flag]',
    values: [
      {
        value: 's',
        meaning: 'The signature’s `i=` must name the very domain of `d=`, no subdomain.',
      },
      { value: 'y', meaning: 'Only a test: treat signed mail as if it were not signed.' },
    ],
    otherwise: 'no flags',
    source,
  },
  h: {
    meaning: 'The hashes that a signature may use.',
    syntax: 'h=sha256',
    values: [
      { value: 'sha256', meaning: 'The hash of today.' },
      { value: 'sha1', meaning: 'Broken; no verifier may accept it (RFC 8301).' },
    ],
    otherwise: 'any hash',
    source,
  },
  s: {
    meaning: 'The services that the key is for.',
    syntax: 's=email|*',
    values: [
      { value: '*', meaning: 'All.' },
      { value: 'email', meaning: 'Mail.' },
    ],
    otherwise: '*',
    source,
  },
  n: { meaning: 'A note for people; no program reads it.', syntax: 'n=text', values: [], source },
  g: {
    meaning: 'Once said whose mail a key may sign. Nobody reads it any more.',
    syntax: 'g=local-part',
    values: [],
    source: { rfc: 6376, section: '7.5' },
    historic: true,
  },
}

const ofSignature = { rfc: 6376, section: '3.5' }
const free = (meaning: string, syntax: string, otherwise?: string): TagWord => ({
  meaning,
  syntax,
  values: [],
  ...(otherwise === undefined ? {} : { otherwise }),
  source: ofSignature,
})

/** The tags of a DKIM-Signature field (RFC 6376 §3.5). */
export const signatureWords: Readonly<Record<string, TagWord>> = {
  v: free('The version of signatures; there is only 1.', 'v=1'),
  a: {
    meaning: 'How it was signed: the kind of key and the hash.',
    syntax: 'a=rsa-sha256|ed25519-sha256',
    values: [
      { value: 'rsa-sha256', meaning: 'What every verifier knows.' },
      { value: 'ed25519-sha256', meaning: 'Short and strong (RFC 8463).' },
      { value: 'rsa-sha1', meaning: 'Broken; fails everywhere (RFC 8301).' },
    ],
    source: ofSignature,
  },
  b: free('The signature itself, over the header fields of `h=` and this field.', 'b=base64'),
  bh: free('The hash of the body.', 'bh=base64'),
  c: {
    meaning: 'How much change on the way the signature bears: of the header, then of the body.',
    syntax: 'c=header/body',
    values: [
      { value: 'relaxed/relaxed', meaning: 'White space may change.' },
      { value: 'simple/simple', meaning: 'Nothing may change.' },
      { value: 'relaxed/simple', meaning: 'White space may change in the header.' },
      { value: 'simple/relaxed', meaning: 'White space may change in the body.' },
    ],
    otherwise: 'simple/simple',
    source: ofSignature,
  },
  d: free('The domain that signs and takes responsibility.', 'd=domain'),
  s: free('The selector: which of the domain’s keys it is.', 's=selector'),
  h: free('The signed header fields, in order.', 'h=From:To:Subject'),
  i: free(
    'On whose behalf it is signed, within `d=`.',
    'i=[name]@domain',
    '@ and the domain of d=',
  ),
  l: free(
    'How many octets of the body are signed; anyone may add to the rest.',
    'l=number',
    'the whole body',
  ),
  q: free('How to get the key.', 'q=dns/txt', 'dns/txt'),
  t: free('When it was signed, in seconds since 1970.', 't=seconds'),
  x: free('When it ends, in seconds since 1970.', 'x=seconds', 'no end'),
  z: free('Copies of header fields, for finding out what changed.', 'z=field:value|…'),
}
