import { during } from './at-work.ts'

/** How long to wait before each further try, in milliseconds: a train is in a tunnel for seconds. */
const WAITS = [300, 1000, 3000, 9000]

/** What trying again takes; tests hand in their own. */
export interface AgainPorts {
  /** Resolves after so many milliseconds. */
  wait(milliseconds: number): Promise<void>
  /** Fetches a script by its address. */
  fetchUrl(url: string): Promise<unknown>
}

const browser: AgainPorts = {
  wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  fetchUrl: (url) => import(/* @vite-ignore */ url),
}

/**
 * Fetches a piece of the page, and again where that fails. Rejects as the last try did.
 *
 * A browser remembers a script that failed, and most give no second chance to its address. Their
 * errors name it, so it is asked for under another one. A script that the piece itself imports, and
 * that failed, stays failed until the page is loaded again.
 * @param fetchPiece `() => import('./piece.ts')`.
 */
export const fetchAgain = <Piece>(
  fetchPiece: () => Promise<Piece>,
  ports: AgainPorts = browser,
): Promise<Piece> => during(fetchUntilItComes(fetchPiece, ports))

async function fetchUntilItComes<Piece>(
  fetchPiece: () => Promise<Piece>,
  { wait, fetchUrl }: AgainPorts,
): Promise<Piece> {
  let fetching = fetchPiece()
  for (const [at, milliseconds] of WAITS.entries())
    try {
      return await fetching
    } catch (error) {
      await wait(milliseconds)
      const [script] = /http\S+?\.js/.exec(String(error)) ?? []
      fetching = script
        ? fetchUrl(`${script}?again=${at}`).then((fetched) => partOf(fetchPiece, fetched) as Piece)
        : fetchPiece()
    }
  return fetching
}

/**
 * How the bundler takes a piece out of a script that it shares with others: `.then((e) => e.t)`. A check of the
 * build holds that it does so.
 */
export const PART = /\.then\(\(?([\w$]+)\)?\s*=>\s*\1\.([\w$]+)\)/

/** A piece that was built into one script with others is one of its exports; a script that is fetched by its address is all of them. */
function partOf(fetchPiece: () => unknown, fetched: unknown): unknown {
  const [, , name] = PART.exec(String(fetchPiece)) ?? []
  return name === undefined ? fetched : (fetched as Record<string, unknown>)[name]
}
