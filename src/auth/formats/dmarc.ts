import type { RecordFormat, TagValue } from '../tag-format.ts'
import { recordHeads } from './heads.ts'

const source = { rfc: 9989, section: '4.7' }
const removed = { rfc: 9989, section: 'C.5.2' }

const POLICIES: readonly TagValue[] = [
  { value: 'none', meaning: 'no wish: deliver as usual, and send reports if asked to' },
  { value: 'quarantine', meaning: 'treat it as suspicious: the junk folder, usually' },
  { value: 'reject', meaning: 'turn it away' },
]

const MODES: readonly TagValue[] = [
  { value: 'r', meaning: 'relaxed: the same organizational domain is enough' },
  { value: 's', meaning: 'strict: the very same domain' },
]

/** A DMARC policy record (RFC 9989 §4.7). */
export const dmarcFormat: RecordFormat = {
  name: 'DMARC',
  noun: 'a DMARC record',
  meaning: 'Sets what becomes of mail that fails, and who gets reports.',
  readers: 'receivers',
  source,
  ...recordHeads.dmarc,
  tags: {
    v: {
      meaning: 'Marks a DMARC record. It stands first, in uppercase.',
      syntax: 'v=DMARC1',
      values: [{ value: 'DMARC1', meaning: 'the only version there is' }],
      required: true,
      source,
    },
    p: {
      meaning: 'What receivers shall do with mail from this domain that fails DMARC.',
      syntax: 'p=none|quarantine|reject',
      values: POLICIES,
      default: '`none`, if `rua=` names an address',
      source,
    },
    sp: {
      meaning: 'The same for subdomains that exist.',
      syntax: 'sp=none|quarantine|reject',
      values: POLICIES,
      default: 'as `p=`',
      source,
    },
    np: {
      meaning: 'The same for subdomains that do not exist.',
      syntax: 'np=none|quarantine|reject',
      values: POLICIES,
      default: 'as `sp=`, or else as `p=`',
      source,
    },
    rua: {
      meaning: 'Where daily reports go that count what passed and failed.',
      syntax: 'rua=mailto:address[,mailto:address]',
      separator: ',',
      scheme: 'mailto:',
      default: 'no reports',
      source,
    },
    ruf: {
      meaning: 'Where reports about single failed messages go. Few receivers send them.',
      syntax: 'ruf=mailto:address[,mailto:address]',
      separator: ',',
      scheme: 'mailto:',
      default: 'no reports',
      source,
    },
    adkim: {
      meaning: 'How closely the DKIM domain must match the one in From.',
      syntax: 'adkim=r|s',
      values: MODES,
      default: '`r`',
      source,
    },
    aspf: {
      meaning: 'How closely the SPF domain must match the one in From.',
      syntax: 'aspf=r|s',
      values: MODES,
      default: '`r`',
      source,
    },
    fo: {
      meaning: 'When to report a single message. It is only read together with `ruf`.',
      syntax: 'fo=0|1[:d][:s]',
      values: [
        { value: '0', meaning: 'if nothing passed and was aligned' },
        { value: '1', meaning: 'if anything did not pass or was not aligned' },
        { value: 'd', meaning: 'if a DKIM signature failed, aligned or not' },
        { value: 's', meaning: 'if SPF failed, aligned or not' },
      ],
      separator: ':',
      default: '`0`',
      source,
    },
    t: {
      meaning: 'Test mode: with `y` receivers apply the policy one level lower.',
      syntax: 't=y|n',
      values: [
        {
          value: 'y',
          meaning: 'testing: `reject` counts as `quarantine`, `quarantine` as `none`',
        },
        { value: 'n', meaning: 'the policy is meant as it is written' },
      ],
      default: '`n`',
      source,
    },
    psd: {
      meaning: 'Whether this is a public suffix, below which others register their domains.',
      syntax: 'psd=y|n|u',
      values: [
        { value: 'y', meaning: 'it is one: only for those who run such a suffix' },
        { value: 'n', meaning: 'it is none, and the organization begins here' },
        { value: 'u', meaning: 'unknown: receivers find out by walking up the tree' },
      ],
      default: '`u`',
      source,
    },
    pct: {
      meaning:
        'The share of mail that the policy is for, in RFC 7489. Today it is ignored: `t=y` took its place.',
      syntax: 'pct=0 to 100',
      source: { rfc: 9989, section: 'A.6' },
      historic: true,
    },
    rf: {
      meaning: 'The format of failure reports, in RFC 7489. Today it is ignored.',
      syntax: 'rf=afrf',
      source: removed,
      historic: true,
    },
    ri: {
      meaning: 'The seconds between reports, in RFC 7489. Today it is ignored.',
      syntax: 'ri=86400',
      source: removed,
      historic: true,
    },
  },
  duplicates: 'void',
  spaceBesideEquals: true,
  example: 'v=DMARC1; p=none',
}
