import { tlsRptFormat } from '../../auth/formats/tls-rpt.ts'
import { slice, span } from '../../core/span.ts'
import { areReportUris } from '../../auth/tls-rpt/record.ts'
import { fix } from '../tag-edits.ts'
import type { RecordTagFamily } from '../tag-family.ts'
import type { TlsRptSubject } from './subject.ts'

/** The texts of the shared rules for TLS-RPT records. */
export const tlsRptTagFamily: RecordTagFamily<TlsRptSubject> = {
  code: 'tls-rpt',
  format: tlsRptFormat,
  listOf: ({ record }) => record,
  ownProblem({ text }, { kind, span: where }) {
    const written = slice(text, where)
    if (kind !== 'no-equals' || !/^(mailto|https):/i.test(written)) return undefined
    const write = fix('Write `rua=` before it', span(where.from, where.from), 'rua=')
    const fixes = areReportUris(written) ? [write] : []
    return [{ span: where, message: 'An address stands in a `rua=`.', fixes }]
  },
  rules: {
    version: {
      severity: 'error',
      source: { rfc: 8460, section: '3' },
      why: 'The record must begin with `v=TLSRPTv1;`, exactly and without a space. Senders throw away what begins otherwise, and send no reports.',
      bad: [
        '«v=TLSRPT1»; rua=mailto:t@example.com',
        '«v = TLSRPTv1»; rua=mailto:t@example.com',
        'rua=mailto:t@example.com; «v=TLSRPTv1»',
        '_smtp._tls.example.com TXT «rua=mailto:t@example.com»',
      ],
      good: ['v=TLSRPTv1; rua=mailto:t@example.com', 'v=TLSRPTv1;rua=mailto:t@example.com;'],
    },
    'tag-syntax': {
      severity: 'error',
      source: { rfc: 8460, section: '3' },
      why: 'The record is a list of `name=value`, separated by semicolons, without a space beside the `=`.',
      bad: [
        'v=TLSRPTv1; «mailto:t@example.com»',
        'v=TLSRPTv1;«;» rua=mailto:t@example.com',
        'v=TLSRPTv1; rua« = »mailto:t@example.com',
      ],
      good: ['v=TLSRPTv1; rua=mailto:t@example.com;'],
    },
    'unknown-tag': {
      severity: 'info',
      source: { rfc: 8460, section: '3' },
      why: 'The record knows `v` and `rua`, in lower case; other fields are ignored.',
      bad: [
        'v=TLSRPTv1; rua=mailto:t@example.com; «ruf»=mailto:f@example.com',
        'v=TLSRPTv1; «RUA»=mailto:t@example.com',
      ],
      good: ['v=TLSRPTv1; rua=mailto:t@example.com'],
    },
    'duplicate-tag': {
      severity: 'info',
      source: { rfc: 8460, section: '3' },
      why:
        'A record may ask for reports at more than one `rua`, and a sender may deliver to each ' +
        'of them or to one alone. Some read only the first field of a name: one `rua` can hold ' +
        'all addresses, parted by commas.',
      bad: [
        'v=TLSRPTv1; rua=mailto:a@example.com; «rua=mailto:b@example.com»',
        'v=TLSRPTv1; rua=mailto:a@example.com; ext=1; «ext=2»',
      ],
      good: ['v=TLSRPTv1; rua=mailto:a@example.com,mailto:b@example.com'],
    },
    'several-records': {
      severity: 'error',
      source: { rfc: 8460, section: '3' },
      why: 'Senders use the record only if it is the only one. Of several none counts, and no reports come. One record can name several places, parted by commas.',
      bad: [
        '_smtp._tls.example.com TXT «v=TLSRPTv1; rua=mailto:a@example.com»\n_smtp._tls.example.com TXT v=TLSRPTv1; rua=mailto:b@example.com',
      ],
      good: [
        '_smtp._tls.example.com TXT v=TLSRPTv1; rua=mailto:a@example.com,mailto:b@example.com\n_smtp._tls.example.com TXT hello',
      ],
    },
    'wrong-owner': {
      severity: 'error',
      source: { rfc: 8460, section: '3' },
      why: 'Senders ask for the record at `_smtp._tls` below the domain, and nowhere else.',
      bad: [
        'example.com TXT «v=TLSRPTv1»; rua=mailto:t@example.com',
        '_tls._smtp.example.com TXT «v=TLSRPTv1»; rua=mailto:t@example.com',
        '_smtp-tlsrpt.example.com TXT «v=TLSRPTv1»; rua=mailto:t@example.com',
        'smtp._tls.example.com TXT «v=TLSRPTv1»; rua=mailto:t@example.com',
      ],
      good: ['_smtp._tls.example.com TXT v=TLSRPTv1; rua=mailto:t@example.com'],
    },
  },
}
