import { BIMI_DRAFT, bimiFormat } from '../../auth/formats/bimi.ts'
import type { RecordTagFamily } from '../tag-family.ts'
import type { BimiSubject } from './subject.ts'

/** The texts of the shared rules for BIMI records. */
export const bimiTagFamily: RecordTagFamily<BimiSubject> = {
  code: 'bimi',
  format: bimiFormat,
  listOf: ({ record }) => record,
  rules: {
    version: {
      severity: 'error',
      source: { draft: BIMI_DRAFT, section: '4.3' },
      why: 'The record must start with `v=BIMI1`, exactly. Receivers throw away what starts otherwise, and fix nothing.',
      bad: [
        '«v=bimi1»; l=https://example.com/logo.svg',
        '«v=BIMI2»; l=https://example.com/logo.svg',
        'l=https://example.com/logo.svg; «v=BIMI1»',
        'default._bimi.example.com TXT «l=https://example.com/logo.svg»',
      ],
      good: ['v=BIMI1; l=https://example.com/logo.svg', 'v = BIMI1; l=; a='],
    },
    'tag-syntax': {
      severity: 'error',
      source: { draft: BIMI_DRAFT, section: '4.3' },
      why: 'A record is a list of `tag=value`, separated by semicolons. Receivers must not guess what a broken one means.',
      bad: [
        'v=BIMI1; «https://example.com/logo.svg»',
        'v=BIMI1;«;» l=https://example.com/logo.svg',
      ],
      good: ['v=BIMI1; l=https://example.com/logo.svg;'],
    },
    'unknown-tag': {
      severity: 'info',
      source: { draft: BIMI_DRAFT, section: '4.3' },
      why: 'Tags that are not registered are ignored, and names are compared character by character, in lowercase.',
      bad: [
        'v=BIMI1; l=https://example.com/logo.svg; «z»=1',
        'v=BIMI1; «L»=https://example.com/logo.svg',
      ],
      good: ['v=BIMI1; l=https://example.com/logo.svg; avp=brand; lps=false'],
    },
    'duplicate-tag': {
      severity: 'error',
      source: { rfc: 6376, section: '3.2' },
      why: 'BIMI records are written as DKIM’s tag lists are, and there each tag may stand once. Two logos need two selectors.',
      bad: ['v=BIMI1; l=https://example.com/a.svg; «l=https://example.com/b.svg»'],
      good: ['v=BIMI1; l=https://example.com/a.svg'],
    },
    'several-records': {
      severity: 'error',
      source: { draft: BIMI_DRAFT, section: '7.2' },
      why: 'If a name holds several BIMI records, receivers use none of them. Another logo stands at another selector.',
      bad: [
        'default._bimi.example.com TXT «v=BIMI1; l=https://example.com/a.svg»\ndefault._bimi.example.com TXT v=BIMI1; l=https://example.com/b.svg',
      ],
      good: [
        'default._bimi.example.com TXT v=BIMI1; l=https://example.com/a.svg\nspring._bimi.example.com TXT v=BIMI1; l=https://example.com/b.svg',
      ],
    },
    'wrong-owner': {
      severity: 'error',
      source: { draft: BIMI_DRAFT, section: '4.3' },
      why: 'Receivers ask for the record at a selector below `_bimi`: `default._bimi.example.com`, unless a message names another selector.',
      bad: [
        'example.com TXT «v=BIMI1»; l=https://example.com/logo.svg',
        '_bimi.example.com TXT «v=BIMI1»; l=https://example.com/logo.svg',
        'default.bimi.example.com TXT «v=BIMI1»; l=https://example.com/logo.svg',
        '_bimi.default.example.com TXT «v=BIMI1»; l=https://example.com/logo.svg',
      ],
      good: [
        'default._bimi.example.com TXT v=BIMI1; l=https://example.com/logo.svg',
        'spring.2026._bimi.example.com TXT v=BIMI1; l=https://example.com/logo.svg',
      ],
    },
  },
}
