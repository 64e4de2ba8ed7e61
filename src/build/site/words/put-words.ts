import type { Texts } from './read-words.ts'

const importing = /^[ \t]*import \{ words(?: as (\w+))? \} from '#words\/([\w-]+)'$/gm

/** The rooms whose words a source imports. */
export const roomsIn = (source: string): string[] =>
  [...source.matchAll(importing)].map(([, , room]) => room!)

/**
 * Puts texts where a source names them: `{words.title}` becomes text of the markup, `words.title`
 * in a script becomes a literal. So a page weighs and draws the same as if they were written there.
 * What takes something is imported from its module, one by one.
 * @param textsOf The texts of a room that the source imports.
 */
export function putWords(source: string, textsOf: (room: string) => Texts): string {
  const rooms = new Map<string, Texts>()
  const rest = source.replace(importing, (_, as: string | undefined, room: string) => {
    rooms.set(as ?? 'words', textsOf(room))
    return `import * as ${as ?? 'words'} from '#words/${room}'`
  })
  if (!rooms.size) return source
  const names = [...rooms.keys()].join('|')
  const named = new RegExp(`(=?\\{)?(?<![\\w$.'])(${names})((?:\\.\\w+)+)(\\})?`, 'g')
  return rest.replace(
    named,
    (whole: string, open = '', name: string, path: string, close = '', at: number) => {
      const text = textAt(rooms.get(name)!, path)
      if (text === undefined) return whole
      const isTag = open && close && rest[at - 1] !== '$' && text === text.trim()
      if (!isTag) return `${open}${JSON.stringify(text)}${close}`
      return open === '{' ? escaped(text) : `="${escaped(text)}"`
    },
  )
}

function textAt(texts: Texts, path: string): string | undefined {
  const found = path
    .slice(1)
    .split('.')
    .reduce<string | Texts | undefined>(
      (group, name) =>
        typeof group === 'object' && Object.hasOwn(group, name) ? group[name] : undefined,
      texts,
    )
  return typeof found === 'string' ? found : undefined
}

const signs: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;' },
  ...{ '"': '&quot;', '{': '&#123;', '}': '&#125;' },
}

const escaped = (text: string): string => text.replace(/[&<>"{}]/g, (sign) => signs[sign]!)
