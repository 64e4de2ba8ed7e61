import { isStorable } from './plan.ts'
import { COMING, typeOf, USED, wholeOf, type StoredSite } from './stored-site.ts'
import type { Versions } from './versions.ts'

/** What is used of the network. */
export type Fetch = (request: Request | string, init?: RequestInit) => Promise<Response>

/** How many files are fetched at once: the page may want something meanwhile. */
const AT_ONCE = 4

/**
 * Fetches all of a site in some languages that is not stored yet. What an older version has under the same name is copied.
 * Rejects where a file cannot be had; what came until then stays, and the next try goes on with it.
 * @param folders Of the languages.
 */
export async function fillSite(
  site: StoredSite,
  folders: readonly string[],
  versions: Versions,
  fetch: Fetch,
): Promise<void> {
  const { version, onUse } = site
  const languages = site.languages.filter(({ folder }) => folders.includes(folder))
  const packs = languages.flatMap((language) => language.packs)
  const assets = [...site.assets, ...languages.flatMap((language) => language.assets)]
  await versions.put(version, COMING, new Response(''))
  const isUsed = (await versions.find(USED, version)) !== undefined
  if (isUsed) await versions.put(version, USED, new Response(''))
  const jobs = [
    ...packs.map((path) => () => fillPack(path)),
    ...(isUsed ? [...assets, ...onUse] : assets).map((path) => () => fillPiece(path)),
  ]
  const work = async () => {
    for (let job = jobs.pop(); job; job = jobs.pop()) await job()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  // Somebody may have removed it meanwhile: then it is not all there.
  if (!(await versions.stored(version, COMING))) throw new Error('What was stored is gone.')
  for (const { folder } of languages) await versions.put(version, wholeOf(folder), new Response(''))

  async function fillPiece(path: string): Promise<void> {
    if (await versions.stored(version, path)) return
    await versions.put(version, path, (await versions.find(path, version)) ?? (await get(path)))
  }

  async function fillPack(path: string): Promise<void> {
    if (await versions.stored(version, path)) return
    const pack = (await (await get(path)).json()) as Record<string, string>
    for (const [inside, text] of Object.entries(pack)) {
      const headers = { 'Content-Type': typeOf(inside) }
      await versions.put(version, inside, new Response(text, { headers }))
    }
    await versions.put(version, path, new Response(''))
  }

  async function get(path: string): Promise<Response> {
    const answer = await fetch(versions.url(path), { priority: 'low' })
    if (!isStorable(path, answer)) throw new Error(`${path}: ${answer.status}`)
    return answer
  }
}
