import { span } from '../../../core/span.ts'
import type { Word } from '../../../dns/zone/tokens.ts'
import type { Zone } from '../../../dns/zone/zone.ts'
import { item, offer, type CompletionItem, type Completions } from './answers.ts'
import { completeSpf } from './complete-spf.ts'
import { completeTags } from './complete-tags.ts'
import { insideOf, type DocumentEntry } from './document.ts'
import { hostsOf, sendersOf } from './known-hosts.ts'
import { kindByName, textKind, type TextKind } from './text-kind.ts'
import { dkimKeyTags } from './vocabulary/dkim-key.ts'
import { dmarcTags } from './vocabulary/dmarc.ts'

/** Inside of a string, or in place of one. */
export function completeText(
  { owner, head }: DocumentEntry,
  at: number,
  current: Word | undefined,
  zones: readonly Zone[],
): Completions {
  const inside = current && insideOf(current)
  const kind = textKind(head.data.map(({ raw }) => raw).join(''), owner)
  if (!current?.quoted || !inside || at < inside.from || at > inside.to)
    return offer(current?.span ?? span(at, at), wholeTexts(owner))
  const text = current.raw
  const local = at - inside.from
  const isFirst = head.data[0] === current
  const found =
    isFirst && isVersionOpen(text, local)
      ? { from: 0, to: text.length, items: versions(owner) }
      : completeKind(kind, text, local, zones)
  return { ...found, from: found.from + inside.from, to: found.to + inside.from }
}

const isVersionOpen = (text: string, at: number): boolean =>
  /^[v=a-z0-9]*$/i.test(text) && 'v=spf1 v=dkim1 v=dmarc1'.includes(text.slice(0, at).toLowerCase())

function completeKind(
  kind: TextKind | undefined,
  text: string,
  at: number,
  zones: readonly Zone[],
): Completions {
  if (kind === 'spf') return completeSpf(text, at, hostsOf(zones), sendersOf(zones))
  if (kind === 'dkim') return completeTags(text, at, dkimKeyTags)
  if (kind === 'dmarc') return completeTags(text, at, dmarcTags)
  return { from: at, to: at, items: [] }
}

const SPF = item('"v=spf1 …"', '"v=spf1 mx -all"', 'SPF', 'Says which hosts send for the domain.')
const DKIM = item('"v=DKIM1; …"', '"v=DKIM1; k=rsa; p="', 'DKIM', 'Publishes a key for signatures.')
const DMARC = item(
  '"v=DMARC1; …"',
  '"v=DMARC1; p=none"',
  'DMARC',
  'Says what becomes of mail that fails, and who gets reports.',
)

function wholeTexts(owner: string): CompletionItem[] {
  const kind = kindByName(owner)
  if (kind === 'dkim') return [DKIM]
  return kind === 'dmarc' ? [DMARC] : [SPF]
}

/** How the text begins, without the quotes that are there already. */
function versions(owner: string): CompletionItem[] {
  const begin = { dkim: 'v=DKIM1; ', dmarc: 'v=DMARC1; ', spf: 'v=spf1 ' }
  const kind = kindByName(owner) ?? 'spf'
  return wholeTexts(owner).map((whole) => ({
    ...whole,
    label: begin[kind].trimEnd(),
    insert: begin[kind],
  }))
}
