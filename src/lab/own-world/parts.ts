import type {
  MailboxSpec,
  HostSpec,
  MailSpec,
  SenderCase,
  WorldSpec,
  ZoneSpec,
} from '../../world/spec.ts'
import { ownLimits, type OwnWorld } from './own-world.ts'
import { tidied } from './tidy.ts'

/** The parts of a world that its owner adds to, and what each consists of. */
export interface OwnParts {
  readonly zones: ZoneSpec
  readonly hosts: HostSpec
  readonly mailboxes: MailboxSpec
  readonly senders: SenderCase
  readonly mails: MailSpec
}

export type PartName = keyof OwnParts

export type Changed =
  | { readonly ok: true; readonly own: OwnWorld }
  /** Why it cannot be, in a sentence. */
  | { readonly ok: false; readonly why: string }

export const partNames = ['zones', 'hosts', 'mailboxes', 'senders', 'mails'] as const

/** What an item of a part is called by: no two have the same. */
export const keyOfItem = <Part extends PartName>(part: Part, item: OwnParts[Part]): string =>
  (item as unknown as Record<string, string>)[keys[part]] ?? ''

const keys: Readonly<Record<PartName, string>> = {
  ...{ zones: 'origin', hosts: 'name', mailboxes: 'address', senders: 'id', mails: 'id' },
}

const nouns: Readonly<Record<PartName, string>> = {
  ...{ zones: 'zones', hosts: 'hosts', mailboxes: 'mailboxes', senders: 'senders' },
  mails: 'messages',
}

const itemsOf = <Part extends PartName>(
  { world }: OwnWorld,
  part: Part,
): readonly OwnParts[Part][] => world[part] as unknown as readonly OwnParts[Part][]

/** The item of that name. */
export const findItem = <Part extends PartName>(
  own: OwnWorld,
  part: Part,
  key: string,
): OwnParts[Part] | undefined => itemsOf(own, part).find((one) => keyOfItem(part, one) === key)

/**
 * Adds an item, or puts it in the place of the one that has its name.
 * @param former The name that it had before, where it has another now.
 */
export function putItem<Part extends PartName>(
  own: OwnWorld,
  part: Part,
  item: OwnParts[Part],
  former = keyOfItem(part, item),
): Changed {
  const items = itemsOf(own, part)
  const key = keyOfItem(part, item)
  const isThere = (name: string) => items.some((one) => keyOfItem(part, one) === name)
  if (key !== former && isThere(key)) return no(`There is \`${key}\` already.`)
  const list = isThere(former)
    ? items.map((one) => (keyOfItem(part, one) === former ? item : one))
    : [...items, item]
  if (list.length > ownLimits[part])
    return no(
      `A world of your own has at most ${ownLimits[part]} ${nouns[part]}; this would be ${list.length}.`,
    )
  const documents =
    part === 'hosts' ? own.world.documents?.filter(({ name }) => name !== former) : undefined
  return withList({ ...own, world: withDocuments(own.world, documents) }, part, list)
}

/** What is printed of a host's settings is of the host as it was. */
const withDocuments = (world: WorldSpec, documents: WorldSpec['documents']): WorldSpec =>
  documents ? { ...world, documents } : world

/** Adds several items, of several parts. Where one cannot be, none is. */
export function putAll(
  own: OwnWorld,
  items: { readonly [Part in PartName]?: readonly OwnParts[Part][] },
): Changed {
  let changed: Changed = { ok: true, own }
  for (const part of partNames)
    for (const item of items[part] ?? [])
      if (changed.ok) changed = putItem(changed.own, part, item as never)
  return changed
}

/** Takes an item out, with what cannot be without it. */
export function removeItem(own: OwnWorld, part: PartName, key: string): Changed {
  if (part === 'hosts' && key === own.desk)
    return no(`The terminal stands on \`${key}\`: it stays.`)
  const items = itemsOf(own, part)
  const left = items.filter((one) => keyOfItem(part, one) !== key)
  if (part === 'zones' && !left.some((zone) => (zone as ZoneSpec).editable))
    return no('One zone to edit stays.')
  return withList(own, part, left)
}

function withList(own: OwnWorld, part: PartName, list: readonly unknown[]): Changed {
  const changed = { ...own, world: tidied({ ...own.world, [part]: list }) }
  const size = JSON.stringify(changed.world).length
  return size > ownLimits.whole
    ? no(
        `A world of your own has at most ${ownLimits.whole.toLocaleString('en')} characters; this has ${size.toLocaleString('en')}.`,
      )
    : { ok: true, own: changed }
}

const no = (why: string): Changed => ({ ok: false, why })
