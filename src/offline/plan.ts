/** What of a request decides; the names are those of `Request`. */
export interface Asked {
  readonly method: string
  readonly url: string
  readonly mode: string
  readonly destination: string
}

/**
 * What a request is answered by. `leave`: by the network, as without a worker. A `page` and `data` are
 * of one version of the site; a `piece` has its digest in its name, so it is right wherever it is stored.
 */
export type Plan =
  { readonly kind: 'leave' } | { readonly kind: 'page' | 'data' | 'piece'; readonly path: string }

const LEAVE: Plan = { kind: 'leave' }

/** What speaks to a bridge, and what the browser itself asks for about the app. */
const NOT_STORED = /^(?:bridge\/|icons\/|sw\.js$|manifest\.webmanifest$)/

/** @param scope The site's root, an address that ends in a slash. */
export function planFor({ method, url, mode, destination }: Asked, scope: string): Plan {
  if (method !== 'GET' || !url.startsWith(scope)) return LEAVE
  const path = url.slice(scope.length).replace(/[?#].*$/, '')
  if (NOT_STORED.test(path)) return LEAVE
  if (path.startsWith('assets/')) return { kind: 'piece', path }
  if (mode !== 'navigate') return { kind: 'data', path }
  // A page in a frame of another one is that other one's, and asks as if there were no worker.
  if (destination !== 'document') return LEAVE
  return { kind: 'page', path: path.replace(/(^|\/)index\.html$/, '$1') }
}

/** What of an answer decides; the names are those of `Response`. */
export interface Answered {
  readonly ok: boolean
  readonly redirected: boolean
  readonly type: string
  readonly headers: { get(name: string): string | null }
}

/** Whether an answer is what was asked for: some hosts answer with a page where a script is missing. */
export function isStorable(path: string, { ok, redirected, type, headers }: Answered): boolean {
  if (!ok || redirected || type === 'opaque') return false
  const isPage = /^text\/html\b/.test(headers.get('Content-Type') ?? '')
  return isPage === /(^|\/)$/.test(path)
}

/**
 * The caches that no page has a use for.
 * @param names All that there are.
 * @param used Versions that open pages came from.
 */
export const outdated = (
  names: readonly string[],
  { prefix, current, used }: { prefix: string; current: string; used: ReadonlySet<string> },
): string[] =>
  names.filter((name) => {
    if (!name.startsWith(prefix)) return false
    const version = name.slice(prefix.length)
    return version !== current && version !== PAGES && !used.has(version)
  })

/** In the place of a version: the cache that notes which page came from which version. */
export const PAGES = 'pages'
