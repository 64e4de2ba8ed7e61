import type { Diagnostic } from '../../../src/core/diagnostic.ts'
import { zoneFamily } from '../../../src/lint/dns/family.ts'
import { zoneProblems } from '../../../src/dns/zone/problems/list.ts'
import type { KnownDifference } from '../suite.ts'
import type { Checked } from './case.ts'
import type { OursChecked } from './check-ours.ts'

/** An error or record that only one of the two reports of a zone. */
export type Unlike =
  | { readonly kind: 'error of ours'; readonly error: Diagnostic }
  | {
      readonly kind: 'error of theirs'
      readonly messages: string
      /** The line that it names, as written; empty where it names none. */
      readonly written: string
    }
  | { readonly kind: 'record of ours' | 'record of theirs'; readonly record: string }

export interface ZonePair {
  readonly ours: OursChecked
  readonly theirs: Checked
}

export interface ZoneDifference extends KnownDifference {
  explains(unlike: Unlike, pair: ZonePair): boolean
}

/** An error of ours, of that code, in a zone that named-checkzone takes. The rule has the section. */
function passes(code: string, reason: string): ZoneDifference {
  const rule = [...zoneFamily.rules, ...zoneProblems].find((each) => each.code === code)!
  // Each of these stands in a section of an RFC.
  const { rfc, section } = rule.source as { readonly rfc: number; readonly section: string }
  return {
    ...{ code, rfc, section, reason: `named-checkzone ${reason}` },
    explains: (unlike) => unlike.kind === 'error of ours' && unlike.error.code === code,
  }
}

/** What named-checkzone 9.18 accepts, or only warns of, and we call an error. */
const passed: readonly ZoneDifference[] = [
  passes(
    'mx/target-without-address',
    'only warns that a mail host has no address; mail for it finds no host.',
  ),
  passes(
    'mx/target-is-address',
    'takes an address as a mail host, or only warns of it, as it is asked; it is read as a name.',
  ),
  passes(
    'mx/target-is-alias',
    'only warns that a mail host is an alias; it has to have its own address.',
  ),
  passes(
    'mx/null-mx-beside-others',
    'does not know the null MX; beside another record it contradicts it.',
  ),
  passes('zone/target-is-address', 'takes an address where a name stands; it is read as a name.'),
  passes('zone/alias-loop', 'does not follow aliases; a loop of them answers nothing.'),
  passes('zone/data-below-dname', 'takes names below a DNAME; no server answers from them.'),
  passes(
    'zone/missing-glue',
    'only warns that a name server inside of its own delegation has no address; no resolver can reach it.',
  ),
  passes(
    'zone/out-of-zone',
    'leaves out what belongs to another zone, and only warns of it; so do we, as an error, since the record is lost.',
  ),
  passes(
    'zone/quoted-name',
    'reads a name in quotes; the master file format has quotes for strings.',
  ),
  passes(
    'zone/non-ascii-name',
    'takes octets over 127 into a name; a name of characters beyond ASCII is written as A-labels.',
  ),
  passes('zone/bad-ttl', 'takes a TTL over 2147483647; such a value is read as 0.'),
]

/** What it reports of the zone's file without a line, or of another line than we do. */
const refused: readonly ZoneDifference[] = [
  {
    code: 'told-as-warning',
    rfc: 1034,
    section: '4.2.1',
    reason:
      'named-checkzone refuses a zone whose own name server has no address; for us it is a warning, since others may serve it.',
    explains: (unlike, { ours }) =>
      unlike.kind === 'error of theirs' &&
      unlike.messages.includes('has no address records') &&
      ours.findings.includes('zone/ns-target-without-address'),
  },
  {
    code: 'wildcard-delegation',
    rfc: 4592,
    section: '4.2',
    reason:
      'named-checkzone refuses NS records of a wildcard; the text leaves their meaning open without forbidding them, so for us it is a warning.',
    explains: (unlike, { ours }) =>
      unlike.kind === 'error of theirs' &&
      unlike.messages.includes('invalid NS owner name (wildcard)') &&
      ours.findings.includes('zone/wildcard-delegation'),
  },
  {
    code: 'generate-words',
    rfc: 1035,
    section: '5.1',
    reason:
      'named-checkzone reads one word, or one in quotes, behind the type of `$GENERATE`, and splits it after; the directive stands in no RFC, and we read the rest of the line as a record has it.',
    explains: (unlike) =>
      (unlike.kind === 'error of theirs' && unlike.messages.startsWith('$GENERATE')) ||
      ('record' in unlike && /^g\d+\.example\.org\. \d+ TXT /.test(unlike.record)),
  },
]

const records: readonly ZoneDifference[] = [
  {
    code: 'ttl-of-the-set',
    rfc: 2181,
    section: '5.2',
    reason:
      'named-checkzone gives all records of a set the TTL of the first; we publish what is written, and warn.',
    explains: (unlike, pair) =>
      differsInTtl(unlike, pair) && pair.ours.findings.includes('zone/mixed-ttls'),
  },
  {
    code: 'ttl-without-directive',
    rfc: 1035,
    section: '5.1',
    reason:
      'Without `$TTL` named-checkzone takes the minimum of the SOA for each record that has none; a TTL that is left out is the one stated last, and we warn.',
    explains: (unlike, pair) =>
      differsInTtl(unlike, pair) &&
      pair.theirs.messages.some((messages) => /no TTL specified/.test(messages)),
  },
]

/** Whether the other side publishes the same record with another TTL. */
function differsInTtl(unlike: Unlike, { ours, theirs }: ZonePair): boolean {
  if (!('record' in unlike)) return false
  const others = unlike.kind === 'record of ours' ? theirs.records : ours.records
  return others.some((other) => withoutTtl(other) === withoutTtl(unlike.record))
}

const withoutTtl = (record: string): string => record.replace(/^(\S+) \d+ /, '$1 ')

export const zoneDifferences: readonly ZoneDifference[] = [...passed, ...refused, ...records]
