import { words } from '#words/world-choice'
import type { Lesson } from '../../lab/types.ts'

/** A world that the sandbox offers. */
export interface WorldEntry {
  readonly name: string
  readonly title: string
  readonly about: string
}

/** What is fetched of a world: `worlds/<name>.json`. */
interface WorldData extends WorldEntry {
  readonly desk: string
  readonly suggestions: readonly string[]
  readonly world: Lesson['world']
}

/** Work in a world is kept under its name. */
const slugOf = (name: string): string => `sandbox-${name}`

/** The world that a sandbox is in; undefined in its own. */
export const worldOf = (
  { slug }: Pick<Lesson, 'slug'>,
  worlds: readonly WorldEntry[],
): WorldEntry | undefined => worlds.find(({ name }) => slug === slugOf(name))

/** The address of the sandbox in a world, from its page; an empty name is its own world. */
export const addressOf = (name: string): string => (name === '' ? './' : `./?world=${name}`)

/**
 * The sandbox in another world.
 * @param target Shows that it is being fetched; what stood there is of the sandbox's own world.
 * @returns Never resolves where it cannot be fetched: then the target says so.
 */
export async function inWorld(lesson: Lesson, name: string, target: Element): Promise<Lesson> {
  show(target, words.opening(name))
  const data = await fetchWorld(name).catch(() => undefined)
  if (!data) {
    show(target, words.failed(name))
    return new Promise(() => undefined)
  }
  const { title, desk, suggestions, world } = data
  document.title = words.pageTitle(title)
  target.replaceChildren()
  const panels = lesson.panels.filter((panel) => panel !== 'devices' || world.devices?.length)
  return {
    ...{ ...lesson, slug: slugOf(name), title, panels, world },
    terminal: { host: desk, suggestions },
  }
}

async function fetchWorld(name: string): Promise<WorldData> {
  const answer = await fetch(new URL(`../worlds/${name}.json`, document.baseURI))
  if (!answer.ok) throw new Error(String(answer.status))
  return (await answer.json()) as WorldData
}

function show(target: Element, text: string): void {
  const line = document.createElement('p')
  line.className = 'notice'
  line.role = 'status'
  line.textContent = text
  target.replaceChildren(line)
}
