import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { replaced, replacedWithin, type Parts } from '../../../ui/editor/monaco/parts/replaced.ts'
import { withPlainEnums } from './enums.ts'
import { exportsOf } from './exports-of.ts'
import { ICON_LISTS, iconsIn, keptIcons, withIcons } from './icons.ts'
import { leftOut, type LeftOut, type NamesOf } from './left-out.ts'
import { knownNames, namesIn } from './members/known-names.ts'
import { shortenMembers } from './members/short-members.ts'
import { withoutUnusedMembers } from './members/without-unused-members.ts'
import { withPlainTexts } from './plain-texts.ts'
import { withSharedHelpers } from './shared-helpers.ts'
import { API, withUsedApi } from './used-api.ts'
import { withoutDeclarations } from './without-declarations.ts'
import { withoutDescriptions } from './without-descriptions.ts'

/** Where the code stands that uses it. */
const AROUND = 'src/ui/editor/monaco'
const PARTS = `${AROUND}/parts`
/** Comes with each page that opens an editor. */
const CORE = 'vs/editor/editor.api.js'

/** Its chunk, as vite.config.ts names it. */
const CHUNK = 'monaco'

interface Taken {
  /** See `left-out.ts`. */
  readonly leftOut: readonly LeftOut[]
  /** See `replaced.ts`. */
  readonly replaced: Parts
}

/**
 * The editor is as large as all the rest of a lesson: this leaves out of the built site what of it is never on.
 * The dev server serves all of it.
 * @throws Where a module to be left out is no part of it any more, or exports other names.
 */
export function smallMonaco(root: string, taken: Taken = { leftOut, replaced }): Plugin {
  const parts = new Map(Object.entries(taken.replaced))
  const whole = namesOf(taken.leftOut.map(({ modules = {} }) => modules))
  const within = namesOf(taken.leftOut.map(({ within = {} }) => within))
  const around = namesIn(join(root, AROUND))
  const loaded = new Set<string>()
  const icons = new Set<string>()
  return {
    name: 'helo-world:small-monaco',
    apply: 'build',
    load: {
      filter: { id: /\/monaco-editor\/esm\/vs\/.*\.js$/ },
      handler(id) {
        const module = id.split('/monaco-editor/esm/')[1]!
        loaded.add(module)
        const part = parts.get(module)
        if (part) return `export * from ${JSON.stringify(join(root, PARTS, part))}`
        const names = whole.get(module)
        if (names) return emptied(root, module, names, exportsOf(readFileSync(id, 'utf8')))
        const code = smaller(root, used(module, readFileSync(id, 'utf8'), around))
        for (const icon of iconsIn(code)) icons.add(icon)
        if (ICON_LISTS.has(module)) return withIcons(code, keptIcons)
        return withParts(root, module, without(root, module, code, within.get(module)))
      },
    },
    renderChunk(code, { name }) {
      if (name !== CHUNK) return null
      const known = knownNames(around)
      return { code: shortenMembers(withoutUnusedMembers(code, known), known), map: null }
    },
    buildEnd(error) {
      if (error || !loaded.has(CORE)) return
      const all = [...parts, ...whole, ...within, ...Object.entries(replacedWithin)]
      const missing = all.filter(([module]) => !loaded.has(module))
      if (missing.length)
        this.error(
          `Nothing of Monaco imports ${missing.map(([name]) => name).join(', ')} any more.`,
        )
      const unknown = [...icons].filter((icon) => !keptIcons.has(icon))
      if (unknown.length)
        this.error(`Monaco draws ${unknown.join(', ')}, which icons.ts leaves out.`)
    },
  }
}

const namesOf = (all: readonly NamesOf[]): ReadonlyMap<string, readonly string[]> =>
  new Map(all.flatMap((one) => Object.entries(one)))

/** What stays of a module that stays. */
const smaller = (root: string, code: string): string =>
  withSharedHelpers(
    withPlainTexts(withPlainEnums(withoutDescriptions(code))),
    join(root, PARTS, 'decorate.ts'),
  )

/** Of what is there for the code around, what that uses. */
const used = (module: string, code: string, around: ReadonlySet<string>): string =>
  API.has(module) ? withUsedApi(code, around) : code

/** A module without some of its classes and functions. */
const without = (root: string, module: string, code: string, names?: readonly string[]): string =>
  names
    ? importing(root) +
      withoutDeclarations(module, code, names, (name) => `const ${name} = leftOut('${name}');`)
    : code

/** A module that takes some of its classes and functions from ours. */
function withParts(root: string, module: string, code: string): string {
  const parts = Object.entries(replacedWithin[module] ?? {})
  if (!parts.length) return code
  const names = parts.map(([name]) => name)
  const imports = parts.map(
    ([name, file]) => `import { ${name} } from ${JSON.stringify(join(root, PARTS, file))}\n`,
  )
  return imports.join('') + withoutDeclarations(module, code, names, () => '')
}

const importing = (root: string): string =>
  `import { leftOut } from ${JSON.stringify(join(root, PARTS, 'left-out.ts'))}\n`

/** A module without imports of Monaco, whose exports throw. */
function emptied(
  root: string,
  module: string,
  names: readonly string[],
  now: readonly string[],
): string {
  if (now.join() !== names.toSorted().join())
    throw new Error(`${module} of Monaco exports ${now.join(', ')} now.`)
  const exported = names.map((name) => `export const ${name} = /* @__PURE__ */ leftOut('${name}')`)
  return importing(root) + exported.join('\n')
}
