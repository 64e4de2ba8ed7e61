import { span, type Span } from '../../../../core/span.ts'
import type { Cause } from '../causes.ts'
import { slipsOf } from '../slips.ts'
import type { ZoneMistake, ZoneOperator } from './operator.ts'
import type { SolvedRecord } from './record.ts'

interface Term {
  readonly text: string
  readonly span: Span
  readonly qualifier: string
  /** `ip4`, `include`, `all`. */
  readonly name: string
  /** Behind the colon; empty where there is none. */
  readonly value: string
}

/** The words of an SPF record that is one string. */
function termsOf({ kind, data }: SolvedRecord): Term[] {
  const [word, more] = data
  if (kind !== 'spf' || !word || more || word.at === undefined) return []
  return [...word.raw.matchAll(/\S+/g)].map(({ 0: text, index }) => {
    const at = word.at! + index
    const [, qualifier = '', name = '', value = ''] =
      /^([-+~?]?)([a-z0-9=]+):?(.*)$/i.exec(text) ?? []
    return { text, qualifier, name, value, span: span(at, at + text.length) }
  })
}

const instead = ({ span }: Term, cause: Cause, put: string): ZoneMistake => ({ cause, span, put })

/** A term together with the space before it, or nothing. */
const without = (term: Term, cause: Cause): ZoneMistake => ({
  cause,
  span: span(term.span.from - 1, term.span.to),
  put: '',
})

const isSender = ({ name }: Term): boolean => name !== 'all' && !name.includes('=')

/** The first word mistyped, or gone. */
export const spfVersion: ZoneOperator = function* (record, { dice }) {
  const [version] = termsOf(record)
  if (!version) return
  const texts = [
    'v:spf1',
    'v=spf',
    'v=spf2',
    'spf1',
    ...slipsOf(version.text, dice).map(({ text }) => text),
  ]
  for (const text of new Set(texts)) yield instead(version, 'version-typo', text)
  yield { cause: 'no-version', span: span(version.span.from, version.span.to + 1), put: '' }
}

/** A mechanism mistyped, its colon or itself missing. */
export const spfMechanism: ZoneOperator = function* (record, { dice }) {
  for (const term of termsOf(record)) {
    if (!isSender(term) || term.value === '') continue
    const { name, value } = term
    const wrong = slipsOf(name, dice).map(({ text }) => text)
    if (name === 'ip4') wrong.push('ipv4', 'ip')
    for (const text of new Set(wrong)) yield instead(term, 'mechanism-typo', `${text}:${value}`)
    yield instead(term, 'mechanism-equals', `${name}=${value}`)
    yield instead(term, 'mechanism-missing', value)
    yield instead(term, 'space-extra', `${name}: ${value}`)
  }
}

/** An address mistyped, or left out, or a range around it. */
export const spfAddress: ZoneOperator = function* (record, { dice }) {
  for (const term of termsOf(record)) {
    if (term.name !== 'ip4') continue
    for (const { text } of slipsOf(term.value, dice)) yield instead(term, 'ip-typo', `ip4:${text}`)
    const digit = term.value.replace(/\d$/, (last) =>
      String((Number(last) + 1 + dice.below(8)) % 10),
    )
    yield instead(term, 'ip-typo', `ip4:${digit}`)
    yield without(term, 'address-missing')
    for (const bits of [24, 16, 0]) yield instead(term, 'wide-range', `${term.text}/${bits}`)
  }
}

/** The domain of an include mistyped, or the include left out. */
export const spfInclude: ZoneOperator = function* (record, { world, dice }) {
  for (const term of termsOf(record)) {
    if (term.name !== 'include') continue
    for (const { text } of slipsOf(term.value, dice))
      yield instead(term, 'include-typo', `include:${text}`)
    yield instead(term, 'include-typo', `include:${term.value.replace(/^[^.]*\./, '')}`)
    const hosts = world.hosts.map(({ name }) => name).filter((name) => name !== term.value)
    if (hosts.length) yield instead(term, 'include-typo', `include:${dice.one(hosts)}`)
    yield without(term, 'include-missing')
  }
}

/** A qualifier changed, or removed. */
export const spfQualifier: ZoneOperator = function* (record) {
  for (const term of termsOf(record)) {
    const { name, text, qualifier } = term
    const bare = text.slice(qualifier.length)
    if (isSender(term)) {
      yield instead(term, 'sender-refused', `-${bare}`)
      for (const half of ['~', '?']) yield instead(term, 'sender-halfhearted', half + bare)
    } else if (name === 'all') {
      const causes = {
        '+': 'all-plus',
        '': 'all-plus',
        '~': 'all-soft',
        '?': 'all-neutral',
      } as const
      for (const [other, cause] of Object.entries(causes))
        if (other !== qualifier) yield instead(term, cause, other + bare)
    }
  }
}

/** `all` missing, mistyped, first or in the middle. */
export const spfAll: ZoneOperator = function* (record, { dice }) {
  const terms = termsOf(record)
  const all = terms.at(-1)
  if (all?.name !== 'all') return
  yield without(all, 'no-all')
  for (const { text } of slipsOf('all', dice)) yield instead(all, 'all-typo', all.qualifier + text)
  const rest = terms.slice(1, -1)
  const moved = (at: number): ZoneMistake => {
    const texts = rest.map(({ text }) => text)
    texts.splice(at, 0, all.text)
    return { cause: 'all-early', span: span(rest[0]!.span.from, all.span.to), put: texts.join(' ') }
  }
  for (let at = 0; at < rest.length; at++) yield moved(at)
}

/** A space missing between two terms, or a comma there. */
export const spfSpaces: ZoneOperator = function* (record) {
  const terms = termsOf(record)
  for (const [at, { span: next }] of terms.entries()) {
    if (at === 0) continue
    const gap = span(next.from - 1, next.from)
    yield { cause: 'space-missing', span: gap, put: '' }
    yield { cause: 'comma-for-space', span: gap, put: ', ' }
  }
}
