import type { Difference, Oracle } from '../suite.ts'
import type { Checked, ZoneCase } from './case.ts'
import { openNamed } from './check-named.ts'
import { checkOurs, type OursChecked } from './check-ours.ts'
import { zoneCase } from './generate.ts'
import { zoneDifferences, type Unlike, type ZonePair } from './known.ts'

const DEFAULT_COUNT = 360

/** Whether a zone is taken, which lines are at fault, and what records come of it. */
export const zoneOracle: Oracle = {
  name: 'zones named-checkzone',
  apt: 'bind9-utils',
  known: zoneDifferences,
  async run({ seed, count = DEFAULT_COUNT }) {
    const named = await openNamed()
    if (!named) return undefined
    const differences: Difference[] = []
    for (let id = 0; id < count; id++) {
      const given = zoneCase(seed, id)
      differences.push(
        ...compare(given, { ours: checkOurs(given), theirs: await named.check(given) }),
      )
    }
    await named.close()
    return { version: named.version, compared: count, differences }
  },
}

function compare(given: ZoneCase, pair: ZonePair): Difference[] {
  const unlike = pair.theirs.accepted ? unlikeOfTaken(pair) : unlikeOfRefused(pair, given)
  if (!unlike.length) return []
  const explained = unlike.map((one) => zoneDifferences.find((known) => known.explains(one, pair)))
  const codes = explained.flatMap((known) => known?.code ?? [])
  const open = unlike.filter((_, index) => !explained[index])
  return [{ known: open.length ? [] : [...new Set(codes)], text: show(given, open, pair) }]
}

/** named-checkzone takes the zone: so should we, and publish the same records. */
function unlikeOfTaken({ ours, theirs }: ZonePair): Unlike[] {
  const errors = ours.errors.map((error): Unlike => ({ kind: 'error of ours', error }))
  // What the parser refuses is left out: then it is the refusal that has to be explained.
  if (ours.leftOut) return errors
  return [
    ...errors,
    ...without(theirs.records, ours.records, 'record of theirs'),
    ...without(ours.records, theirs.records, 'record of ours'),
  ]
}

const without = (
  records: readonly string[],
  others: readonly string[],
  kind: 'record of ours' | 'record of theirs',
): Unlike[] =>
  records.filter((record) => !others.includes(record)).map((record) => ({ kind, record }))

/** It refuses the zone: each line that it names holds an error for us as well. */
function unlikeOfRefused({ ours, theirs }: ZonePair, { text }: ZoneCase): Unlike[] {
  if (ours.accepted && !theirs.lines.length)
    return [{ kind: 'error of theirs', messages: theirs.messages.join('; '), written: '' }]
  const written = text.split('\n')
  return theirs.lines
    .filter((line) => !ours.lines.includes(line) && !reportedAlso(messageOf(line, theirs), ours))
    .map((line) => ({
      kind: 'error of theirs',
      messages: messageOf(line, theirs),
      written: written[line - 1] ?? '',
    }))
}

/** Some mistakes have two ends, and each names another one: the second record, or the first. */
const TWO_ENDS: readonly (readonly [said: RegExp, code: RegExp])[] = [
  [/CNAME and other data/, /^zone\/cname-/],
  [/multiple RRs of singleton type/, /^zone\/several-/],
  [/unbalanced parentheses|extra input text/, /^zone\/(?:unclosed|stray)-parenthesis$/],
]

const reportedAlso = (messages: string, { errors }: OursChecked): boolean =>
  TWO_ENDS.some(
    ([theirs, ours]) => theirs.test(messages) && errors.some(({ code }) => ours.test(code)),
  )

const messageOf = (line: number, { messages }: Checked): string =>
  messages.find((one) => one.includes(`zone:${line}: `)) ?? ''

function show({ id, text, mistakes }: ZoneCase, open: readonly Unlike[], pair: ZonePair): string {
  const { ours, theirs } = pair
  return [
    `case ${id}, named-checkzone ${theirs.accepted ? 'takes' : 'refuses'} it`,
    ...mistakes.map((mistake) => `  mistake: ${JSON.stringify(mistake)}`),
    ...open.map((one) => `  unlike: ${describe(one)}`),
    ...ours.messages.map((messages) => `  ours:   ${messages}`),
    ...theirs.messages.map((messages) => `  theirs: ${messages}`),
    ...text
      .trimEnd()
      .split('\n')
      .map((line, index) => `    ${index + 1} ${line}`),
  ].join('\n')
}

function describe(unlike: Unlike): string {
  switch (unlike.kind) {
    case 'error of ours':
      return `only we report ${unlike.error.code}`
    case 'error of theirs':
      return `only they report ${unlike.messages}`
    case 'record of ours':
      return `only we publish ${unlike.record}`
    case 'record of theirs':
      return `only they publish ${unlike.record}`
  }
}
