import { domainOf } from '../../core/domain.ts'
import { isSameDomain } from '../../core/idna.ts'
import type { WorldSpec } from '../../world/spec.ts'

/**
 * A world without what names a host, mailbox or message that is gone: mailboxes that no host has, devices,
 * settings and messages of hosts, and what was planned with them.
 */
export function tidied(world: WorldSpec): WorldSpec {
  const hosts = new Set(world.hosts.map(({ name }) => name))
  const domains = world.hosts.flatMap(({ smtp }) => smtp?.domains ?? [])
  const mailboxes = world.mailboxes.filter(({ address }) =>
    domains.some((domain) => isSameDomain(domain, domainOf(address))),
  )
  const mails = world.mails.filter(({ host }) => hosts.has(host))
  const owners = new Set(mailboxes.flatMap((one) => (one.password ? [one.address] : [])))
  const devices = world.devices?.filter(({ host, owner }) => hosts.has(host) && owners.has(owner))
  const documents = world.documents?.filter(({ name }) => hosts.has(name))
  const there = {
    hosts,
    mails: new Set(mails.map(({ id }) => id)),
    devices: new Set(devices?.map(({ id }) => id)),
  }
  const plan = world.plan?.filter((item) => isPossible(item, there))
  return {
    ...{ ...world, mailboxes, mails },
    ...(devices && { devices }),
    ...(documents && { documents }),
    ...(plan && { plan }),
  }
}

type PlanItem = NonNullable<WorldSpec['plan']>[number]

/** Names of what there is. */
interface There {
  readonly hosts: ReadonlySet<string>
  readonly mails: ReadonlySet<string>
  readonly devices: ReadonlySet<string>
}

const isPossible = ({ on, send, down, up, device, act }: PlanItem, there: There): boolean =>
  has(there.mails, send) &&
  has(there.mails, on?.gone?.mail) &&
  has(there.mails, act?.does === 'write-mail' ? act.mail : undefined) &&
  has(there.hosts, down) &&
  has(there.hosts, up) &&
  has(there.devices, device)

const has = (names: ReadonlySet<string>, name: string | undefined): boolean =>
  name === undefined || names.has(name)
