import type { MapHost, MapLink } from '../../../lab/types.ts'

/** Puts an element at its place, in percent of the map. */
export const onMap =
  ({ x, y }: Pick<MapHost, 'x' | 'y'>) =>
  ({ style }: HTMLElement | SVGElement): void => {
    style.setProperty('--x', `${x}%`)
    style.setProperty('--y', `${y}%`)
  }

/** The line of a link as an SVG path, in percent of the map; bowed where both ends are in one column. */
export function lineOf(link: MapLink, hosts: readonly MapHost[]): string | undefined {
  const ends = endsOf(link, hosts)
  if (!ends) return undefined
  const [a, b] = ends
  const bow = a.x === b.x && Math.abs(a.y - b.y) > 0 ? Math.min(12, a.x) : 0
  const middle = [(a.x + b.x) / 2 - bow, (a.y + b.y) / 2]
  return ['M', a.x, a.y, 'Q', ...middle, b.x, b.y].join(' ')
}

/** Where somebody on the wire sits. */
export function middleOf(link: MapLink, hosts: readonly MapHost[]) {
  const ends = endsOf(link, hosts)
  if (!ends) return undefined
  const [a, b] = ends
  const bow = a.x === b.x ? Math.min(12, a.x) / 2 : 0
  return { x: (a.x + b.x) / 2 - bow, y: (a.y + b.y) / 2 }
}

function endsOf({ from, to }: MapLink, hosts: readonly MapHost[]): [MapHost, MapHost] | undefined {
  const [a, b] = [from, to].map((name) => hosts.find((host) => host.name === name))
  return a && b ? [a, b] : undefined
}
