import { placeholder } from './placeholder.ts'

/** A family of rules: where they stand, what they look at, and a rule of that kind that works. */
export interface RuleArea {
  readonly folder: string
  /** `my-rule` ▶ the name of its file, without its end. */
  fileName(name: string): string
  readonly subject: string
  readonly imports: readonly string[]
  readonly source: string
  readonly bad: string
  readonly good: string
  readonly check: string
}

const message = `\`\\\`\${name}\\\` …: ${placeholder('State what happens, and what to try.')}\``

const ofAuth = (area: string) => ({
  folder: `src/lint/${area}/rules`,
  fileName: (name: string) => name,
})

const zone: RuleArea = {
  folder: 'src/lint/dns/rules',
  fileName: (name) => name,
  subject: 'ZoneSubject',
  imports: [
    `import { removeRecord } from '../edits.ts'`,
    `import { ofType, targetSpan, type ZoneSubject } from '../subject.ts'`,
  ],
  source: `{ rfc: 5321, section: '5.1' }`,
  bad: String.raw`'@ MX 10 mail\n@ MX 20 «example»\nmail A 192.0.2.1'`,
  good: String.raw`'@ MX 10 mail\nmail A 192.0.2.1'`,
  check: `*check(subject) {
    for (const one of ofType(subject.zone.records, 'MX')) {
      const name = one.record.exchange
      if (!name.startsWith('example.')) continue
      yield {
        span: targetSpan(one),
        message: ${message},
        fixes: removeRecord('Remove this record', one, subject),
      }
    }
  }`,
}

const tags = (subject: string): Pick<RuleArea, 'subject' | 'imports' | 'check'> => ({
  subject,
  imports: [
    `import { removeTag } from '../../tag-edits.ts'`,
    `import type { ${subject} } from '../subject.ts'`,
  ],
  check: `*check({ record }) {
    for (const tag of record.tags)
      if (tag.name === 'example')
        yield {
          span: tag.span,
          message: ${message.replace('name', 'tag.name')},
          fixes: [removeTag(record, tag)],
        }
  }`,
})

const ofMessages = (folder: string, up: string): Omit<RuleArea, 'bad' | 'good' | 'source'> => ({
  folder,
  fileName: (name) => name,
  subject: 'FormatSubject',
  imports: [
    `import { removeField } from '${up}/edits.ts'`,
    `import { fieldsNamed } from '../../../message/field.ts'`,
    `import type { FormatSubject } from '${up}/subject.ts'`,
  ],
  check: `*check({ message }) {
    for (const field of fieldsNamed(message, 'X-Example')) {
      const { name } = field
      yield {
        span: field.nameSpan,
        message: ${message},
        fixes: [removeField(field)],
      }
    }
  }`,
})

export const ruleAreas: Readonly<Record<string, RuleArea>> = {
  dkim: {
    ...ofAuth('dkim'),
    ...tags('KeySubject'),
    source: `{ rfc: 6376, section: '3.6.1' }`,
    bad: `'v=DKIM1; «example=1»; p='`,
    good: `'v=DKIM1; p='`,
  },
  dmarc: {
    ...ofAuth('dmarc'),
    ...tags('DmarcSubject'),
    source: `{ rfc: 9989, section: '4.7' }`,
    bad: `'v=DMARC1; p=none; «example=1»'`,
    good: `'v=DMARC1; p=none'`,
  },
  message: {
    ...ofMessages('src/lint/message/rules', '..'),
    source: `{ rfc: 5322, section: '3.6.8' }`,
    bad: String.raw`'From: ann@example.org\n«X-Example»: 1\n\nHi\n'`,
    good: String.raw`'From: ann@example.org\n\nHi\n'`,
  },
  mime: {
    ...ofMessages('src/lint/message/mime-rules', '..'),
    source: `{ rfc: 2045, section: '3' }`,
    bad: String.raw`'MIME-Version: 1.0\n«X-Example»: 1\n\nHi\n'`,
    good: String.raw`'MIME-Version: 1.0\n\nHi\n'`,
  },
  mx: { ...zone, fileName: (name) => `mx-${name}` },
  spf: {
    ...ofAuth('spf'),
    subject: 'SpfSubject',
    imports: [
      `import { removeTerm } from '../fixes.ts'`,
      `import { mechanismsOf } from '../../../auth/spf/record.ts'`,
      `import type { SpfSubject } from '../subject.ts'`,
    ],
    source: `{ rfc: 7208, section: '5.1' }`,
    bad: `'v=spf1 «a:example.net» -all'`,
    good: `'v=spf1 mx -all'`,
    check: `*check(record) {
    for (const term of mechanismsOf(record))
      if (term.text === 'a:example.net')
        yield {
          span: term.span,
          message: ${message.replace('name', 'term.text')},
          fixes: [removeTerm(record, term)],
        }
  }`,
  },
  zone,
}

/**
 * A rule's file: one that works, to be changed into the one that is meant. It still wants formatting.
 * @param code `spf/my-rule`
 */
export function ruleText(area: RuleArea, code: string, identifier: string): string {
  const up = area.folder.split('/').slice(1).fill('..').join('/')
  return `import { defineRule } from '${up}/core/rule.ts'
${area.imports.join('\n')}

export const ${identifier} = defineRule<${area.subject}>({
  code: '${code}',
  severity: 'warning',
  source: ${area.source},
  why: '${placeholder('State in a sentence or two why this matters.')}',
  bad: [${area.bad}],
  good: [${area.good}],
  ${area.check},
})
`
}
