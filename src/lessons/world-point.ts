import { isSmtp, type Command } from '../world/answered-command.ts'
import type { Evidence } from './evidence.ts'

/** How far a world has come: how many events there were; its zones, hosts and documents as values. */
export interface WorldPoint {
  readonly events: number
  readonly texts: readonly unknown[]
}

export const pointOf = ({ world }: Evidence): WorldPoint => ({
  events: world.events.length,
  texts: [...world.zones, ...world.hosts, ...(world.spec.documents ?? [])],
})

/** Whether nothing happened since, and no text was edited. */
export function isStillAt(since: WorldPoint | undefined, evidence: Evidence): boolean {
  if (!since) return false
  const now = pointOf(evidence)
  return now.events === since.events && hasSameTexts(since, now)
}

/**
 * Whether all that happened since is the last command again, with the same answer: who has done what
 * a step asks for may want to see it once more. The octets of both are in the log, too.
 */
export function saysItAgain(since: WorldPoint | undefined, evidence: Evidence): boolean {
  const { events } = evidence.world
  if (!since || events.length <= since.events || !hasSameTexts(since, pointOf(evidence)))
    return false
  const last = events.slice(0, since.events).findLast((event) => event.type === 'command')
  if (!last) return false
  const later = events.slice(since.events).filter(({ type }) => type !== 'wire')
  const isSame = later.every((event) => event.type === 'command' && isSameCommand(event, last))
  return later.length > 0 && isSame
}

const hasSameTexts = (one: WorldPoint, other: WorldPoint): boolean =>
  one.texts.length === other.texts.length && one.texts.every((text, at) => text === other.texts[at])

const isSameCommand = (one: Command, other: Command): boolean =>
  one.connection === other.connection &&
  one.verb === other.verb &&
  one.argument.toLowerCase() === other.argument.toLowerCase() &&
  answerOf(one) === answerOf(other)

const answerOf = (command: Command): string | number =>
  isSmtp(command) ? command.code : command.status
