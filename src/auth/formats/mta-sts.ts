import type { RecordFormat } from '../tag-format.ts'
import { recordHeads } from './heads.ts'

const source = { rfc: 8461, section: '3.1' }

/** The TXT record of MTA-STS (RFC 8461 §3.1). */
export const stsFormat: RecordFormat = {
  name: 'MTA-STS',
  noun: 'an MTA-STS record',
  meaning: 'States that the domain has an MTA-STS policy, and which one is current.',
  readers: 'senders',
  source,
  ...recordHeads['mta-sts'],
  tags: {
    v: {
      meaning: 'States that the domain has an MTA-STS policy. It stands first, exactly as here.',
      syntax: 'v=STSv1',
      values: [{ value: 'STSv1', meaning: 'the only version there is' }],
      required: true,
      source,
    },
    id: {
      meaning: 'Names the policy’s current text: change it whenever the policy file changes.',
      syntax: 'id=1 to 32 letters and digits',
      required: true,
      source,
    },
  },
  duplicates: 'first-counts',
  spaceBesideEquals: false,
  extensionName: /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/, // sts-ext-name
  example: 'v=STSv1; id=20260512',
}
