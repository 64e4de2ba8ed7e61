/** The worked examples of RFC 9989 Appendix B, in its order. */

export interface AlignmentExample {
  readonly name: string
  /** Texts by domain, at its `_dmarc` name. */
  readonly records: Readonly<Record<string, string>>
  readonly from: string
  /** What SPF and DKIM vouch for. */
  readonly spf?: string
  readonly dkim?: string
  readonly spfAligned?: boolean
  readonly dkimAligned?: boolean
  readonly policyDomain: string
  readonly organizations?: readonly string[]
  /** Names that the walk from the author domain asks about, where the RFC lists them. */
  readonly asked?: readonly string[]
}

const RELAXED = { 'example.com': 'v=DMARC1; p=reject' }
const STRICT = { 'example.com': 'v=DMARC1; p=reject; adkim=s; aspf=s' }
const SIGNING = { ...RELAXED, 'signing.example.com': 'v=DMARC1; p=none' }
const BANK = {
  'bank.example': 'v=DMARC1; p=reject; psd=y',
  'giant.bank.example': 'v=DMARC1; p=quarantine',
}
const POLICY = { policyDomain: 'example.com' }

export const ALIGNMENTS: readonly AlignmentExample[] = [
  {
    ...{ name: 'B.1.1 example 1: strict', records: STRICT, ...POLICY },
    ...{ from: 'example.com', spf: 'example.com', spfAligned: true },
  },
  {
    ...{ name: 'B.1.1 example 2: relaxed', records: RELAXED, ...POLICY },
    ...{ from: 'example.com', spf: 'child.example.com', spfAligned: true },
    organizations: ['example.com'],
  },
  {
    ...{ name: 'B.1.1 example 2, were it strict', records: STRICT, ...POLICY },
    ...{ from: 'example.com', spf: 'child.example.com', spfAligned: false },
  },
  {
    ...{ name: 'B.1.1 example 3: not aligned', records: RELAXED, ...POLICY },
    ...{ from: 'child.example.com', spf: 'example.net', spfAligned: false },
  },
  {
    ...{ name: 'B.1.2 example 1: strict', records: STRICT, ...POLICY },
    ...{ from: 'example.com', dkim: 'example.com', dkimAligned: true },
  },
  {
    ...{ name: 'B.1.2 example 2: relaxed', records: RELAXED, ...POLICY },
    ...{ from: 'child.example.com', dkim: 'example.com', dkimAligned: true },
    organizations: ['example.com'],
  },
  {
    ...{ name: 'B.1.2 example 3: not aligned', records: RELAXED, ...POLICY },
    ...{ from: 'child.example.com', dkim: 'example.net', dkimAligned: false },
  },
  {
    name: 'B.3.1: a session',
    records: {
      'example.com': 'v=DMARC1; p=reject; aspf=r; rua=mailto:dmarc-feedback@example.com',
    },
    ...POLICY,
    ...{ from: 'example.com', spf: 'mail.example.com', dkim: 'example.com' },
    ...{ spfAligned: true, dkimAligned: true },
  },
  {
    ...{ name: 'B.4.1: a simple walk', records: SIGNING, ...POLICY },
    ...{ from: 'example.com', spf: 'example.com', dkim: 'signing.example.com' },
    ...{ spfAligned: true, dkimAligned: true, organizations: ['example.com'] },
    asked: ['example.com', 'com'],
  },
  {
    ...{ name: 'B.4.2: a deep walk', records: SIGNING, ...POLICY },
    from: 'a.b.c.d.e.f.g.h.i.j.k.example.com',
    ...{ spf: 'example.com', dkim: 'signing.example.com' },
    ...{ spfAligned: true, dkimAligned: true, organizations: ['example.com'] },
    asked: [
      'a.b.c.d.e.f.g.h.i.j.k.example.com',
      ...['g.h.i.j.k.example.com', 'h.i.j.k.example.com', 'i.j.k.example.com'],
      ...['j.k.example.com', 'k.example.com', 'example.com', 'com'],
    ],
  },
  {
    ...{ name: 'B.4.3: a public suffix with a record', records: BANK },
    from: 'giant.bank.example',
    ...{ spf: 'mail.giant.bank.example', dkim: 'mail.mega.bank.example' },
    ...{ spfAligned: true, dkimAligned: false, policyDomain: 'giant.bank.example' },
    organizations: ['giant.bank.example', 'mega.bank.example'],
    asked: ['giant.bank.example', 'bank.example'],
  },
]

export interface RecordExample {
  readonly name: string
  readonly origin: string
  /** As the RFC writes it for a zone file. */
  readonly zone: string
  readonly p?: string
  readonly testing: boolean
  readonly rua: readonly string[]
  readonly ruf: readonly string[]
}

const FEEDBACK = 'dmarc-feedback@example.com'
const THIRD = 'thirdparty.example.net'

/** Appendix B.2: what a domain owner publishes, step by step. */
export const RECORDS: readonly RecordExample[] = [
  {
    name: 'B.2.1: monitoring',
    origin: 'example.com',
    zone: `_dmarc  IN TXT ( "v=DMARC1; p=none; "
                 "rua=mailto:dmarc-feedback@example.com" )`,
    ...{ p: 'none', testing: false, rua: [FEEDBACK], ruf: [] },
  },
  {
    name: 'B.2.2: failure reports',
    origin: 'example.com',
    zone: `_dmarc  IN TXT ( "v=DMARC1; p=none; "
                 "rua=mailto:dmarc-feedback@example.com; "
                 "ruf=mailto:auth-reports@example.com" )`,
    ...{ p: 'none', testing: false, rua: [FEEDBACK], ruf: ['auth-reports@example.com'] },
  },
  {
    name: 'B.2.3: failure reports to a third party',
    origin: 'example.com',
    zone: `_dmarc IN TXT ( "v=DMARC1; p=none; "
                "rua=mailto:dmarc-feedback@example.com; "
                "ruf=mailto:auth-reports@thirdparty.example.net" )`,
    ...{ p: 'none', testing: false, rua: [FEEDBACK], ruf: [`auth-reports@${THIRD}`] },
  },
  {
    name: 'B.2.3: the third party agrees',
    origin: THIRD,
    zone: 'example.com._report._dmarc   IN   TXT    "v=DMARC1;"',
    ...{ testing: false, rua: [], ruf: [] },
  },
  {
    name: 'B.2.4: the third party has other addresses',
    origin: THIRD,
    zone: `example.com._report._dmarc   IN   TXT    (
        "v=DMARC1; "
        "rua=mailto:aggregate-reports@thirdparty.example.net; "
        "ruf=mailto:failure-reports@thirdparty.example.net" )`,
    ...{ testing: false, rua: [`aggregate-reports@${THIRD}`], ruf: [`failure-reports@${THIRD}`] },
  },
  {
    name: 'B.2.5: a subdomain, tested',
    origin: 'test.example.com',
    zone: `_dmarc IN  TXT  ( "v=DMARC1; p=quarantine; "
                  "rua=mailto:dmarc-feedback@example.com,"
                  "mailto:tld-test@thirdparty.example.net; "
                  "t=y" )`,
    ...{ p: 'quarantine', testing: true, rua: [FEEDBACK, `tld-test@${THIRD}`], ruf: [] },
  },
  {
    name: 'B.2.5: a subdomain, in earnest',
    origin: 'test.example.com',
    zone: `_dmarc IN  TXT  ( "v=DMARC1; p=reject; "
                  "rua=mailto:dmarc-feedback@example.com,"
                  "mailto:tld-test@thirdparty.example.net" )`,
    ...{ p: 'reject', testing: false, rua: [FEEDBACK, `tld-test@${THIRD}`], ruf: [] },
  },
]
