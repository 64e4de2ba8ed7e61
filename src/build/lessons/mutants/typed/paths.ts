import type { WorldSpec } from '../../../../world/spec.ts'
import type { Cause } from '../causes.ts'
import { slipsOf } from '../slips.ts'
import type { ScriptLine } from './script.ts'
import type { TypedOperator } from './operator.ts'

interface PathLine {
  readonly verb: 'MAIL' | 'RCPT'
  /** `MAIL `, with its space. */
  readonly before: string
  readonly keyword: string
  readonly local: string
  readonly domain: string
  readonly after: string
}

function readPath({ part, text }: ScriptLine): PathLine | undefined {
  const found = /^((MAIL|RCPT) )(FROM|TO):<([^@>]*)@([^>]*)>(.*)$/i.exec(text)
  if (part !== 'command' || !found) return undefined
  const [, before, verb, keyword, local, domain, after] = found as unknown as string[]
  return {
    verb: verb!.toUpperCase() as PathLine['verb'],
    ...{ before: before!, keyword: keyword!, local: local!, domain: domain!, after: after! },
  }
}

/** `<` or `>` or both missing, a space behind the colon, the colon or its word missing. */
export const pathForm: TypedOperator = function* (line) {
  const path = readPath(line)
  if (!path) return
  const { before, keyword, local, domain, after } = path
  const address = `${local}@${domain}`
  const made = (cause: Cause, text: string) => ({ cause, put: [before + text + after] })
  yield made('no-brackets', `${keyword}:${address}`)
  yield made('no-open-bracket', `${keyword}:${address}>`)
  yield made('no-close-bracket', `${keyword}:<${address}`)
  yield made('space-after-colon', `${keyword}: <${address}>`)
  yield made('no-brackets', `${keyword}: ${address}`)
  yield made('no-colon', `${keyword} <${address}>`)
  yield made('no-colon', `${keyword}<${address}>`)
  yield made('no-keyword', `<${address}>`)
}

/** `FROM` or `TO` mistyped, or the one in place of the other. */
export const keywordTypo: TypedOperator = function* (line, { dice }) {
  const path = readPath(line)
  if (!path) return
  const { before, keyword, local, domain, after } = path
  const other = keyword.toUpperCase() === 'TO' ? 'FROM' : 'TO'
  for (const word of [other, ...slipsOf(keyword, dice).map(({ text }) => text)])
    yield { cause: 'keyword-typo', put: [`${before}${word}:<${local}@${domain}>${after}`] }
}

/** Another address: its local part or domain mistyped, another domain or recipient of the world. */
export const otherAddress: TypedOperator = function* (line, { world, dice }) {
  const path = readPath(line)
  if (!path) return
  const { verb, before, keyword, local, domain, after } = path
  const made = (cause: Cause, address: string) => ({
    cause: verb === 'MAIL' && cause !== 'no-domain' ? ('wrong-sender' as const) : cause,
    put: [`${before}${keyword}:<${address}>${after}`],
  })
  const known = new Set(world.mailboxes.map(({ address }) => address.toLowerCase()))
  const isKnown = (address: string) => known.has(address.toLowerCase())
  for (const { text } of slipsOf(local, dice))
    if (!isKnown(`${text}@${domain}`)) yield made('wrong-local-part', `${text}@${domain}`)
  for (const { text } of slipsOf(domain, dice)) yield made('wrong-domain', `${local}@${text}`)
  yield made('wrong-domain', `${local}@${dice.one(otherDomains(world, domain))}`)
  yield made('no-domain', local)
  const others = [...known].filter((one) => one !== `${local}@${domain}`.toLowerCase())
  if (verb === 'RCPT' && others.length) yield made('other-recipient', dice.one(others))
}

/** Domains that a learner of this world has read of. */
export function otherDomains({ zones, hosts }: WorldSpec, domain: string): string[] {
  const names = [...zones.map(({ origin }) => origin), ...hosts.map(({ name }) => name)]
  return [...names, 'example.com'].filter((name) => name !== domain)
}
