import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import {
  documentKinds,
  documentOf,
  type DocumentKindName,
  type DocumentName,
} from '../../../core/document-name.ts'
import { isObject } from '../../../core/text/is-object.ts'
import { hostBySettings } from '../../../world/settings/documents.ts'
import { printSettings } from '../../../world/settings/print.ts'
import { host as hostSchema } from '../../../world/spec/host.ts'
import type { DocumentSpec, HostSpec } from '../../../world/spec.ts'

/** Texts of documents beside the zones, by file: `mail.example.org.conf`. */
export type DocumentTexts = ReadonlyMap<string, string>

/** Reads the documents of a lesson or a world: `settings/mail.example.org.conf`. */
export async function readDocuments(folder: string): Promise<DocumentTexts> {
  const found = await Promise.all(
    (Object.keys(documentKinds) as DocumentKindName[]).map(async (kind) => {
      const inside = join(folder, documentKinds[kind].folder)
      const names = await readdir(inside).catch(() => [])
      const files = names.filter((name) => documentOf(name)?.kind === kind).toSorted()
      return Promise.all(
        files.map(async (name) => [name, await readFile(join(inside, name), 'utf8')] as const),
      )
    }),
  )
  return new Map(found.flat())
}

/** Names of an `editable` list, by what they name: origins of zones, and files of other documents. */
export function sortNames(names: unknown, zones: ReadonlyMap<string, string>) {
  const list: unknown[] = Array.isArray(names) ? names : names === undefined ? [] : [names]
  const isDocument = (name: unknown) =>
    typeof name === 'string' && !zones.has(name) && documentOf(name) !== undefined
  return {
    zones:
      Array.isArray(names) || names === undefined ? list.filter((one) => !isDocument(one)) : names,
    documents: list.filter(isDocument) as string[],
  }
}

/**
 * A world with its documents: those that have a file, and those that may be edited, whose text is printed
 * where there is no file. A host works by its settings from the start.
 * @param world Not checked yet: what is no host is left as it is.
 */
export function withDocuments<World extends object>(
  world: World,
  texts: DocumentTexts,
  editable: readonly string[],
): World {
  const files = [...new Set([...texts.keys(), ...editable])]
  if (!files.length) return world
  const given: unknown = (world as Readonly<Record<string, unknown>>)['hosts']
  const hosts: unknown[] = Array.isArray(given) ? given : []
  const documents = files.map((file): DocumentSpec => {
    const about = documentOf(file)!
    const text = texts.get(file) ?? printed(about, hosts)
    return { ...about, file, text, editable: editable.includes(file) }
  })
  return { ...world, hosts: hosts.map((host) => setUp(host, documents)), documents }
}

/** Settings that are not written are those that the host has. */
function printed({ kind, name }: DocumentName, hosts: readonly unknown[]): string {
  const host = hosts.map(asHost).find((one) => one?.name === name)
  return kind === 'settings' && host ? printSettings(host) : ''
}

function setUp(given: unknown, documents: readonly DocumentSpec[]): unknown {
  const host = asHost(given)
  const document = documents.find((one) => one.kind === 'settings' && one.name === host?.name)
  return host && document ? hostBySettings(host, document) : given
}

function asHost(given: unknown): HostSpec | undefined {
  if (!isObject(given)) return undefined
  const result = v.safeParse(hostSchema, given)
  return result.success ? result.output : undefined
}
