import { keyFormat } from '../../auth/formats/dkim-key.ts'
import type { RecordTagFamily } from '../tag-family.ts'
import type { KeySubject } from './subject.ts'

/** The texts of the shared rules for key records. */
export const keyTagFamily: RecordTagFamily<KeySubject> = {
  code: 'dkim',
  format: keyFormat,
  listOf: ({ record }) => record,
  rules: {
    'version-first': {
      severity: 'error',
      source: { rfc: 6376, section: '3.6.1' },
      why: 'If `v=` is there it must be the first tag; else verifiers take the record for something that is not DKIM.',
      bad: ['k=rsa; «v=DKIM1»; p=', 'p=; «v=DKIM1»'],
      good: ['v=DKIM1; k=rsa; p='],
    },
    'version-missing': {
      severity: 'hint',
      source: { rfc: 6376, section: '3.6.1' },
      why: '`v=DKIM1` may be left out, but with it no reader mistakes the record for another TXT.',
      bad: ['«k»=rsa; p='],
      good: ['v=DKIM1; k=rsa; p='],
    },
    'version-value': {
      severity: 'error',
      source: { rfc: 6376, section: '3.6.1' },
      why: 'The version is compared character by character with `DKIM1`. A record with any other is thrown away.',
      bad: ['v=«DKIM2»; p=', 'v=«dkim1»; p=', 'v=«DKIM1.0»; p='],
      good: ['v=DKIM1; p=', 'p='],
    },
    'tag-syntax': {
      severity: 'error',
      source: { rfc: 6376, section: '3.2' },
      why: 'A key record is a list of `name=value`, separated by semicolons. A verifier that meets anything else ignores the whole record, and no signature can be checked.',
      bad: ['v=DKIM1; «rsa»; p=', 'v=DKIM1;«;» p=', 'v=DKIM1; «1k»=rsa; p='],
      good: ['v=DKIM1; k=rsa; p=;', 'v = DKIM1 ; p ='],
    },
    'unknown-tag': {
      severity: 'info',
      source: { rfc: 6376, section: '3.6.1' },
      why: 'Verifiers ignore tags that they do not know. That is allowed, but it is often a slip of the pen.',
      bad: ['v=DKIM1; «key»=rsa; p='],
      good: ['v=DKIM1; n=hello; p='],
    },
    'duplicate-tag': {
      severity: 'error',
      source: { rfc: 6376, section: '3.2' },
      why: 'Each tag may stand once. With a second one no verifier knows which counts, so the whole record is void.',
      bad: ['v=DKIM1; k=rsa; «k=rsa»; p='],
      good: ['v=DKIM1; k=rsa; p='],
    },
    'tag-case': {
      severity: 'error',
      source: { rfc: 6376, section: '3.2' },
      why: 'Names of tags are lowercase. `P=` is another tag than `p=`, one that no verifier knows.',
      bad: ['v=DKIM1; «K»=rsa; p=', '«V»=DKIM1; p='],
      good: ['v=DKIM1; k=rsa; p='],
    },
    'several-records': {
      severity: 'error',
      source: { rfc: 6376, section: '3.6.2.2' },
      why: 'A selector’s name must hold one TXT record. With several, each verifier takes another. Give each key a selector of its own.',
      bad: ['s1._domainkey.example.com TXT «p=»\ns1._domainkey.example.com TXT v=DKIM1; p='],
      good: ['s1._domainkey.example.com TXT p=\ns2._domainkey.example.com TXT v=DKIM1; p='],
    },
    'wrong-owner': {
      severity: 'error',
      source: { rfc: 6376, section: '3.6.2.1' },
      why: 'Verifiers look for the key of the selector `s1` at `s1._domainkey.example.com`, and nowhere else.',
      bad: [
        'example.com TXT «v=DKIM1»; p=',
        's1.example.com TXT «v=DKIM1»; p=',
        '_domainkey.example.com TXT «v=DKIM1»; p=',
        '_domainkey.may.example.com TXT «v=DKIM1»; p=',
      ],
      good: [
        's1._domainkey.example.com TXT v=DKIM1; p=',
        'a.b._domainkey.example.com TXT v=DKIM1; p=',
      ],
    },
    'doubled-origin': {
      severity: 'error',
      source: { rfc: 1035, section: '5.1' },
      why: 'In a zone file a name without a dot at its end gets the zone’s own name appended. Written in full it needs the dot.',
      bad: ['s1._domainkey.example.com.example.com TXT «v=DKIM1»; p='],
      good: ['s1._domainkey.example.com TXT v=DKIM1; p='],
    },
  },
}
