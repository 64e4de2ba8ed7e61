import { words as linkWords } from '#words/links'
import { words } from '#words/reports'
import { fetchAgain } from '../../hosting/fetch-again.ts'
import { linkLimits } from '../../lab/link/link.ts'
import { readLink } from '../../lab/link/read-link.ts'
import { writeLink } from '../../lab/link/write-link.ts'
import type { Given } from './given.ts'
import { givenOf, linkedOf } from './linked.ts'

/** Offers a link to what was given, where it is small. @returns What is said; empty where it is offered. */
export async function shareGiven(given: Given): Promise<string> {
  const linked = linkedOf(given)
  const octets = given.files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const isSmall = linked.texts.length <= linkLimits.texts && octets < linkLimits.unpacked / 2
  const link = isSmall ? writeLink(linked) : undefined
  if (link === undefined || link.length + location.href.length > linkLimits.offered)
    return words.tooLargeToShare(words.size(linkLimits.offered), linkLimits.texts)
  const { share } = await fetchAgain(() => import('../links/share-work.ts'))
  share(link, (address) => `[${words.shared}](${address})`)
  return ''
}

/** What the link of a fragment holds for this page, or why it holds nothing. */
export function readLinked(fragment: string): { readonly given?: Given; readonly fault?: string } {
  const read = readLink(fragment)
  if (!read.ok) return { fault: `${linkWords.faults[read.fault]} ${words.ownInstead}` }
  return 'texts' in read.state
    ? { given: givenOf(read.state) }
    : { fault: `${linkWords.isOther} ${words.ownInstead}` }
}

/** Says above the page that it shows a link’s reports, or why not, and leads back. */
export function showBanner(banner: HTMLElement, fault: string | undefined): void {
  const back = document.createElement('a')
  back.href = location.pathname
  back.textContent = words.back
  banner.replaceChildren(fault ?? words.linked, ' ', back)
  banner.hidden = false
}
