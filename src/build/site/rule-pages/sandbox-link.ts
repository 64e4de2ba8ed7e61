import { parseZone } from '../../../dns/zone/parse.ts'
import { writeLink } from '../../../lab/link/write-link.ts'
import { sandbox } from '../../../lessons/sandbox.ts'
import { familyOf, type KnownRule } from '../../../lint/all-rules.ts'
import { lintZones } from '../../../lint/lint-zones.ts'
import { readExample } from '../../../lint/rule-examples.ts'
import { isOfMessages } from './records.ts'
import { zoneProfiles } from '../../../lint/zone-profiles.ts'

const [first, ...others] = sandbox.world.zones
const read = ({ origin, text }: { readonly origin: string; readonly text: string }) =>
  parseZone(text, { origin, file: origin })
const otherZones = others.map(read)
const before = codesOf(first!.text)

/** An example of more characters is no example to read. A limit of ours. */
const LONGEST = 2000

/**
 * The sandbox with a rule's example in its zone, as the fragment of an address.
 * @returns `undefined` where no example shows the rule's finding there: where it is about messages,
 *   files, or names that the sandbox has not.
 */
export function sandboxLink(rule: KnownRule): string | undefined {
  if (!links.has(rule)) links.set(rule, linkOf(rule))
  return links.get(rule)
}

/** Those that were made: they are the same in each language of the site. */
const links = new WeakMap<KnownRule, string | undefined>()

function linkOf(rule: KnownRule): string | undefined {
  const text = zoneWith(rule)
  return text === undefined
    ? undefined
    : writeLink({
        ...{ v: 1, slug: sandbox.slug, edition: sandbox.edition },
        journal: [{ kind: 'edit', zone: first!.origin, text }],
      })
}

/** The sandbox's zone with the first example that the rule finds there, and finds only then. */
export function zoneWith(rule: KnownRule): string | undefined {
  if (isOfMessages(rule) || before.has(rule.code)) return undefined
  return rule.bad
    .filter((example) => example.length <= LONGEST)
    .flatMap((example) => linesOf(rule, readExample(example).text))
    .map((lines) => `${first!.text}\n; An example of the rule ${rule.code}\n${lines}\n`)
    .find((text) => codesOf(text).has(rule.code))
}

function codesOf(text: string): Set<string> {
  const zones = [read({ origin: first!.origin, text }), ...otherZones]
  return new Set(lintZones(zones, zoneProfiles.simulated).map(({ code }) => code))
}

/** The ways in which an example can stand in a zone: as it is, or as the text of a record. */
function linesOf(rule: KnownRule, example: string): string[] {
  const [text = '', ...more] = example
    .replaceAll('example.com', first!.origin)
    .split('\n')
    .filter(Boolean)
  const lines = [text, ...more].join('\n')
  if (/ TXT record at /.test(rule.reading) && !/ TXT /.test(text)) {
    const owner = ownerOf(rule)
    return more.length ? [] : [`${owner} TXT ${quoted(text)}`]
  }
  return [lines]
}

/** Below a name that has nothing else: `_dmarc.try`. */
function ownerOf(rule: KnownRule): string {
  const [, owner = ''] = /record at `([^`]*)`/.exec(rule.reading) ?? []
  const name = familyOf(rule) === 'spf' ? '' : owner.replace(/\.?example\.com$/, '')
  return name === '' ? 'try' : `${name}.try`
}

/** A string of a record has 255 octets at most (RFC 1035 §3.3.14). */
const quoted = (text: string): string =>
  (text.match(/.{1,200}/gsu) ?? [''])
    .map((part) => `"${part.replaceAll(/[\\"]/g, String.raw`\$&`)}"`)
    .join(' ')
