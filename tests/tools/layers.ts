import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { readFacts, type SourceFile } from './read-imports.ts'

export interface Architecture {
  /** Layer ▶ the other layers that it may import. A layer is a folder of `src/`. */
  readonly mayImport: Readonly<Record<string, readonly string[]>>
  /** What a layer's tests may import beyond that. */
  readonly testsMayImport: readonly string[]
  /** Layer ▶ what its tests may import on top of that. */
  readonly testsOf?: Readonly<Record<string, readonly string[]>>
  /** Layers that may use Node's own modules. */
  readonly onNode: readonly string[]
  /** Layer ▶ the packages that it may import. A layer that is not named may import any. */
  readonly packages: Readonly<Record<string, readonly string[]>>
}

/** `src/auth/spf/parse.ts` ▶ `auth`; `src/index.ts` ▶ `index`; outside of src: undefined. */
export function layerOf(path: string): string | undefined {
  return /^src\/([^/]+?)(?:(?:\.test)?\.ts)?(?:\/|$)/.exec(path)?.[1]
}

export const isTest = (path: string): boolean => path.endsWith('.test.ts')

/** The path that a relative import names, from the project's root; undefined for a package. */
export function resolveImport(from: string, specifier: string): string | undefined {
  const target = specifier.replace(/\?.*$/, '')
  if (target.startsWith('/')) return target.slice(1)
  if (target.startsWith('#words/')) return `src/ui/words/en/${target.slice('#words/'.length)}.ts`
  if (!target.startsWith('.')) return undefined
  return posix.join(posix.dirname(from), target)
}

/** Each broken rule of one file, as a sentence. */
export function violations(file: SourceFile, rules: Architecture): string[] {
  const layer = layerOf(file.path)
  if (layer === undefined) return []
  if (rules.mayImport[layer] === undefined)
    return [`${file.path}: the table names no layer \`${layer}\``]
  const { specifiers, hasEnum } = readFacts(file)
  return [
    ...(hasEnum ? [`${file.path}: write a union of string literals in place of an enum`] : []),
    ...specifiers.flatMap((specifier) => judge(file.path, layer, specifier, rules)),
  ]
}

function judge(path: string, layer: string, specifier: string, rules: Architecture): string[] {
  const target = resolveImport(path, specifier)
  if (target === undefined) return judgePackage(path, layer, specifier, rules)
  const allowed = [
    layer,
    ...(rules.mayImport[layer] ?? []),
    ...(isTest(path) ? [...rules.testsMayImport, ...(rules.testsOf?.[layer] ?? [])] : []),
  ]
  const aim = layerOf(target)
  if (aim === undefined) return judgeOutside(path, layer, target, rules)
  if (allowed.includes(aim)) return []
  return [
    `${path} imports ${target}: ${layer} may import ${allowed.slice(1).join(', ') || 'nothing'}`,
  ]
}

function judgeOutside(path: string, layer: string, target: string, rules: Architecture): string[] {
  if (isTest(path) || rules.onNode.includes(layer)) return []
  return [`${path} imports ${target}: what ships imports only from src`]
}

function judgePackage(path: string, layer: string, specifier: string, rules: Architecture) {
  if (isTest(path)) return []
  if (isBuiltin(specifier))
    return rules.onNode.includes(layer)
      ? []
      : [`${path} imports ${specifier}: ${layer} runs without Node`]
  const allowed = rules.packages[layer]
  const name = packageName(specifier)
  if (allowed === undefined || allowed.includes(name)) return []
  return [`${path} imports ${specifier}: ${layer} may use ${allowed.join(', ') || 'no packages'}`]
}

const packageName = (specifier: string): string =>
  specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
