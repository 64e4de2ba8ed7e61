import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Zone texts by origin. */
export type ZoneTexts = ReadonlyMap<string, string>

/** Reads zone texts by origin: `example.org.zone` holds `example.org`. */
export async function readZones(folder: string): Promise<ZoneTexts> {
  const names = await readdir(folder).catch(() => [])
  const zones = names.filter((name) => name.endsWith('.zone')).toSorted()
  const texts = await Promise.all(zones.map((name) => readFile(join(folder, name), 'utf8')))
  return new Map(zones.map((name, at) => [name.slice(0, -'.zone'.length), texts[at]!]))
}
