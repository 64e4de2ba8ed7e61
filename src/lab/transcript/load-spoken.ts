import type { SpokenProtocol } from '../../core/text/line-mark.ts'
import type { Spoken } from './spoken.ts'

/** Each is fetched when a transcript of it is there. */
const loaders: Readonly<Record<SpokenProtocol, () => Promise<Spoken>>> = {
  smtp: async () => (await import('./spoken-smtp.ts')).smtp,
  imap: async () => (await import('./spoken-imap.ts')).imap,
  pop3: async () => (await import('./spoken-pop3.ts')).pop3,
}

/** The protocols of a transcript. Rejects where one cannot be fetched. */
export async function loadSpoken(
  protocols: Iterable<SpokenProtocol>,
): Promise<ReadonlyMap<SpokenProtocol, Spoken>> {
  const loaded = [...new Set(protocols)].map(async (one) => [one, await loaders[one]()] as const)
  return new Map(await Promise.all(loaded))
}
