import { isObject } from '../../core/text/is-object.ts'
import type { WorldSpec } from '../../world/spec.ts'

/** A world that somebody has made of another: all of it, so that it stays as it is where that one changes. */
export interface OwnWorld {
  /** The host that the terminal stands on. */
  readonly desk: string
  /** What may be typed there. */
  readonly suggestions: readonly string[]
  readonly world: WorldSpec
}

/** What a world of one's own may hold. Limits of ours: such a world opens in about a second. */
export const ownLimits = {
  zones: 200,
  hosts: 500,
  mailboxes: 500,
  senders: 100,
  /** Each is tried at each change of a zone. */
  mails: 50,
  /** Characters of a text that is pasted or dropped: a zone, a message, a part as text. */
  text: 1_000_000,
  /** Characters of all of it, as JSON. */
  whole: 2_000_000,
} as const

/**
 * Whether a value is built as a world of one's own, so far that it can be drawn. Whether it can run is found
 * out by its schema, where it opens.
 */
export function isOwnWorld(value: unknown): value is OwnWorld {
  if (!isObject(value)) return false
  const { desk, suggestions, world } = value
  return isText(desk) && isTexts(suggestions) && isObject(world) && isDrawable(world)
}

/** Whether more is in a world than one may have. */
export function isOverOwnLimits(value: unknown): boolean {
  const world = isObject(value) ? value['world'] : undefined
  if (!isObject(world)) return false
  return (['zones', 'hosts', 'mailboxes', 'senders', 'mails'] as const).some((part) => {
    const items = world[part]
    return Array.isArray(items) && items.length > ownLimits[part]
  })
}

function isDrawable(world: Readonly<Record<string, unknown>>): boolean {
  const { zones, hosts, mailboxes, senders, mails, devices, documents } = world
  return (
    isListOf(zones, ownLimits.zones, ['origin', 'text']) &&
    isListOf(hosts, ownLimits.hosts, ['name'], ['addresses']) &&
    isListOf(mailboxes, ownLimits.mailboxes, ['address']) &&
    isListOf(senders, ownLimits.senders, ['id', 'name', 'ip', 'helo', 'mailFrom'], ['expect']) &&
    isListOf(mails, ownLimits.mails, ['id', 'title', 'host', 'mailFrom', 'body'], ['rcptTo']) &&
    isListOf(devices ?? [], ownLimits.hosts, ['id', 'name', 'owner', 'host']) &&
    isListOf(documents ?? [], ownLimits.hosts, ['kind', 'name', 'file', 'text'])
  )
}

const isListOf = (
  value: unknown,
  most: number,
  texts: readonly string[],
  lists: readonly string[] = [],
): boolean =>
  Array.isArray(value) &&
  value.length <= most &&
  value.every(
    (one) =>
      isObject(one) &&
      texts.every((key) => isText(one[key])) &&
      lists.every((key) => isTexts(one[key])),
  )

const isText = (value: unknown): value is string => typeof value === 'string'

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText)
