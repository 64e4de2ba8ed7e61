import type { OwnParts, PartName } from '../../../lab/own-world/parts.ts'
import type { Offer, ZoneOffers } from '../../../lab/own-world/zone-import/offers.ts'

export type OfferName = keyof ZoneOffers

/** Names that are written out; of more their number is said. */
const MOST_NAMES = 3

/** What an offer is of, for one line. */
export function shownNames({ names }: Offer): string {
  const more = names.length - MOST_NAMES
  return names.slice(0, MOST_NAMES).join(', ') + (more > 0 ? `, +${more}` : '')
}

type Items = { readonly [Part in PartName]?: readonly OwnParts[Part][] }

/**
 * Everything that was offered, but for what was left out. A message goes along only where its host is there or
 * comes along.
 */
export function itemsOf(offers: ZoneOffers, left: ReadonlySet<OfferName>): Items {
  const chosen = (Object.keys(offers) as OfferName[])
    .filter((name) => !left.has(name))
    .map((name) => offers[name])
  return {
    zones: chosen.flatMap(({ zones }) => zones),
    hosts: chosen.flatMap(({ hosts }) => hosts),
    mailboxes: chosen.flatMap(({ mailboxes }) => mailboxes),
    senders: chosen.flatMap(({ senders }) => senders),
    mails: chosen.flatMap(({ mails }) => mails),
  }
}
