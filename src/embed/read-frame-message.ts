import { EMBED_PROTOCOL, embedLimits, type FrameMessage } from './protocol.ts'

/** What comes from a frame that is none of ours, or of a version that is not spoken here. */
export type FrameReading = FrameMessage | 'other version' | undefined

type Fields = Readonly<Record<string, unknown>>

const isText = (value: unknown, most: number = embedLimits.option): value is string =>
  typeof value === 'string' && value.length <= most
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0

const checks: Readonly<Record<FrameMessage['type'], (message: Fields) => boolean>> = {
  hello: ({ versions }) => Array.isArray(versions) && versions.length < 100,
  height: ({ height }) => isCount(height) && height <= embedLimits.height,
  ready: ({ kind }) => isText(kind),
  verdict: ({ verdict }) => isObject(verdict) && isText(verdict['result']),
  goal: ({ goal }) => isObject(goal) && isText(goal['id']),
  step: ({ step }) => isObject(step) && isText(step['id']) && Array.isArray(step['met']),
  complete: ({ record }) => record === undefined || isText(record, embedLimits.state),
  state: ({ state }) => isText(state, embedLimits.state),
  answer: ({ id, state }) => isCount(id) && isText(state, embedLimits.state),
  refused: ({ id, reason }) => isCount(id) && isText(reason),
  problem: ({ reason }) => isText(reason),
  share: () => true,
}

/** Reads what came over the line from a frame. Never throws. */
export function readFrameMessage(value: unknown): FrameReading {
  if (!isObject(value) || typeof value['helo'] !== 'number') return undefined
  const { type, versions } = value
  if (typeof type !== 'string' || !Object.hasOwn(checks, type)) return undefined
  if (!checks[type as FrameMessage['type']](value)) return undefined
  if (type === 'hello' && !(versions as unknown[]).includes(EMBED_PROTOCOL)) return 'other version'
  return value as unknown as FrameMessage
}
