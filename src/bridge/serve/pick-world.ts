import * as v from 'valibot'
import { fromUtf8 } from '../../core/bytes.ts'
import { worldSchema } from '../../world/spec/world.ts'
import { sampleWorld } from '../../world/sample.ts'
import { sandboxWorld } from '../../world/sandbox.ts'
import type { HostSpec, MailboxSpec, WorldSpec, ZoneSpec } from '../../world/spec.ts'
import type { Args } from '../../cli/command.ts'
import { UsageError } from '../../cli/usage-error.ts'
import type { Io } from '../../cli/io.ts'
import { readInput } from '../../cli/read-input.ts'
import { readTime } from '../../cli/read-time.ts'
import { readZone } from '../../cli/read-zone.ts'
import { namedWorld, worldNames } from './named-worlds.ts'

const WORLDS: Readonly<Record<string, WorldSpec>> = { sandbox: sandboxWorld, sample: sampleWorld }

/**
 * The world that the options describe: one that ships with the command or a file, with its zones,
 * users, seed and time changed as asked.
 * @throws {UsageError} where a file cannot be read or does not hold what it should.
 */
export async function pickWorld(args: Args, io: Io): Promise<WorldSpec> {
  const base = await readWorld(args.text('world') ?? 'sandbox', io)
  const zones = await Promise.all(args.all('zone').map((word) => publish(word, io)))
  const users = args.all('user').map((word) => readUser(word, base))
  return {
    ...base,
    seed: readSeed(args.text('seed')) ?? base.seed,
    now: new Date(readTime(args, io)).toISOString(),
    zones: replaced(base.zones, zones, ({ origin }) => origin),
    mailboxes: replaced(base.mailboxes, users, ({ address }) => address.toLowerCase()),
    hosts: args.has('lax') ? base.hosts.map(lax) : base.hosts,
  }
}

async function readWorld(word: string, io: Io): Promise<WorldSpec> {
  const known = Object.hasOwn(WORLDS, word) ? WORLDS[word] : undefined
  if (known) return known
  const isFile = /[./\\]|^-$/.test(word)
  const data = isFile
    ? parseJson(fromUtf8(await readInput(word, io)), word)
    : await namedWorld(word)
  if (data === undefined) {
    const names = [...Object.keys(WORLDS), ...(await worldNames())]
    throw new UsageError(
      `There is no world \`${word}\`. There are ${names.join(', ')}, or a JSON file.`,
    )
  }
  const read = v.safeParse(worldSchema, data)
  if (read.success) return read.output
  const [issue] = read.issues
  const where = v.getDotPath(issue)
  throw new UsageError(`\`${word}\`${where ? `, at \`${where}\`` : ''}: ${issue.message}`, 'file')
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`\`${file}\` is no JSON: ${String(error).replace(/^\w+: /, '')}`, 'file')
  }
}

async function publish(word: string, io: Io): Promise<ZoneSpec> {
  const { zone } = await readZone(word, io)
  return { origin: zone.origin, text: zone.text, editable: true }
}

function readUser(word: string, { hosts }: WorldSpec): MailboxSpec {
  const [, address, password] = /^([^@\s:]+@[^@\s:]+):(.+)$/.exec(word) ?? []
  if (address === undefined || password === undefined)
    throw new UsageError(
      `Write a user as \`ADDRESS:PASSWORD\`, such as \`ann@example.org:secret\`.`,
    )
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  if (!hosts.some(({ smtp, imap }) => (smtp ?? imap)?.domains.includes(domain)))
    throw new UsageError(`No host of this world takes mail for \`${domain}\`.`)
  return { address, password }
}

function readSeed(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,10}$/.test(text)) return Number(text)
  throw new UsageError(`A seed is a whole number, not \`${text}\`.`)
}

const lax = (host: HostSpec): HostSpec =>
  host.smtp ? { ...host, smtp: { ...host.smtp, bareLf: 'lax' } } : host

/** The old ones with the new ones in their places, or behind them. */
function replaced<Item>(
  old: readonly Item[],
  fresh: readonly Item[],
  key: (item: Item) => string,
): Item[] {
  const all = new Map(old.map((item) => [key(item), item]))
  for (const item of fresh) all.set(key(item), { ...all.get(key(item)), ...item })
  return [...all.values()]
}
