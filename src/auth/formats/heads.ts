import type { RecordFormat } from '../tag-format.ts'

/** By what a record is known: its version, and where it stands. Its tags are in the file of its format. */
export type RecordHead = Pick<RecordFormat, 'version' | 'owner'>

/**
 * The head of every TXT record that is written as a list of tags, by the family of its rules. To know a record
 * takes no more than this.
 */
export const recordHeads = {
  dkim: {
    version: { value: 'DKIM1', stem: 'DKIM', required: false, begins: 'tag' },
    owner: {
      labels: '_domainkey',
      selector: 'selector',
      firstLabelSelects: true,
      // Any text at a selector's name is what verifiers get for a key.
      attempt: /^/,
      holdsOneText: true,
    },
  },
  dmarc: {
    version: { value: 'DMARC1', stem: 'DMARC', required: true, begins: 'flush' },
    owner: {
      labels: '_dmarc',
      alsoBelow: '_report',
      slips: /^_?dmarc\./,
      attempt: /dmarc|(^|;)\s*(p|sp|rua|ruf)\s*=|^\s*"?v\s*=\s*spf1/i,
    },
  },
  'mta-sts': {
    version: { value: 'STSv1', stem: 'STSv', required: true, begins: 'literal' },
    owner: {
      labels: '_mta-sts',
      slips: /^_?mta[-_]?sts\./,
      attempt: /stsv|(^|;)\s*(id|mode)\s*=/i,
    },
  },
  'tls-rpt': {
    version: { value: 'TLSRPTv1', stem: 'TLSRPT', required: true, begins: 'literal' },
    owner: {
      labels: '_smtp._tls',
      slips: /^(?:(?:_?smtp|_?tls|_?smtp-tlsrpt|_?tls-?rpt)\.)+/,
      attempt: /tls-?rpt|(^|;)\s*rua\s*=/i,
    },
  },
  bimi: {
    version: { value: 'BIMI1', stem: 'BIMI', required: true, begins: 'flush' },
    owner: {
      labels: '_bimi',
      selector: 'default',
      slips: /^(?:default\.|_?bimi\.)+/,
      attempt: /bimi|(^|;)\s*[la]\s*=/i,
    },
  },
} as const satisfies Readonly<Record<string, RecordHead>>

export type RecordFamily = keyof typeof recordHeads
