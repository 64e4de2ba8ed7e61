import { createWorld } from '../../create.ts'
import type { Crypto } from '../../../core/effects.ts'
import { sampleWorld } from '../../sample.ts'
import type { DeviceAct, DeviceSpec, HostSpec, WorldSpec } from '../../spec.ts'
import type { World } from '../../world.ts'
import { folderNamed, type DeviceState } from '../state.ts'
import { kindNamed } from '../../events/index.ts'

const [bobsHost, ...others] = sampleWorld.hosts
const access = { personality: 'teaching', domains: ['example.org'] } as const

/** Bob’s host, where he reads by IMAP or POP3 and hands in what he sends. */
const host: HostSpec = {
  ...bobsHost!,
  ...{ submission: { ...access, maxSize: 100_000 }, imap: access, pop3: access },
}

const deviceSpec = (id: string, settings: DeviceSpec['settings'] = {}): DeviceSpec => ({
  ...{ id, name: `Bob’s ${id}`, owner: 'bob@example.org', host: `${id}.example.org` },
  ...{ server: 'mx.example.org', settings },
})

/** Bob has a phone and a laptop. */
export const devicesWorld = (more: Partial<WorldSpec> = {}): WorldSpec => ({
  ...sampleWorld,
  hosts: [
    host,
    ...others,
    { name: 'phone.example.org', addresses: ['192.0.2.80'] },
    { name: 'laptop.example.org', addresses: ['192.0.2.81'] },
  ],
  mailboxes: [
    { address: 'bob@example.org', name: 'Bob', password: 'lunch' },
    { address: 'alice@example.net', name: 'Alice' },
  ],
  devices: [deviceSpec('phone'), deviceSpec('laptop', { reads: 'pop3' })],
  ...more,
})

/** A world with devices, and what a test asks of it. */
export class DevicesPlay {
  readonly world: World

  constructor(crypto: Crypto, more: Partial<WorldSpec> = {}) {
    this.world = createWorld(devicesWorld(more), { crypto })
  }

  /** Alice writes to Bob so many times. */
  async mails(count: number): Promise<void> {
    const letter = this.world.spec.mails[0]!
    for (let at = 1; at <= count; at++)
      await this.world.send({
        ...letter,
        headers: letter.headers.map(([name, value]) => [
          name,
          name === 'Subject' ? `${value} ${at}` : value,
        ]),
      })
  }

  async use(id: string, act: DeviceAct): Promise<void> {
    await this.world.useDevice(id, act)
    await this.world.settled()
  }

  async pass(milliseconds: number): Promise<void> {
    this.world.advanceClock(milliseconds)
    await this.world.settled()
  }

  device(id: string): DeviceState {
    return this.world.devices.find((one) => one.id === id)!
  }

  /** `*` marks what is unread. */
  folder(id: string, name = 'INBOX'): string[] {
    const messages = folderNamed(this.device(id), name)?.messages ?? []
    return messages.map(({ subject, seen }) => `${subject}${seen ? '' : ' *'}`)
  }

  /** What is in a folder of Bob’s mailbox on the server. */
  server(name = 'INBOX'): number {
    const { folders } = this.world.mailboxes[0]!
    return folders.find((folder) => folder.name === name)?.messages.length ?? 0
  }

  /** What the devices did, in sentences. */
  get said(): string[] {
    return this.world.events.flatMap((event) =>
      event.type === 'device' ? [kindNamed('device')!.sentence(event as never)] : [],
    )
  }

  /** The commands of a protocol, each with what it was answered. */
  commands(protocol: string): string[] {
    return this.world.events.flatMap((event) =>
      event.type === 'command' && event.protocol === protocol && event.verb !== ''
        ? [`${event.verb} ${event.argument}`.trim()]
        : [],
    )
  }
}
