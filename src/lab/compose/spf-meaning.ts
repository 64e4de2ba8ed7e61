import { lookupCost, MAX_LOOKUPS } from '../../auth/spf/limits.ts'
import { mechanismsOf, modifierOf, type Mechanism, type SpfRecord } from '../../auth/spf/record.ts'
import type { Said } from './composer.ts'

const rfc = (section: string) => ({ rfc: 7208, section })

/** What a record comes to, a sentence a term, in the order in which they are tried. */
export function spfMeaning(record: SpfRecord, domain: string): Said[] {
  if (record.problems.length > 0)
    return [
      {
        text: 'As it stands the whole record is broken (permerror): it lets no host pass.',
        source: rfc('4.6'),
      },
    ]
  if (spfLookups(record).count > MAX_LOOKUPS)
    return [
      {
        text: 'A host that the first ten lookups do not settle gets permerror: the record asks too much of the DNS.',
        source: rfc('4.6.4'),
      },
    ]
  const said: Said[] = []
  for (const term of mechanismsOf(record)) {
    said.push(...sentenceOf(term, domain))
    if (term.name === 'all') return said
  }
  const redirect = modifierOf(record, 'redirect')
  if (redirect)
    return [
      ...said,
      {
        text: `For every other host the record of \`${redirect.value.text}\` decides.`,
        source: rfc('6.1'),
      },
    ]
  return [
    ...said,
    {
      text: 'Every other host is neutral, as if there were no record: nothing ends it.',
      source: rfc('4.7'),
    },
  ]
}

const RESULTS = { '+': 'pass', '-': 'fail', '~': 'softfail', '?': 'are neutral' } as const

function sentenceOf(term: Mechanism, domain: string): Said[] {
  const result = RESULTS[term.qualifier]
  const target = `\`${term.domain?.text ?? domain}\``
  switch (term.name) {
    case 'all':
      return [{ text: `Every other host: ${ENDS[term.qualifier]}`, source: rfc('5.1') }]
    case 'ip4':
    case 'ip6':
      return [
        {
          text: `Hosts with an address in \`${term.text.slice(term.text.indexOf(':') + 1)}\` ${result}.`,
          source: rfc('5.6'),
        },
      ]
    case 'a':
      return [{ text: `Hosts with an address of ${target} ${result}.`, source: rfc('5.3') }]
    case 'mx':
      return [{ text: `The hosts that receive mail for ${target} ${result}.`, source: rfc('5.4') }]
    case 'include':
      return [{ text: `Hosts that pass the record of ${target} ${result}.`, source: rfc('5.2') }]
    case 'exists':
      return [{ text: `Hosts for which the name ${target} exists ${result}.`, source: rfc('5.7') }]
    case 'ptr':
      return [
        {
          text: `Hosts whose reverse name is in ${target} ${result}; the RFC says not to use this.`,
          source: rfc('5.5'),
        },
      ]
  }
}

const ENDS = {
  '+': 'pass. Anybody may send as you!',
  '-': 'fail. A receiver may reject their mail.',
  '~': 'softfail. Their mail is looked at with suspicion.',
  '?': 'neutral, as if there were no record.',
} as const

/** Lookups that the record's own terms cost, and how many names lead to records that cost more. */
export function spfLookups(record: SpfRecord): {
  readonly count: number
  readonly includes: number
} {
  const mechanisms = mechanismsOf(record)
  const end = mechanisms.findIndex(({ name }) => name === 'all')
  const redirect = end < 0 ? modifierOf(record, 'redirect') : undefined
  const tried = [
    ...(end < 0 ? mechanisms : mechanisms.slice(0, end)),
    ...(redirect ? [redirect] : []),
  ]
  return {
    count: tried.reduce((sum, term) => sum + lookupCost(term), 0),
    includes: tried.filter(({ name }) => name === 'include' || name === 'redirect').length,
  }
}
