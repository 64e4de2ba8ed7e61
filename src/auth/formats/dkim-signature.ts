import type { TagFormat } from '../tag-format.ts'

const source = { rfc: 6376, section: '3.5' }

/** A DKIM-Signature field (RFC 6376 §3.5). */
export const signatureFormat: TagFormat = {
  name: 'DKIM signature',
  noun: 'a DKIM signature',
  meaning: 'States who signed the message, and what of it.',
  readers: 'verifiers',
  source,
  version: { value: '1', stem: '', required: true, begins: 'tag' },
  tags: {
    v: {
      meaning: 'The version of signatures.',
      syntax: 'v=1',
      values: [{ value: '1', meaning: 'the only version there is' }],
      required: true,
      source,
    },
    a: {
      meaning: 'How it was signed: the type of the key and the hash.',
      syntax: 'a=rsa-sha256|ed25519-sha256',
      values: [
        { value: 'rsa-sha256', meaning: 'understood everywhere' },
        { value: 'ed25519-sha256', meaning: 'short and quick (RFC 8463)' },
        { value: 'rsa-sha1', meaning: 'broken: no verifier may accept it (RFC 8301)' },
      ],
      required: true,
      source,
    },
    c: {
      meaning:
        'How much change on the way the signature survives: of the header, then of the body.',
      syntax: 'c=header/body',
      values: [
        { value: 'relaxed/relaxed', meaning: 'white space may change' },
        { value: 'simple/simple', meaning: 'nothing may change' },
        { value: 'relaxed/simple', meaning: 'white space may change in the header' },
        { value: 'simple/relaxed', meaning: 'white space may change in the body' },
      ],
      default: '`simple/simple`',
      source,
    },
    d: {
      meaning: 'The domain that signs and takes responsibility.',
      syntax: 'd=domain',
      required: true,
      source,
    },
    s: {
      meaning: 'The selector: which of the domain’s keys it is.',
      syntax: 's=selector',
      required: true,
      source,
    },
    i: {
      meaning: 'On whose behalf it is signed, within `d=`.',
      syntax: 'i=[name]@domain',
      default: '`@` and the domain of `d=`',
      source,
    },
    h: {
      meaning: 'The signed header fields, in order.',
      syntax: 'h=From:To:Subject',
      separator: ':',
      required: true,
      source,
    },
    bh: { meaning: 'The hash of the body.', syntax: 'bh=base64', required: true, source },
    b: {
      meaning: 'The signature itself, over the header fields of `h=` and this field.',
      syntax: 'b=base64',
      required: true,
      source,
    },
    l: {
      meaning: 'How many octets of the body are signed; anyone may add to the rest.',
      syntax: 'l=number',
      default: 'the whole body',
      source,
    },
    q: {
      meaning: 'How to get the key.',
      syntax: 'q=dns/txt',
      values: [{ value: 'dns/txt', meaning: 'the only method there is' }],
      separator: ':',
      default: '`dns/txt`',
      source,
    },
    t: { meaning: 'When it was signed, in seconds since 1970.', syntax: 't=seconds', source },
    x: {
      meaning: 'When it ends, in seconds since 1970.',
      syntax: 'x=seconds',
      default: 'no end',
      source,
    },
    z: {
      meaning: 'Copies of header fields, for finding out what changed.',
      syntax: 'z=field:value|…',
      source,
    },
  },
  duplicates: 'void',
  spaceBesideEquals: true,
  example: 'v=1; a=rsa-sha256; d=example.com; s=s1; h=From; bh=YWE=; b=YWE=',
}
