import { isObject } from '../../core/text/is-object.ts'
import type { ComposerId, Values } from '../../lab/compose/composer.ts'
import type { RampAsked } from '../../lab/compose/ramp.ts'

/** What is chosen, as it is kept. A private key is never among it. */
export interface StoredWriting {
  readonly v: 1
  readonly tab: ComposerId
  readonly domain: string
  readonly values: Readonly<Partial<Record<ComposerId, Values>>>
  readonly touched: readonly ComposerId[]
  readonly ramp: Partial<RampAsked>
}

const IDS: readonly string[] = ['spf', 'dkim', 'dmarc', 'mta-sts', 'bimi'] satisfies ComposerId[]

export const isComposerId = (id: unknown): id is ComposerId =>
  typeof id === 'string' && IDS.includes(id)

/** Reads what was kept; undefined where it is something else. Never throws. */
export function readStored(text: string | null): StoredWriting | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return isObject(value) && value['v'] === 1 ? sound(value) : undefined
  } catch {
    return undefined
  }
}

function sound(value: Readonly<Record<string, unknown>>): StoredWriting {
  const { tab, domain, values, touched, ramp } = value
  const kept = isObject(values) ? Object.entries(values) : []
  return {
    v: 1,
    tab: isComposerId(tab) ? tab : 'spf',
    domain: typeof domain === 'string' ? domain : '',
    values: Object.fromEntries(
      kept.flatMap(([id, one]) => (isComposerId(id) && isObject(one) ? [[id, texts(one)]] : [])),
    ),
    touched: Array.isArray(touched) ? touched.filter(isComposerId) : [],
    ramp: isObject(ramp) ? rampFrom(ramp) : {},
  }
}

const texts = (one: object): Values =>
  Object.fromEntries(
    Object.entries(one).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )

const isAnswer = (value: unknown): value is 'yes' | 'no' => value === 'yes' || value === 'no'

const rampFrom = ({ from, rarest, signed, lists }: Partial<Record<string, unknown>>) => ({
  ...(typeof from === 'string' && { from }),
  ...(typeof rarest === 'number' && { rarest }),
  ...(isAnswer(signed) && { signed }),
  ...(isAnswer(lists) && { lists }),
})
