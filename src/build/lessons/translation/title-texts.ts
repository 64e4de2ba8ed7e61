import type { Visit } from './text.ts'

/** A module with another title. */
export const moduleWith =
  <Module extends { readonly title: string }>(module: Module) =>
  (visit: Visit): Module => ({
    ...module,
    title: visit({ path: ['title'], text: module.title }),
  })

interface PathTexts {
  readonly id: string
  readonly title: string
  readonly about: string
}

/** Paths with other texts. */
export const pathsWith =
  <Path extends PathTexts>(paths: readonly Path[]) =>
  (visit: Visit): Path[] =>
    paths.map((path) => ({
      ...path,
      title: visit({ path: [path.id, 'title'], text: path.title }),
      about: visit({ path: [path.id, 'about'], text: path.about }),
    }))
