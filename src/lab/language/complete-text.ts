import { span, touches } from '../../core/span.ts'
import { recordFormats } from '../../auth/formats/index.ts'
import { familyByName, textFamilyOf } from '../../auth/text-family.ts'
import { joinStrings } from '../../dns/fields/strings.ts'
import type { Word } from '../../dns/zone/tokens.ts'
import type { Zone, ZoneEntry } from '../../dns/zone/zone.ts'
import { item, offer, type CompletionItem, type Completions } from './answers.ts'
import { completeSpf } from './complete-spf.ts'
import { completeTags } from './complete-tags.ts'
import { insideOf } from './document.ts'
import { hostsOf, sendersOf } from './known-hosts.ts'

/** Inside of a string, or in place of one. */
export function completeText(
  { owner, head }: ZoneEntry,
  at: number,
  current: Word | undefined,
  zones: readonly Zone[],
): Completions {
  const inside = current && insideOf(current)
  if (!head || !current?.quoted || !inside || !touches(inside, at))
    return offer(current?.span ?? span(at, at), [beginningAt(owner).whole])
  const text = current.raw
  const local = at - inside.from
  const found =
    head.data[0] === current && isBeginning(text, local, owner)
      ? { from: 0, to: text.length, items: [beginningAt(owner).version] }
      : completeValue(joinStrings(head.data).text, owner, { text, at: local }, zones)
  return { ...found, from: found.from + inside.from, to: found.to + inside.from }
}

/** The string that is written, and the place in it. */
interface Typed {
  readonly text: string
  readonly at: number
}

function completeValue(
  joined: string,
  owner: string,
  { text, at }: Typed,
  zones: readonly Zone[],
): Completions {
  const family = textFamilyOf(owner, joined)
  if (family === undefined) return { from: at, to: at, items: [] }
  if (family === 'spf') return completeSpf(text, at, hostsOf(zones), sendersOf(zones))
  return completeTags(text, at, recordFormats[family])
}

/** What usually stands at a name: how it begins, and a whole one. */
interface Beginning {
  readonly version: CompletionItem
  readonly whole: CompletionItem
}

function beginningAt(owner: string): Beginning {
  const family = familyByName(owner)
  if (family === undefined) return SPF
  const { version, name, meaning, example } = recordFormats[family]
  const start = `v=${version.value};`
  return {
    version: item(start, `${start} `, name, meaning),
    whole: item(`"${start} …"`, `"${example}"`, name, meaning),
  }
}

const SPF_MEANING = 'States which hosts send for the domain.'
const SPF: Beginning = {
  version: item('v=spf1', 'v=spf1 ', 'SPF', SPF_MEANING),
  whole: item('"v=spf1 …"', '"v=spf1 mx -all"', 'SPF', SPF_MEANING),
}

/** Whether nothing but the version is there, as far as it is typed. */
const isBeginning = (text: string, at: number, owner: string): boolean =>
  /^[v=a-z0-9]*$/i.test(text) &&
  beginningAt(owner).version.label.toLowerCase().startsWith(text.slice(0, at).toLowerCase())
