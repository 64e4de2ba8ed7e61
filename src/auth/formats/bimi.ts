import type { RecordFormat } from '../tag-format.ts'
import { recordHeads } from './heads.ts'

/** The draft that BIMI is written in; sections are those of its version 10. */
export const BIMI_DRAFT = 'draft-brand-indicators-for-message-identification'

const source = { draft: BIMI_DRAFT, section: '4.3' }

/** A BIMI assertion record (§4.3). */
export const bimiFormat: RecordFormat = {
  name: 'BIMI',
  noun: 'a BIMI record',
  meaning: 'States where the domain’s logo is, to be shown beside its mail.',
  readers: 'receivers',
  source,
  ...recordHeads.bimi,
  tags: {
    v: {
      meaning: 'Marks a BIMI record. It stands first, in uppercase.',
      syntax: 'v=BIMI1',
      values: [{ value: 'BIMI1', meaning: 'the only version there is' }],
      required: true,
      source,
    },
    l: {
      meaning: 'Where the logo is. Left empty, together with `a=`, the domain wants none shown.',
      syntax: 'l=https://host/logo.svg',
      scheme: 'https://',
      required: true,
      source,
    },
    a: {
      meaning: 'Where the certificate is that proves the right to the logo.',
      syntax: 'a=https://host/certificate.pem',
      scheme: 'https://',
      default: 'no evidence',
      source,
    },
    avp: {
      meaning: 'What is shown of a sender who has a picture of their own.',
      syntax: 'avp=brand|personal',
      values: [
        { value: 'brand', meaning: 'the logo' },
        { value: 'personal', meaning: 'the picture' },
      ],
      default: '`brand`',
      source,
    },
    lps: {
      meaning: 'Whether the local part of the address is tried as a selector first.',
      syntax: 'lps=true|false',
      values: [
        { value: 'true', meaning: 'the local part is tried first' },
        { value: 'false', meaning: 'the local part selects nothing' },
      ],
      default: '`false`',
      source,
    },
  },
  duplicates: 'void',
  spaceBesideEquals: true,
  example: 'v=BIMI1; l=https://example.com/logo.svg',
}
