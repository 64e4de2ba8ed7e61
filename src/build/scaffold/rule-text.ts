export interface RuleFacts {
  readonly area: string
  /** `spf/my-rule` */
  readonly code: string
  readonly identifier: string
  /** The way from the rule's folder to src/core. */
  readonly core: string
  /** The type of what the rule looks at, and the line that imports it. */
  readonly subject: string
  readonly subjectImport: string
}

interface Body {
  readonly imports: readonly string[]
  readonly source: string
  readonly bad: string
  readonly good: string
  readonly check: string
}

const message = '`\\`${name}\\` …: say what happens, and what to try.`'

const zone: Body = {
  imports: [`import { ofType, targetSpan } from '../zone-subject.ts'`],
  source: '{ rfc: 5321, section: "5.1" }',
  bad: String.raw`'@ MX 10 «example»\nexample A 192.0.2.1'`,
  good: String.raw`'@ MX 10 mail\nmail A 192.0.2.1'`,
  check: `*check({ zone }) {
    for (const one of ofType(zone.records, 'MX')) {
      const name = one.record.exchange
      if (name.startsWith('example.')) yield { span: targetSpan(one), message: ${message} }
    }
  }`,
}

/** A rule that works, to be changed into the one that is meant. */
const bodies: Readonly<Record<string, Body>> = {
  spf: {
    imports: [`import { mechanismsOf } from '../record.ts'`],
    source: '{ rfc: 7208, section: "5.1" }',
    bad: `'v=spf1 mx «?all»'`,
    good: `'v=spf1 mx -all'`,
    check: `*check(record) {
    for (const { text: name, span } of mechanismsOf(record))
      if (name === '?all') yield { span, message: ${message} }
  }`,
  },
  zone,
  mx: zone,
}

const bare: Body = {
  imports: [],
  source: '{ rfc: 5321 }',
  bad: `'«what it finds»'`,
  good: `'what it lets pass'`,
  check: `check() {
    // Yield { span, message, fixes } for each occurrence.
    return []
  }`,
}

/** A rule's file; it still wants formatting. */
export function ruleText(facts: RuleFacts): string {
  const { imports, source, bad, good, check } = bodies[facts.area] ?? bare
  return `import { defineRule } from '${facts.core}/rule.ts'
${[...imports, facts.subjectImport].join('\n')}

export const ${facts.identifier} = defineRule<${facts.subject}>({
  code: '${facts.code}',
  severity: 'warning',
  source: ${source},
  why: 'Say in a sentence or two why this matters.',
  bad: [${bad}],
  good: [${good}],
  ${check},
})
`
}
