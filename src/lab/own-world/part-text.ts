import { dump } from 'js-yaml'
import { checkWorld } from './check-world.ts'
import { ownLimits, type OwnWorld } from './own-world.ts'
import { partNames, type PartName } from './parts.ts'
import { tidied } from './tidy.ts'
import { yamlPlaces, type PlaceOf } from './yaml-places.ts'
import { readYamlText, type TextFault } from './yaml-text.ts'

/** A part of a world, or all of it. */
export type TextPart = PartName | 'world'

export type PartRead =
  | { readonly ok: true; readonly own: OwnWorld }
  /** In reading order. */
  | { readonly ok: false; readonly faults: readonly TextFault[] }

/** A part of a world as YAML. */
export const partText = ({ world }: OwnWorld, part: TextPart): string =>
  dump(part === 'world' ? world : world[part], { lineWidth: 100, noRefs: true })

/** Puts a part in the place of what its text says. Never throws. */
export function readPart(own: OwnWorld, part: TextPart, text: string): PartRead {
  if (text.length > ownLimits.whole)
    return one(
      `A world of your own has at most ${ownLimits.whole.toLocaleString('en')} characters; this has ${text.length.toLocaleString('en')}.`,
    )
  const reading = readYamlText(text)
  if (!reading.ok) return { ok: false, faults: [reading.fault] }
  const data: unknown = reading.data ?? (part === 'world' ? {} : [])
  if (part !== 'world' && !Array.isArray(data))
    return one('Write a list: each item begins with `- `.')
  if (part !== 'world' && (data as readonly unknown[]).length > ownLimits[part])
    return one(
      `This list has at most ${ownLimits[part]} items; here are ${(data as readonly unknown[]).length}.`,
    )
  const world = part === 'world' ? data : { ...own.world, [part]: data }
  const check = checkWorld({ ...own, world: withoutOldSettings(own, world, part) })
  if (!check.ok) return { ok: false, faults: placed(check.problems, text, part) }
  return { ok: true, own: { ...check.own, world: tidied(check.own.world) } }
}

/** Printed settings of hosts that are written anew are of the hosts as they were. */
function withoutOldSettings({ world: before }: OwnWorld, world: unknown, part: TextPart): unknown {
  if (part !== 'hosts') return world
  const { hosts, documents = [] } = world as OwnWorld['world']
  const isSame = (name: string): boolean => {
    const [was, is] = [before.hosts, hosts].map((list) => list.find((host) => host?.name === name))
    return JSON.stringify(was) === JSON.stringify(is)
  }
  return {
    ...(world as OwnWorld['world']),
    documents: documents.filter(({ name }) => isSame(name)),
  }
}

interface PathProblem {
  readonly path: readonly (string | number)[]
  readonly message: string
}

/** Problems of other parts, which this one caused, stand at its start. */
function placed(problems: readonly PathProblem[], text: string, part: TextPart): TextFault[] {
  const placeOf = placesIn(text)
  return problems
    .map(({ path, message }) => {
      const isHere = part === 'world' || path[0] === part
      const inText = part === 'world' ? path : path.slice(1)
      const at = isHere ? placeOf(inText) : 0
      const named = isHere || !isPart(path[0]) ? message : `${path.join('.')}: ${message}`
      return { message: named, ...placeAt(text, at) }
    })
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
}

const isPart = (name: unknown): boolean => partNames.some((part) => part === name)

function placesIn(text: string): PlaceOf {
  try {
    return yamlPlaces(text)
  } catch {
    return () => 0
  }
}

function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset)
  return {
    line: before.split('\n').length,
    column: offset - before.lastIndexOf('\n'),
  }
}

const one = (message: string): PartRead => ({
  ok: false,
  faults: [{ message, line: 1, column: 1 }],
})
