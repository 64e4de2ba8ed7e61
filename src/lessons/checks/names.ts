import type { WorldSpec } from '../../world/spec.ts'
import type { LessonProblem } from '../schema.ts'
import { code } from '../wording.ts'

/** Conditions name mails, senders, hosts and mailboxes: each must exist. */
export function nameProblems(
  condition: object,
  path: LessonProblem['path'],
  world: WorldSpec,
): LessonProblem[] {
  const given = condition as Readonly<Record<string, unknown>>
  const inside = [given['of'] ?? []].flat() as object[]
  const nested = inside.flatMap((one, at) =>
    nameProblems(one, Array.isArray(given['of']) ? [...path, 'of', at] : [...path, 'of'], world),
  )
  const missing = namesIn(given, world).filter(({ known, name }) => !known.includes(name))
  return [
    ...nested,
    ...missing.map(({ key, name, what }) => ({
      path: [...path, key],
      message: `world.yaml has no ${what} ${code(name)}.`,
    })),
  ]
}

function namesIn(given: Readonly<Record<string, unknown>>, world: WorldSpec) {
  const named = (key: string, what: string, known: readonly string[]) => {
    const name = given[key]
    return typeof name === 'string' ? [{ key, name, what, known }] : []
  }
  const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id)
  const known = world.hosts.map(({ name }) => name)
  const hosts = named('host', 'host', known)
  const clients = named('client', 'host', known)
  const addresses = world.mailboxes.map(({ address }) => address)
  const mailboxes = named('mailbox', 'mailbox', addresses)
  switch (given['kind']) {
    case 'mail':
      return named('id', 'mail', idsOf(world.mails))
    case 'sender':
      return named('id', 'sender', idsOf(world.senders))
    case 'device':
      return named('device', 'device', idsOf(world.devices ?? []))
    case 'numbered':
      return clients
    case 'delivered':
    case 'folder':
    case 'aggregate':
    case 'report':
      return [...mailboxes, ...hosts]
    case 'setting':
      return named(
        'host',
        'document with settings of',
        (world.documents ?? []).flatMap(({ kind, name }) => (kind === 'settings' ? name : [])),
      )
    case 'message':
    case 'mime':
    case 'reader':
      return [
        ...mailboxes,
        ...named(
          'document',
          'message',
          (world.documents ?? []).flatMap(({ kind, file }) => (kind === 'message' ? file : [])),
        ),
      ]
    default:
      return [...hosts, ...clients]
  }
}
