import type { Key } from '../keys.ts'

export type PagerAction =
  'page' | 'line' | 'back' | 'up' | 'first' | 'last' | 'find' | 'again' | 'end'

/** Few, so that a command that is typed on does not lose its beginning. */
const MORE: Readonly<Record<string, PagerAction>> = {
  ...{ ' ': 'page', 'page-down': 'page', enter: 'line', down: 'line' },
  ...{ q: 'end', Q: 'end', 'ctrl-d': 'end' },
}

const LESS: Readonly<Record<string, PagerAction>> = {
  ...MORE,
  ...{ f: 'page', 'ctrl-f': 'page', 'ctrl-v': 'page', j: 'line', e: 'line', 'ctrl-n': 'line' },
  ...{ b: 'back', 'ctrl-b': 'back', 'page-up': 'back', k: 'up', y: 'up', up: 'up', 'ctrl-p': 'up' },
  ...{ g: 'first', '<': 'first', home: 'first', G: 'last', '>': 'last', end: 'last' },
  ...{ '/': 'find', n: 'again' },
}

/** What a key means to a pager. */
export function pagerAction(
  kind: Key['kind'],
  unit: string,
  mode: 'more' | 'less',
): PagerAction | undefined {
  const table = mode === 'less' ? LESS : MORE
  // A typed word is no name of a key.
  if (kind === 'text' && [...unit].length > 1) return undefined
  return Object.hasOwn(table, unit) ? table[unit] : undefined
}
