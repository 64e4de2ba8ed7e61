import { isObject } from '../../core/text/is-object.ts'
import { EMBED_PROTOCOL, embedLimits, type HostMessage, type Look } from '../../embed/protocol.ts'

/**
 * Reads what came from the page around. What has no `helo` is no message to us, and what has a type that this
 * version does not know is of a later one: both are left alone, as undefined.
 * @returns `wrong` for one of ours that is not as it should be. Never throws.
 */
export function readHostMessage(value: unknown): HostMessage | 'wrong' | undefined {
  if (!isObject(value) || typeof value['helo'] !== 'number') return undefined
  const { helo, type } = value
  if (typeof type !== 'string' || !Object.hasOwn(checks, type)) return undefined
  if (helo !== EMBED_PROTOCOL) return 'wrong'
  return checks[type as HostMessage['type']](value) ? (value as unknown as HostMessage) : 'wrong'
}

type Fields = Readonly<Record<string, unknown>>

const isText = (value: unknown, most: number): boolean =>
  typeof value === 'string' && value.length <= most
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0

function isTexts(value: unknown, most: { readonly count: number; readonly text: number }): boolean {
  if (!isObject(value)) return false
  const all = Object.entries(value)
  return (
    all.length <= most.count &&
    all.every(([name, text]) => name.length <= 100 && isText(text, most.text))
  )
}

const isLook = (value: unknown): value is Look =>
  isObject(value) &&
  ['light', 'dark', 'auto'].includes(String(value['theme'])) &&
  isTexts(value['properties'], { count: 40, text: embedLimits.property })

const isOpen = ({ kind, text, options, look, state, shares }: Fields): boolean =>
  isText(kind, 40) &&
  // What is longer than it may be is shown as such.
  isText(text, embedLimits.text + 1) &&
  isTexts(options, { count: embedLimits.options, text: embedLimits.option }) &&
  isLook(look) &&
  (state === undefined || isText(state, embedLimits.state)) &&
  (shares === undefined || typeof shares === 'boolean')

const checks: Readonly<Record<HostMessage['type'], (message: Fields) => boolean>> = {
  open: isOpen,
  look: ({ look }) => isLook(look),
  reset: () => true,
  getState: ({ id }) => isCount(id),
  serve: () => true,
  lost: () => true,
  setState: ({ id, state }) => isCount(id) && isText(state, embedLimits.state),
}
