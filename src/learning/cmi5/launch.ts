import { isObject } from '../../core/text/is-object.ts'

/** What an LMS opens the page of a lesson with (cmi5, 8.1). */
export interface Launch {
  /** Where requests go, with a slash at its end. */
  readonly endpoint: string
  /** Where the token is fetched, once. */
  readonly fetch: string
  /** An agent with an account, as it was given. */
  readonly actor: Readonly<Record<string, unknown>>
  readonly registration: string
  readonly activityId: string
}

/**
 * @param given What the page was called with, by name.
 * @returns Undefined where no LMS has called it. Never throws.
 */
export function readLaunch(given: ReadonlyMap<string, string>): Launch | undefined {
  const [endpoint, fetch] = [addressOf(given.get('endpoint')), addressOf(given.get('fetch'))]
  const actor = jsonOf(given.get('actor') ?? '')
  const [registration, activityId] = [given.get('registration'), given.get('activityId')]
  if (!endpoint || !fetch || !isObject(actor) || !registration || !activityId) return undefined
  return {
    ...{ endpoint: endpoint.replace(/\/?$/, '/'), fetch, registration, activityId },
    actor: actor as Launch['actor'],
  }
}

/** What the LMS has written down for this launch (cmi5, 10). */
export interface LaunchData {
  /** Goes into each statement as it is. */
  readonly contextTemplate: Readonly<Record<string, unknown>>
  readonly launchMode: 'Normal' | 'Browse' | 'Review'
  /** From 0 to 1. */
  readonly masteryScore?: number
  /** Where the learner goes when the lesson is left. */
  readonly returnURL?: string
}

/** @returns Undefined where it is no launch data. Never throws. */
export function readLaunchData(value: unknown): LaunchData | undefined {
  if (!isObject(value)) return undefined
  const { contextTemplate, launchMode, masteryScore, returnURL } = value
  if (!isObject(contextTemplate)) return undefined
  const url = typeof returnURL === 'string' ? addressOf(returnURL) : undefined
  return {
    contextTemplate: contextTemplate as LaunchData['contextTemplate'],
    launchMode: launchMode === 'Browse' || launchMode === 'Review' ? launchMode : 'Normal',
    ...(isShare(masteryScore) && { masteryScore }),
    ...(url !== undefined && { returnURL: url }),
  }
}

const isShare = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= 1

/** Of the web alone: no other scheme is ever opened or asked. */
function addressOf(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined
  return /^https?:$/.test(new URL(text).protocol) ? text : undefined
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
