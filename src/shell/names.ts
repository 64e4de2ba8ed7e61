import type { World } from '../world/world.ts'
import { servicesOf } from '../world/services/index.ts'
import type { HostSpec } from '../world/spec.ts'

/** Names under which the world's hosts can be reached, for completion and suggestions. */
export function namesOf(world: World): readonly string[] {
  const owners = world.zones.flatMap(({ records }) =>
    records.filter(({ record }) => record.type === 'A' || record.type === 'AAAA'),
  )
  return unique([
    ...world.hosts.map(({ name }) => name),
    ...owners.map(({ record }) => record.name),
  ])
}

/** Every name that the zones speak of: what `dig` can ask for. */
export function publishedNames(world: World): readonly string[] {
  const owners = world.zones.flatMap(({ origin, records }) => [
    origin,
    ...records.map(({ record }) => record.name),
  ])
  return unique([...world.hosts.map(({ name }) => name), ...owners])
}

const unique = (names: readonly string[]): string[] =>
  [...new Set(names)].filter((name) => name !== '').toSorted()

/** Ports that a host listens on, with what answers there. */
export function openPorts(host: HostSpec): readonly (readonly [port: number, service: string])[] {
  return servicesOf(host).map(({ port, name }) => [port, name])
}

/** The host to suggest for a first connection: one that takes mail in, best another than this. */
export function mailHost(world: World, here: HostSpec): HostSpec | undefined {
  const takingMail = world.hosts.filter(({ smtp }) => smtp)
  return takingMail.find(({ name }) => name !== here.name) ?? takingMail[0]
}
