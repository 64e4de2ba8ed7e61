import { previousGrapheme } from './graphemes.ts'
import type { Key } from './keys.ts'
import type { Edited, Line, Search } from './line.ts'

/** Units of a query: a longer paste is no search. */
const MAX_QUERY = 200

/** Ctrl-R: what is typed next is looked for in the history. */
export const startSearch = (line: Line): Edited => ({
  line: {
    ...line,
    search: { query: '', index: line.history.length, unfinished: line.text },
  },
})

/** @returns `undefined` for a key that ends the search and means something by itself. */
export function searchHistory(line: Line, search: Search, key: Key): Edited | undefined {
  const newest = line.history.length
  if (key.kind === 'text') return extend(line, search, key.text)
  switch (key.name) {
    case 'ctrl-r':
      return find(line, search, search.index)
    case 'backspace': {
      const query = search.query.slice(0, previousGrapheme(search.query, search.query.length))
      return find(line, { ...search, query }, newest)
    }
    case 'ctrl-g':
    case 'ctrl-c':
      return { line: { ...show(line, search.unfinished), search: undefined } }
    default:
      return undefined
  }
}

/** Looks again with each character, so that a paste finds what typing finds. */
function extend(line: Line, search: Search, text: string): Edited {
  let found: Edited = { line }
  let query = search.query
  for (const character of text) {
    if (query.length >= MAX_QUERY) break
    query += character
    found = find(found.line, { ...(found.line.search ?? search), query }, line.history.length)
  }
  return found
}

/** Shows the nearest older line with the query in it; where there is none, nothing changes. */
function find(line: Line, search: Search, before: number): Edited {
  for (let index = before - 1; index >= 0 && search.query !== ''; index--) {
    const text = line.history[index]!
    if (text.includes(search.query))
      return { line: { ...show(line, text), search: { ...search, index } } }
  }
  return { line: { ...line, search } }
}

const show = (line: Line, text: string): Line => ({ ...line, text, cursor: text.length })
