import { latin1 } from '../core/bytes.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import { runSync } from '../core/effects.ts'
import { shift, type Span } from '../core/span.ts'
import { createResolver } from '../dns/resolver.ts'
import { parseZone } from '../dns/zone/parse.ts'
import { parseMessage } from '../message/parse.ts'
import { zoneFamily } from './dns/family.ts'
import { EXAMPLE_FILE, readRecordExample, readSpfExample } from './example-records.ts'
import type { DnsFamily, RecordFamily, RuleFamily, ZoneFamily } from './family.ts'
import { exampleOwner } from './tag-examples.ts'
import { lintStsPolicy, type PolicyContext } from './mta-sts/policy-family.ts'

export { readMarks as readExample } from '../core/marks.ts'
export { EXAMPLE_FILE } from './example-records.ts'

/** How the examples of a family are read. */
export interface ExampleReading {
  /** Reports what the family finds in an example's text; spans and edits count in that text. */
  lintExample(text: string): Diagnostic[]
  /** How the examples are read, in a sentence or two. Backticks mark code. */
  readonly reading: string
}

export function exampleReadingOf(family: RuleFamily): ExampleReading {
  switch (family.kind) {
    case 'parser':
      return zoneReading(zoneFamily)
    case 'zone':
      return zoneReading(family)
    case 'record':
      return family.format === undefined
        ? linesReading(family)
        : recordReading(family, exampleOwner(family.format))
    case 'dns':
      return dnsReading(family)
    case 'message':
      return {
        lintExample: (text) => family.lint(parseMessage(latin1(text)), EXAMPLE_FILE),
        reading: 'An example is a message, or the head of one.',
      }
    case 'field':
      return {
        lintExample: (text) => family.lint(text, undefined, EXAMPLE_FILE),
        reading: `An example is the value of an ${family.field} field.`,
      }
    case 'policy':
      return policyReading
  }
}

const zoneReading = (family: ZoneFamily): ExampleReading => ({
  lintExample(text) {
    const { zone, problems } = parseZone(text, { origin: 'example.com', file: EXAMPLE_FILE })
    return [...problems, ...family.lint(zone)]
  },
  reading: 'The examples are lines of the zone `example.com`.',
})

const linesReading = ({ lint }: RecordFamily): ExampleReading => ({
  lintExample(text) {
    const records = readSpfExample(text)
    return records.flatMap((record) => lint(record, records))
  },
  reading:
    'Each line of an example is a TXT record at `example.com`; `" "` stands between the strings of one.',
})

const recordReading = ({ lint }: RecordFamily, owner: string): ExampleReading => ({
  lintExample(text) {
    const { record, all } = readRecordExample(text, owner)
    return lint(record, all)
  },
  reading: `An example is the text of a TXT record at \`${owner}\`, unless it names another owner. Lines below it are its neighbours.`,
})

const dnsReading = ({ lint }: DnsFamily): ExampleReading => ({
  lintExample(text) {
    const { zone } = parseZone(text, { origin: '', file: EXAMPLE_FILE })
    const dns = createResolver([zone])
    const all = zone.records.map(({ record }) => record)
    return runSync(lint(all, { policies: policiesIn(text) }), (question) =>
      question.ask === 'dns' ? dns.query(question.name, question.type) : undefined,
    )
  },
  reading: 'An example is a zone with all the names that there are.',
})

/** `; policy of a.example: version: STSv1|mode: …`: what is known beside a zone. */
const policiesIn = (text: string): Map<string, string> =>
  new Map(
    [...text.matchAll(/^; policy of (\S+): (.*)$/gm)].map(([, domain = '', lines = '']) => [
      domain,
      lines.replaceAll('|', '\n'),
    ]),
  )

const policyReading: ExampleReading = {
  lintExample(text) {
    const [known = ''] = /^(?:> .*\n)*/.exec(text) ?? []
    const found = lintStsPolicy(text.slice(known.length), contextOf(known), EXAMPLE_FILE)
    return found.map((one) => movedBy(known.length, one))
  },
  reading:
    'An example is the policy file of `example.com`. Lines that start with `>` give what is known beside it.',
}

function contextOf(known: string): PolicyContext {
  const valuesOf = (word: string): string[] =>
    known.split('\n').flatMap((line) => {
      const fact = line.slice('> '.length)
      return fact.startsWith(`${word} `) ? [fact.slice(word.length + 1)] : []
    })
  const [contentType] = valuesOf('Content-Type:')
  const [id] = valuesOf('id')
  const before = /^(\S+) (.*)$/.exec(valuesOf('before')[0] ?? '')
  return {
    domain: 'example.com',
    hosts: valuesOf('MX'),
    ...(contentType === undefined ? {} : { contentType }),
    ...(id === undefined ? {} : { id }),
    ...(before && { before: { id: before[1]!, text: before[2]!.replaceAll('|', '\n') } }),
  }
}

function movedBy(distance: number, found: Diagnostic): Diagnostic {
  const moved = <T extends { readonly span: Span }>(one: T): T => ({
    ...one,
    span: shift(one.span, distance),
  })
  return {
    ...moved(found),
    related: found.related.map(moved),
    fixes: found.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(moved) })),
  }
}
