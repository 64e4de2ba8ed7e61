import type { TagValue, TagWord } from '../tag-word.ts'

const source = { rfc: 9989, section: '4.7' }

const POLICIES: readonly TagValue[] = [
  { value: 'none', meaning: 'Only watch: deliver as before, and report.' },
  { value: 'quarantine', meaning: 'Such mail is suspicious: into the junk folder.' },
  { value: 'reject', meaning: 'Such mail is not from here: refuse it.' },
]

const MODES: readonly TagValue[] = [
  { value: 'r', meaning: 'Relaxed: the same organizational domain is enough.' },
  { value: 's', meaning: 'Strict: it must be the very domain.' },
]

/** The tags of a DMARC record (RFC 9989 §4.7), in the order in which one writes them. */
export const dmarcWords: Readonly<Record<string, TagWord>> = {
  v: {
    meaning: 'Says that this is a DMARC record. It must be first.',
    syntax: 'v=DMARC1',
    values: [{ value: 'DMARC1', meaning: 'The only version there is.' }],
    source,
  },
  p: {
    meaning: 'What to do with mail from this domain that does not pass.',
    syntax: 'p=none|quarantine|reject',
    values: POLICIES,
    otherwise: 'none, if rua= names an address',
    source,
  },
  sp: {
    meaning: 'The same for subdomains that exist.',
    syntax: 'sp=none|quarantine|reject',
    values: POLICIES,
    otherwise: 'as p=',
    source,
  },
  np: {
    meaning: 'The same for subdomains that do not exist in the DNS.',
    syntax: 'np=none|quarantine|reject',
    values: POLICIES,
    otherwise: 'as sp=, else as p=',
    source,
  },
  rua: {
    meaning: 'Where daily aggregate reports go.',
    syntax: 'rua=mailto:address[,mailto:address]',
    values: [],
    otherwise: 'no reports',
    source,
  },
  ruf: {
    meaning: 'Where reports about single failures go; few receivers send any.',
    syntax: 'ruf=mailto:address[,mailto:address]',
    values: [],
    otherwise: 'no reports',
    source,
  },
  fo: {
    meaning: 'When to send a failure report; options with colons between them.',
    syntax: 'fo=0|1[:d][:s]',
    values: [
      { value: '0', meaning: 'If nothing passed and aligned.' },
      { value: '1', meaning: 'If anything did not.' },
      { value: 'd', meaning: 'If a DKIM signature failed, aligned or not.' },
      { value: 's', meaning: 'If SPF failed, aligned or not.' },
    ],
    otherwise: '0',
    source,
  },
  adkim: {
    meaning: 'How closely the domain of a DKIM signature must match the one in `From`.',
    syntax: 'adkim=r|s',
    values: MODES,
    otherwise: 'r',
    source,
  },
  aspf: {
    meaning: 'How closely the domain of MAIL FROM must match the one in `From`.',
    syntax: 'aspf=r|s',
    values: MODES,
    otherwise: 'r',
    source,
  },
  t: {
    meaning: 'Whether the policy is only a test, applied one level lower.',
    syntax: 't=y|n',
    values: [
      { value: 'y', meaning: 'A test: reject becomes quarantine, quarantine becomes none.' },
      { value: 'n', meaning: 'In earnest.' },
    ],
    otherwise: 'n',
    source,
  },
  psd: {
    meaning: 'Whether others register their domains below this one.',
    syntax: 'psd=y|n|u',
    values: [
      { value: 'y', meaning: 'A public suffix: each name below is an organization of its own.' },
      { value: 'n', meaning: 'An organizational domain: the walk up the tree ends here.' },
      { value: 'u', meaning: 'Neither is said: the walk decides.' },
    ],
    otherwise: 'u',
    source,
  },
  pct: {
    meaning: 'Once the share of mail that the policy is for; `t=y` took its place.',
    syntax: 'pct=0…100',
    values: [],
    source: { rfc: 9989, section: 'A.6' },
    historic: true,
  },
  rf: {
    meaning: 'Once the format of failure reports.',
    syntax: 'rf=afrf',
    values: [],
    source: { rfc: 9989, section: 'C.5.2' },
    historic: true,
  },
  ri: {
    meaning: 'Once the seconds between aggregate reports.',
    syntax: 'ri=86400',
    values: [],
    source: { rfc: 9989, section: 'C.5.2' },
    historic: true,
  },
}
