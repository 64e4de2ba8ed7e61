import { embedLimits, type Look, type OpenMessage } from '../../embed/protocol.ts'

/** What a frame is opened with. */
export type Opening = Omit<OpenMessage, 'helo' | 'type'>

/**
 * What the address of a plain frame asks for: `?kind=zone&theme=dark&sender=…#text=…`, or `#s=…` for a state.
 * @returns Undefined where it names no kind: a script of the page around it will say what to show.
 */
export function openingOf(search: string, hash: string): Opening | undefined {
  const options = new Map(
    [...new URLSearchParams(search)].slice(0, embedLimits.options) as [string, string][],
  )
  const kind = options.get('kind')
  if (kind === undefined) return undefined
  const theme = options.get('theme')
  const properties = Object.fromEntries(
    [...options].flatMap(([name, value]) => {
      const [, property] = /^helo-([a-z]+)$/.exec(name) ?? []
      return property === undefined ? [] : [[property, value.slice(0, embedLimits.property)]]
    }),
  )
  const own = [...options].filter(([name]) => !/^(?:kind|theme|helo-[a-z]+)$/.test(name))
  const fragment = hash.replace(/^#/, '').slice(0, embedLimits.state)
  return {
    kind,
    options: Object.fromEntries(
      own.map(([name, value]) => [name, value.slice(0, embedLimits.option)]),
    ),
    look: { theme: isTheme(theme) ? theme : 'auto', properties },
    text: textIn(fragment),
    ...(fragment.startsWith('s=') && { state: fragment }),
  }
}

const isTheme = (value: string | undefined): value is Look['theme'] =>
  value === 'light' || value === 'dark' || value === 'auto'

function textIn(fragment: string): string {
  const text = new URLSearchParams(
    fragment.startsWith('text=') ? fragment.replaceAll('+', '%2B') : '',
  )
  return (text.get('text') ?? '').replace(/\r\n?/g, '\n').slice(0, embedLimits.text + 1)
}
