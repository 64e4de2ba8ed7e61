import { isObject } from '../core/text/is-object.ts'
import { kindNamed } from '../world/events/index.ts'
import {
  isAnything,
  isCount,
  isFlag,
  isOctets,
  isText,
  listOf,
  objectOf,
  oneOf,
  optional,
  wrongField,
  type Check,
  type Fields,
} from './field-checks.ts'
import { LAB_PROTOCOL, type LabOutput, type LabPicture } from './protocol.ts'

/**
 * Reads an output that came from elsewhere.
 * @returns A sentence where it is none that this version knows. Never throws.
 */
export function readOutput(value: unknown): LabOutput | string {
  if (!isObject(value) || typeof value['kind'] !== 'string') return 'This is no output of a lab.'
  const { kind } = value
  if (!Object.hasOwn(fields, kind)) return `This page knows no output “${kind}” of a lab.`
  const wrong = wrongField(value, fields[kind as LabOutput['kind']])
  if (wrong) return `The field “${wrong}” of the output “${kind}” is not what it should be.`
  if (kind === 'hello' && value['version'] !== LAB_PROTOCOL)
    return `This page speaks version ${LAB_PROTOCOL} of the lab protocol, and the lab speaks version ${String(value['version'])}: reload the page.`
  return value as unknown as LabOutput
}

const isFinite: Check = (value) => Number.isFinite(value)

/** What every event has. What else its kind has was put there by a lab of the same version. */
const isEvent: Check = (value) =>
  isObject(value) &&
  isFinite(value['at']) &&
  typeof value['type'] === 'string' &&
  kindNamed(value['type']) !== undefined

const isMessage = objectOf({
  ...{ uid: isCount, flags: listOf(isText), internalDate: isFinite },
  ...{ bytes: isOctets, delivery: optional(isObject) },
})

const isFolder = objectOf({ name: isText, count: isCount, messages: listOf(isMessage) })

const isMailbox = objectOf({ address: isText, name: optional(isText), folders: listOf(isFolder) })

const isLine = objectOf({ text: isText })

const isTerminal = objectOf({
  ...{ terminal: isCount, host: isText, place: isText, running: optional(isText) },
  connection: optional(isCount),
})

const isWritten = objectOf({
  ...{ terminal: isCount, screen: isText, lines: listOf(isLine), busy: isFlag },
})

const isZone = objectOf({ origin: isText, file: isText, text: isText })

const isZoneError = objectOf({ code: isText, message: isText, line: isCount, column: isCount })

const isBridgeZone = objectOf({
  ...{ origin: isText, file: isText, text: isText, version: isCount },
  ...{ served: optional(isText), first: optional(isText), errors: optional(listOf(isZoneError)) },
})

const isTime = objectOf({ now: isFinite, next: optional(isFinite), waiting: listOf(isObject) })

const isList = listOf(isObject)

const picture: Readonly<Record<keyof LabPicture, Check>> = {
  ...{ input: isCount, screen: isText, lines: listOf(isLine), busy: isFlag },
  ...{ terminals: listOf(isTerminal), written: listOf(isWritten) },
  ...{ events: listOf(isEvent), mailboxes: listOf(isMailbox), zones: listOf(isZone) },
  devices: isList,
  numbers: isList,
  time: isTime,
  ...{ diagnostics: isList, advice: isList, senders: isList, mails: isList },
  progress: optional(isObject),
}

/** What each field of an output must be. */
const fields: Readonly<Record<LabOutput['kind'], Fields>> = {
  hello: { version: isCount },
  opened: { run: isCount },
  failed: { run: isCount, cause: oneOf('code', 'work', 'fault'), reason: isText },
  terminal: {
    ...{ run: isCount, text: isText, lines: listOf(isLine), busy: isFlag },
    terminal: optional(isCount),
  },
  terminals: { run: isCount, terminals: listOf(isTerminal) },
  events: { run: isCount, first: isCount, events: listOf(isEvent) },
  mailboxes: { run: isCount, mailboxes: listOf(isMailbox) },
  devices: { run: isCount, devices: isList },
  numbers: { run: isCount, sessions: isList },
  time: { run: isCount, time: isTime },
  zones: { run: isCount, input: isCount, zones: listOf(isZone) },
  findings: {
    ...{ run: isCount, input: isCount, diagnostics: optional(isList), advice: optional(isList) },
    ...{ senders: optional(isList), mails: optional(isList) },
  },
  progress: { run: isCount, input: isCount, progress: isObject },
  applied: { run: isCount, input: isCount },
  snapshot: { run: isCount, picture: objectOf(picture) },
  answer: { id: isCount, answer: isAnything },
  unanswered: { id: isCount, reason: isText },
  refused: { reason: isText },
  bridgeZones: {
    ...{ run: isCount, editing: oneOf('open', 'locked', 'off'), limit: isCount },
    ...{ caches: listOf(isText), zones: listOf(isBridgeZone) },
  },
  bridgeZone: { run: isCount, zone: isBridgeZone },
}
