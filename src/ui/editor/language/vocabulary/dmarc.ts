import type { Section } from '../../../../core/section.ts'
import type { TagWord } from './word.ts'

const format: Section = { rfc: 9989, section: '4.7' }
const removed: Section = { rfc: 9989, section: 'C.5.2' }

const policies: TagWord['values'] = [
  ['none', 'no wish: deliver as usual, and send reports if asked to'],
  ['quarantine', 'treat it as suspicious: the junk folder, usually'],
  ['reject', 'turn it away'],
]

const modes: TagWord['values'] = [
  ['r', 'relaxed: the same organization is enough, subdomains match'],
  ['s', 'strict: the very same domain'],
]

/** Tags of a DMARC policy record, at `_dmarc` below the domain. */
export const dmarcTags: Readonly<Record<string, TagWord>> = {
  v: {
    meaning: 'Says that this is a DMARC record. It stands first, in capitals as here.',
    syntax: 'v=DMARC1',
    source: format,
    values: [['DMARC1', 'the only version there is']],
  },
  p: {
    meaning: 'What receivers shall do with mail from this domain that fails DMARC.',
    syntax: 'p=none | quarantine | reject',
    source: format,
    values: policies,
  },
  sp: {
    meaning: 'The same for subdomains that exist. Without it `p` holds for them too.',
    syntax: 'sp=none | quarantine | reject',
    source: format,
    values: policies,
  },
  np: {
    meaning: 'The same for subdomains that do not exist. Without it `sp` holds, or else `p`.',
    syntax: 'np=none | quarantine | reject',
    source: format,
    values: policies,
  },
  rua: {
    meaning: 'Where daily reports go that count what passed and failed. Commas between addresses.',
    syntax: 'rua=mailto:address',
    source: format,
  },
  ruf: {
    meaning: 'Where reports about single failed messages go. Few receivers send them.',
    syntax: 'ruf=mailto:address',
    source: format,
  },
  adkim: {
    meaning: 'How closely the DKIM domain must match the one in From; relaxed if not written.',
    syntax: 'adkim=r | s',
    source: format,
    values: modes,
  },
  aspf: {
    meaning: 'How closely the SPF domain must match the one in From; relaxed if not written.',
    syntax: 'aspf=r | s',
    source: format,
    values: modes,
  },
  fo: {
    meaning: 'When to report a single message, with colons between. Only read together with `ruf`.',
    syntax: 'fo=0 | 1 | d | s',
    source: format,
    values: [
      ['0', 'if nothing passed and was aligned'],
      ['1', 'if anything did not pass or was not aligned'],
      ['d', 'if a DKIM signature failed'],
      ['s', 'if SPF failed'],
    ],
  },
  t: {
    meaning: 'Test mode: with `y` receivers apply the policy one level lower.',
    syntax: 't=y | n',
    source: format,
    values: [
      ['y', 'testing: `reject` counts as `quarantine`, `quarantine` as `none`'],
      ['n', 'the policy is meant as it stands'],
    ],
  },
  psd: {
    meaning: 'Whether this is a public suffix, below which others register their domains.',
    syntax: 'psd=y | n | u',
    source: format,
    values: [
      ['y', 'it is one: only for those who run such a suffix'],
      ['n', 'it is none, and the organization begins here'],
      ['u', 'unknown: receivers find out by walking up the tree'],
    ],
  },
  pct: {
    meaning:
      'The share of mail that the policy is for, in RFC 7489. Today it is ignored: `t` does some of it.',
    syntax: 'pct=0 to 100',
    source: removed,
    gone: true,
  },
  rf: {
    meaning: 'The format of failure reports, in RFC 7489. Today it is ignored.',
    syntax: 'rf=afrf',
    source: removed,
    gone: true,
  },
  ri: {
    meaning: 'The seconds between reports, in RFC 7489. Today it is ignored.',
    syntax: 'ri=86400',
    source: removed,
    gone: true,
  },
}
