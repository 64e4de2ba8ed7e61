import type { NextStep } from './types.ts'

const TYPES = { rfc: 8460, section: '4.3' } as const

/** What to do about sessions that failed for a reason (RFC 8460 §4.3). */
export function tlsNextStep(type: string, host: string, domain: string): NextStep {
  const text = textFor(type, host, domain)
  return { text, source: TYPES }
}

function textFor(type: string, host: string, domain: string): string {
  switch (type) {
    case 'starttls-not-supported':
      return `Let \`${host}\` offer STARTTLS on port 25, and see whether something on the way takes the word out of its answer to EHLO.`
    case 'certificate-host-mismatch':
      return `Give \`${host}\` a certificate that has its name as the MX record says it.`
    case 'certificate-expired':
      return `Renew the certificate of \`${host}\`, and let that be done by itself.`
    case 'certificate-not-trusted':
      return `Let \`${host}\` send its whole chain, of an authority that senders trust.`
    case 'tlsa-invalid':
      return `Compare the TLSA record at \`_25._tcp.${host}\` with the key of its certificate; publish the next record before the certificate is changed.`
    case 'dnssec-invalid':
      return `See why DNSSEC does not hold for \`_25._tcp.${host}\`: a signature that ran out, or a DS record that does not fit.`
    case 'dane-required':
      return `This sender wants DANE. Sign the zone of \`${host}\` with DNSSEC and publish a TLSA record, or agree on something else.`
    case 'sts-policy-fetch-error':
      return `Fetch \`https://mta-sts.${domain}/.well-known/mta-sts.txt\` from outside: the name, the web server or its answer is at fault.`
    case 'sts-policy-invalid':
      return `Read \`https://mta-sts.${domain}/.well-known/mta-sts.txt\` line by line: a field is missing or wrong.`
    case 'sts-webpki-invalid':
      return `Give the web server of \`mta-sts.${domain}\` a certificate for that very name, of an authority that senders trust.`
    default:
      return `Look into the log of \`${host}\` at the time of the report: no more than this is known of the cause.`
  }
}
