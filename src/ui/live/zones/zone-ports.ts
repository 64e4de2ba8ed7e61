import { readJson } from '../../../lab/octet-json.ts'
import { readOutput } from '../../../lab/read-output.ts'
import type { LabOutput } from '../../../lab/types.ts'
import { browserDrafts } from './kept-drafts.ts'
import type { PutAnswer, ZonePorts } from './zone-drafts.svelte.ts'

/** Milliseconds after which a bridge that does not answer is taken for gone. */
const PATIENCE = 15_000

/**
 * The zones of a bridge over HTTP.
 * @param bridge The address of `bridge/`.
 * @param token What it takes to edit from another machine; '' where nothing is known.
 */
export function zonePorts(bridge: URL, token: string): ZonePorts {
  const ask = (path: string, request: RequestInit = {}): Promise<Response> => {
    const known = token ? { Authorization: `Bearer ${token}` } : {}
    return fetch(new URL(path, bridge), {
      ...request,
      headers: { ...(request.headers as Record<string, string> | undefined), ...known },
      signal: AbortSignal.timeout(PATIENCE),
    })
  }
  return {
    async load() {
      const output = await outputOf(await ask('zones'))
      if (output.kind !== 'bridgeZones') throw new Error(`The bridge answers “${output.kind}”.`)
      return output
    },
    async put(file, text, { run, version }) {
      const headers = { 'If-Match': `"${run}-${version}"` }
      const path = `zones/${encodeURIComponent(file)}`
      const response = await ask(path, { method: 'PUT', body: text, headers })
      return answerOf(await outputOf(response), response.status)
    },
    async forget(host) {
      const response = await ask(`caches/${encodeURIComponent(host)}`, { method: 'DELETE' })
      if (!response.ok) throw new Error(`The bridge answers ${response.status}.`)
    },
    after(milliseconds, act) {
      const timer = setTimeout(act, milliseconds)
      return () => clearTimeout(timer)
    },
    store: browserDrafts(() => localStorage),
  }
}

/** What came of an edit. Throws where the answer is none. */
export function answerOf(output: LabOutput, status: number): PutAnswer {
  if (output.kind === 'refused') return output
  if (output.kind !== 'bridgeZone') throw new Error(`The bridge answers “${output.kind}”.`)
  return { kind: status === 412 ? 'stale' : 'taken', zone: output }
}

/** Throws where the answer holds none. */
async function outputOf(response: Response): Promise<LabOutput> {
  const output = readOutput(readJson(await response.text()))
  if (typeof output === 'string') throw new Error(output)
  return output
}

const KEY = 'helo-world/edit-token'

/** What the address of the page brought (`#edit=TOKEN`), now or before in this tab; '' where nothing did. */
export function editToken(hash: string, storage: () => globalThis.Storage): string {
  const [, brought] = /^#edit=([\w-]{1,100})$/.exec(hash) ?? []
  try {
    if (brought !== undefined) storage().setItem(KEY, brought)
    return brought ?? storage().getItem(KEY) ?? ''
  } catch {
    return brought ?? ''
  }
}
