import { dmarcFormat } from '../../auth/formats/dmarc.ts'
import { isStrayUri } from './rules/report-separator.ts'
import type { RecordTagFamily } from '../tag-family.ts'
import type { DmarcSubject } from './subject.ts'

/** The texts of the shared rules for DMARC records. */
export const dmarcTagFamily: RecordTagFamily<DmarcSubject> = {
  code: 'dmarc',
  format: dmarcFormat,
  listOf: ({ record }) => record,
  // An address behind a semicolon is the business of `report-separator`.
  ownProblem: (list, { span }) => (isStrayUri(list, span) ? [] : undefined),
  // What goes on behind the version lacks a semicolon, or is SPF: other rules report that.
  isOtherVersion: (value) => /^DMARC1[\s,]|^spf1/i.test(value),
  rules: {
    'version-first': {
      severity: 'error',
      source: { rfc: 9989, section: '4.7' },
      why: '`v=DMARC1` must be the first tag. If it is not, the whole record is ignored.',
      bad: ['p=reject; «v=DMARC1»', 'p=none; «v=DMARC1»; rua=mailto:d@example.com'],
      good: ['v=DMARC1; p=reject'],
    },
    'version-missing': {
      severity: 'error',
      source: { rfc: 9989, section: '4.7' },
      why: 'A record without `v=DMARC1` at its start is ignored, whatever else it holds.',
      bad: ['«p»=reject; rua=mailto:d@example.com'],
      good: ['v=DMARC1; p=reject'],
    },
    'version-value': {
      severity: 'error',
      source: { rfc: 9989, section: '4.7' },
      why: 'The version is exactly `DMARC1`, in upper case. With any other value the whole record is ignored.',
      bad: ['v=«dmarc1»; p=none', 'v=«DMARC»; p=none', 'v=«DMARC2»; p=none'],
      good: ['v=DMARC1; p=none', 'v=DMARC1 p=none', '_dmarc.example.com TXT v=spf1 -all'],
    },
    'tag-syntax': {
      severity: 'error',
      source: { rfc: 9989, section: '4.8' },
      why: 'A record is a list of `tag=value`, separated by semicolons. What is no tag is passed over, and may take its neighbour with it.',
      bad: [
        'v=DMARC1; «reject»',
        'v=DMARC1; p=none;«;» rua=mailto:d@example.com',
        'v=DMARC1; p=none; «r-ua»=x',
      ],
      good: ['v=DMARC1; p=none;', 'v = DMARC1 ; p = none'],
    },
    'unknown-tag': {
      severity: 'info',
      source: { rfc: 9989, section: '4.7' },
      why: 'Tags that are not registered are ignored. Often one is a slip of the pen, and what it should set has no effect.',
      bad: ['v=DMARC1; p=none; «policy»=reject'],
      good: ['v=DMARC1; p=none; pct=100'],
    },
    'duplicate-tag': {
      severity: 'error',
      source: { rfc: 6376, section: '3.2' },
      why: 'DMARC records are written as DKIM’s tag lists are, and there each tag may stand once. Readers differ in which of two they take.',
      bad: ['v=DMARC1; p=none; «p=reject»'],
      good: ['v=DMARC1; p=reject'],
    },
    'tag-case': {
      severity: 'error',
      source: { rfc: 6376, section: '3.2' },
      why: 'Names of tags are compared character by character, in lowercase: `P=` is another tag than `p=`, one that no receiver knows.',
      bad: ['v=DMARC1; «P»=reject', '«V»=DMARC1; p=none'],
      good: ['v=DMARC1; p=reject'],
    },
    'several-records': {
      severity: 'error',
      source: { rfc: 9989, section: '4.10' },
      why: 'If a name holds several DMARC records they are all thrown away, as if there were none.',
      bad: ['_dmarc.example.com TXT «v=DMARC1; p=none»\n_dmarc.example.com TXT v=DMARC1; p=reject'],
      good: ['_dmarc.example.com TXT v=DMARC1; p=none\n_dmarc.example.com TXT hello'],
    },
    'wrong-owner': {
      severity: 'error',
      source: { rfc: 9989, section: '4.5' },
      why: 'Receivers ask for the record at `_dmarc` below the domain, and nowhere else.',
      bad: ['example.com TXT «v=DMARC1»; p=none', 'dmarc.example.com TXT «v=DMARC1»; p=none'],
      good: [
        '_dmarc.example.com TXT v=DMARC1; p=none',
        'a.example._report._dmarc.b.example TXT v=DMARC1',
      ],
    },
    'doubled-origin': {
      severity: 'error',
      source: { rfc: 1035, section: '5.1' },
      why: 'In a zone file a name without a dot at its end gets the zone’s own name appended. Written in full it needs the dot.',
      bad: ['_dmarc.example.com.example.com TXT «v=DMARC1»; p=none'],
      good: ['_dmarc.example.com TXT v=DMARC1; p=none'],
    },
  },
}
