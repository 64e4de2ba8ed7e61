/** What a message can be shown as, in their order. */
export const faceNames = ['headers', 'way', 'parts', 'hidden', 'findings'] as const

export type FaceName = (typeof faceNames)[number]

const isFace = (name: string): name is FaceName => (faceNames as readonly string[]).includes(name)

/**
 * The faces of an attribute such as `way, parts`, in its order: the first is opened.
 * @returns Undefined where it names one that is not there.
 */
export function readFaces(value: string): readonly FaceName[] | undefined {
  const names = value.split(/[\s,|]+/).filter(Boolean)
  return names.length > 0 && names.every(isFace) ? [...new Set(names)] : undefined
}
