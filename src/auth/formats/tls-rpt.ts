import type { RecordFormat } from '../tag-format.ts'
import { recordHeads } from './heads.ts'

const source = { rfc: 8460, section: '3' }

/** The TXT record of TLS-RPT (RFC 8460 §3). */
export const tlsRptFormat: RecordFormat = {
  name: 'TLS-RPT',
  noun: 'a TLS-RPT record',
  meaning: 'Names who gets reports about TLS that failed on the way to the domain.',
  readers: 'senders',
  source,
  ...recordHeads['tls-rpt'],
  tags: {
    v: {
      meaning: 'Marks a TLS-RPT record. It stands first, exactly as here.',
      syntax: 'v=TLSRPTv1',
      values: [{ value: 'TLSRPTv1', meaning: 'the only version there is' }],
      required: true,
      source,
    },
    rua: {
      meaning: 'Where daily reports go about TLS that worked and failed.',
      syntax: 'rua=mailto:address[,https://host/path]',
      separator: ',',
      scheme: 'mailto:',
      required: true,
      source,
    },
  },
  duplicates: 'each-counts',
  spaceBesideEquals: false,
  extensionName: /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/, // tlsrpt-ext-name
  example: 'v=TLSRPTv1; rua=mailto:tls@example.com',
}
