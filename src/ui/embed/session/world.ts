import type { Lesson } from '../../../lab/types.ts'

/** What `worlds/<name>.json` has. */
interface WorldData {
  readonly title: string
  readonly about: string
  readonly desk: string
  readonly suggestions: readonly string[]
  readonly world: Lesson['world']
}

/** The world where an element names none. */
export const usualWorld = 'first-steps'

/**
 * A world by its name, as the sandbox opens it: work in it can be gone on with there.
 * @param site The site's root in its language.
 * @returns Undefined where there is no such world. Rejects where it cannot be fetched.
 */
export async function fetchWorld(site: URL, name: string): Promise<Lesson | undefined> {
  const answer = await fetch(new URL(`worlds/${name}.json`, site))
  if (answer.status === 404) return undefined
  if (!answer.ok) throw new Error(String(answer.status))
  const { title, about, desk, suggestions, world } = (await answer.json()) as WorldData
  return {
    ...{ slug: `sandbox-${name}`, number: 0, minutes: 0, edition: 1, doing: 55 },
    module: { number: 0, slug: 'sandbox', title: '' },
    ...{ title, objective: about, misconception: '', debrief: '', notes: '' },
    ...{ steps: [], panels: ['terminal'], hints: [], variants: [] },
    terminal: { host: desk, suggestions },
    world,
  }
}

/** The line that connects to a mail server of the world: the one that it suggests. */
export const connectLine = ({ terminal }: Lesson): string | undefined =>
  terminal?.suggestions.find((line) => /^(?:nc|telnet) \S+ (?:25|587|smtp)$/.test(line))

/** Lines of an attribute: one a line; what stands around them is no part of them. */
export const startLines = (value: string): readonly string[] =>
  value
    .split(/\r?\n|\\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 100)
