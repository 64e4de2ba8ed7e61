import type { RecordFormat } from '../tag-format.ts'
import { recordHeads } from './heads.ts'

const source = { rfc: 6376, section: '3.6.1' }

/** A DKIM key record (RFC 6376 §3.6.1). */
export const keyFormat: RecordFormat = {
  name: 'DKIM key',
  noun: 'a DKIM key',
  meaning: 'Publishes a key for signatures.',
  readers: 'verifiers',
  source,
  ...recordHeads.dkim,
  tags: {
    v: {
      meaning: 'Marks a DKIM key. If it is written, it stands first.',
      syntax: 'v=DKIM1',
      values: [{ value: 'DKIM1', meaning: 'the only version there is' }],
      default: '`DKIM1`',
      source,
    },
    k: {
      meaning: 'The type of the key in `p=`.',
      syntax: 'k=rsa|ed25519',
      values: [
        { value: 'rsa', meaning: 'RSA: understood everywhere; 2048 bits are recommended' },
        {
          value: 'ed25519',
          meaning: 'short and quick; not every receiver reads it yet (RFC 8463)',
        },
      ],
      default: '`rsa`',
      source,
    },
    p: {
      meaning: 'The public key in base64. Left empty, it states that the key is revoked.',
      syntax: 'p=base64',
      required: true,
      source,
    },
    h: {
      meaning: 'The hashes that a signature with this key may use.',
      syntax: 'h=sha256',
      values: [{ value: 'sha256', meaning: 'the one that may still be used (RFC 8301)' }],
      separator: ':',
      default: 'any hash',
      source,
    },
    s: {
      meaning: 'The services that the key is for.',
      syntax: 's=email|*',
      values: [
        { value: '*', meaning: 'every service' },
        { value: 'email', meaning: 'mail' },
      ],
      separator: ':',
      default: '`*`',
      source,
    },
    t: {
      meaning: 'Flags, with colons between them.',
      syntax: 't=y[:s]',
      values: [
        { value: 'y', meaning: 'testing: a failed signature counts as none' },
        { value: 's', meaning: 'the signature’s `i=` names the very domain of `d=`, no subdomain' },
      ],
      separator: ':',
      default: 'no flags',
      source,
    },
    n: {
      meaning: 'A note for administrators. No program reads it.',
      syntax: 'n=text',
      source,
    },
    g: {
      meaning: 'Whose mail the key may sign, in old DKIM. Today it is ignored.',
      syntax: 'g=local-part',
      source: { rfc: 6376, section: '7.5' },
      historic: true,
    },
  },
  duplicates: 'void',
  spaceBesideEquals: true,
  example: 'v=DKIM1; k=rsa; p=',
}
