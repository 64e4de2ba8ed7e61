import type { Parameter } from './parameters.ts'
import type { Part } from './part.ts'

/** Which piece of which message a `message/partial` is (RFC 2046 §5.2.2). */
export function fragmentOf(type: string, parameters: readonly Parameter[]): Pick<Part, 'fragment'> {
  if (type !== 'message/partial') return {}
  const text = (name: string): string | undefined =>
    parameters.find((one) => one.name === name)?.value
  const number = (name: string): number | undefined => {
    const value = text(name) ?? ''
    return /^[1-9]\d{0,5}$/.test(value) ? Number(value) : undefined
  }
  const [id, place, total] = [text('id'), number('number'), number('total')]
  if (id === undefined || place === undefined) return {}
  return { fragment: { id, number: place, ...(total === undefined ? {} : { total }) } }
}
