import { joinedText, type DnsAnswer, type DnsRecord } from '../../core/dns.ts'

const statuses = {
  ok: '',
  nodata: 'the name is there, no such record',
  nxdomain: 'no such name',
  servfail: 'the server failed',
  timeout: 'no answer in time',
} as const

/** A DNS answer on one line. */
export const showAnswer = ({ status, records }: DnsAnswer): string =>
  status === 'ok' ? records.map(showData).join(', ') : statuses[status]

function showData(record: DnsRecord): string {
  switch (record.type) {
    case 'A':
    case 'AAAA':
      return record.address
    case 'MX':
      return `${record.preference} ${record.exchange || '.'}`
    case 'TXT':
    case 'SPF':
      return `"${joinedText(record)}"`
    case 'SOA':
      return `${record.primary} ${record.contact} ${record.serial}`
    case 'CNAME':
    case 'DNAME':
    case 'NS':
    case 'PTR':
      return record.target
    default:
      return record.fields.join(' ')
  }
}
