import { utf8 } from '../../core/bytes.ts'
import type { HostSpec } from '../../world/spec.ts'
import type { World } from '../../world/world.ts'
import { mailLogOf } from './mail-log.ts'
import type { Path } from './path.ts'

/** The text of a host's settings; undefined where they are no document. */
export type SettingsOf = (host: string) => string | undefined

/** Files that a host keeps itself, which can be read and not changed. */
export function ownFiles(
  world: World,
  host: HostSpec,
  settingsOf: SettingsOf,
): ReadonlyMap<Path, () => Uint8Array> {
  const lines = (read: () => readonly string[]) => (): Uint8Array =>
    utf8(
      read()
        .map((line) => `${line}\n`)
        .join(''),
    )
  const hasSettings = settingsOf(host.name) !== undefined
  return new Map([
    ...(hasSettings
      ? [['/etc/mail/settings', () => utf8(settingsOf(host.name) ?? '')] as const]
      : []),
    ['/var/log/mail.log', lines(() => mailLogOf(world.events, host))],
    ['/etc/hostname', lines(() => [host.name])],
    [
      '/etc/hosts',
      lines(() => [
        '127.0.0.1\tlocalhost',
        ...host.addresses.map((address) => `${address}\t${host.name}`),
      ]),
    ],
  ])
}
