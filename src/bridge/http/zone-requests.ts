import type { IncomingMessage, ServerResponse } from 'node:http'
import { writeJson } from '../../lab/octet-json.ts'
import type { BridgeZonesOutput, LabOutput } from '../../lab/protocol.ts'
import type { BridgeZone, ZoneEditing } from '../../world/bridge-zones.ts'
import type { World } from '../../world/world.ts'
import { zoneLimits, type EditedZones, type EditOutcome } from '../zones/edited-zones.ts'
import { readBody } from './read-body.ts'
import { whoMayEdit, type EditRules } from './who-may-edit.ts'

/** Where zones are asked for; each is a file below it. */
export const ZONES = '/bridge/zones'
/** What hosts keep of answers; each is named below it. */
export const CACHES = '/bridge/caches'

export interface ZoneRequestsOptions {
  readonly world: Pick<World, 'hosts' | 'forgetAnswers'>
  readonly zones: EditedZones
  /** Names this run of the bridge. */
  readonly run: number
  readonly rules: EditRules
}

/**
 * The zones of a bridge over HTTP. `GET /bridge/zones` has all of them as an output of the lab protocol.
 * `GET /bridge/zones/FILE` has the text of one, with its run and version as the `ETag`; `PUT` there puts another
 * in its place, and with `If-Match` only where it stands as it did: else the answer is 412, with what stands now.
 * `DELETE /bridge/caches/HOST` lets a host forget what it knows of the DNS.
 */
export class ZoneRequests {
  readonly #options: ZoneRequestsOptions

  constructor(options: ZoneRequestsOptions) {
    this.#options = options
  }

  /** @param path The path of the request, at or below `ZONES` or `CACHES`. */
  async answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const editing = whoMayEdit(this.#options.rules, request)
    if (path === ZONES && request.method === 'GET')
      return answerWith(response, 200, this.#all(editing))
    const isCache = path.startsWith(`${CACHES}/`)
    const name = decoded(path.slice((isCache ? CACHES : ZONES).length + 1))
    if (isCache) return this.#forget(name, editing, request, response)
    const zone = name === undefined ? undefined : this.#options.zones.named(name)
    if (!zone) return refuse(response, 404, 'The bridge has no such zone.')
    if (request.method === 'GET') return this.#text(zone, response)
    if (request.method === 'PUT') return this.#edit(zone, editing, request, response)
    response.setHeader('Allow', 'GET, PUT')
    refuse(response, 405, 'A zone is read by GET and edited by PUT.')
  }

  #all(editing: ZoneEditing): BridgeZonesOutput {
    const { world, zones, run } = this.#options
    const caches = world.hosts.filter(({ cachesDns }) => cachesDns).map(({ name }) => name)
    const { octets: limit } = zoneLimits
    return { kind: 'bridgeZones', run, editing, limit, caches, zones: zones.all }
  }

  #text({ text, version, file }: BridgeZone, response: ServerResponse): void {
    response.writeHead(200, {
      ETag: `"${this.#options.run}-${version}"`,
      'Content-Type': 'text/dns; charset=utf-8',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file)}`,
    })
    response.end(text)
  }

  async #edit(
    { file }: BridgeZone,
    editing: ZoneEditing,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if (editing !== 'open') return refuseEdit(response, editing)
    const edited = versionIn(request.headers['if-match'])
    if (edited === 'strange')
      return refuse(response, 400, 'If-Match has what the ETag of the zone had: "RUN-VERSION".')
    const body = await readBody(request, zoneLimits.octets)
    if (!body) return refuseLength(response)
    const text = readUtf8(body)
    if (text === undefined) return refuse(response, 400, 'A zone is text in UTF-8; this is none.')
    const { run, zones } = this.#options
    const isOfOtherRun = edited !== 'any' && edited.run !== run
    // No zone has version 0, so an edit from before this bridge began is always too old.
    const version = edited === 'any' ? undefined : isOfOtherRun ? 0 : edited.version
    this.#report(zones.put(file, text, version), response)
  }

  #report(outcome: EditOutcome, response: ServerResponse): void {
    if (outcome.kind === 'too long') return refuseLength(response)
    if (outcome.kind === 'unknown') return refuse(response, 404, 'The bridge has no such zone.')
    const { run } = this.#options
    const { zone } = outcome
    response.setHeader('ETag', `"${run}-${zone.version}"`)
    answerWith(response, outcome.kind === 'stale' ? 412 : 200, { kind: 'bridgeZone', run, zone })
  }

  #forget(
    name: string | undefined,
    editing: ZoneEditing,
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    const { world } = this.#options
    const host = world.hosts.find((one) => one.name === name)
    if (!host?.cachesDns) return refuse(response, 404, 'No such host keeps answers of the DNS.')
    if (request.method !== 'DELETE') {
      response.setHeader('Allow', 'DELETE')
      return refuse(response, 405, 'What a host keeps is forgotten by DELETE.')
    }
    if (editing !== 'open') return refuseEdit(response, editing)
    world.forgetAnswers(host.name)
    response.writeHead(204).end()
  }
}

type Edited = { readonly run: number; readonly version: number } | 'any' | 'strange'

/** What an edit says of the text that it was made of. */
function versionIn(header: string | undefined): Edited {
  if (header === undefined || header.trim() === '*') return 'any'
  const [, run, version] = /^"(\d{1,15})-(\d{1,15})"$/.exec(header.trim()) ?? []
  return run === undefined ? 'strange' : { run: Number(run), version: Number(version) }
}

function readUtf8(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)
  } catch {
    return undefined
  }
}

function decoded(name: string): string | undefined {
  try {
    return decodeURIComponent(name)
  } catch {
    return undefined
  }
}

function refuseEdit(response: ServerResponse, editing: ZoneEditing): void {
  if (editing === 'off')
    return refuse(response, 403, 'This bridge was started so that its zones cannot be edited.')
  response.setHeader('WWW-Authenticate', 'Bearer')
  refuse(response, 401, 'From another machine an edit needs the token that the bridge printed.')
}

function refuseLength(response: ServerResponse): void {
  // What was not read of it must not be taken for another request.
  response.setHeader('Connection', 'close')
  refuse(response, 413, `A zone has ${zoneLimits.octets} octets at most.`)
}

const refuse = (response: ServerResponse, status: number, reason: string): void =>
  answerWith(response, status, { kind: 'refused', reason })

function answerWith(response: ServerResponse, status: number, output: LabOutput): void {
  response.writeHead(status, { 'Content-Type': 'application/json' })
  response.end(`${writeJson(output)}\n`)
}
