import type { Section } from '../../../../core/section.ts'
import type { TagWord } from './word.ts'

const format: Section = { rfc: 6376, section: '3.6.1' }

/** Tags of a DKIM key record, at `selector._domainkey` below the domain. */
export const dkimKeyTags: Readonly<Record<string, TagWord>> = {
  v: {
    meaning: 'Says that this is a DKIM key. If it is written, it stands first.',
    syntax: 'v=DKIM1',
    source: format,
    values: [['DKIM1', 'the only version there is']],
  },
  k: {
    meaning: 'The type of the key; `rsa` if it is not written.',
    syntax: 'k=rsa',
    source: format,
    values: [
      ['rsa', 'RSA: understood everywhere'],
      ['ed25519', 'short and quick; not every receiver reads it yet (RFC 8463)'],
    ],
  },
  p: {
    meaning: 'The public key in base64. Left empty, it says that the key is revoked.',
    syntax: 'p=base64',
    source: format,
  },
  h: {
    meaning: 'Hashes that a signature with this key may use; all of them if it is not written.',
    syntax: 'h=sha256',
    source: format,
    values: [['sha256', 'the one that may still be used (RFC 8301)']],
  },
  s: {
    meaning: 'What the key is for, with colons between; `*`, everything, if it is not written.',
    syntax: 's=email',
    source: format,
    values: [
      ['*', 'every service'],
      ['email', 'mail'],
    ],
  },
  t: {
    meaning: 'Flags with colons between them. None are set if it is not written.',
    syntax: 't=y:s',
    source: format,
    values: [
      ['y', 'testing: a failed signature counts as none'],
      ['s', 'the signer’s address may not stand in a subdomain'],
    ],
  },
  n: {
    meaning: 'A note for administrators. No program reads it.',
    syntax: 'n=text',
    source: format,
  },
}
