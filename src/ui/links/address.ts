/** The part of a slug that says which world of the sandbox it is. */
const WORLD = /^sandbox-(.+)$/

/** Where work on a lesson, or in a world of the sandbox, is shown. @param home The address of the home page. */
export function pageOf(slug: string, home: URL): URL {
  const world = WORLD.exec(slug)?.[1]
  if (world !== undefined) return new URL(`sandbox/?world=${encodeURIComponent(world)}`, home)
  return new URL(slug === 'sandbox' ? 'sandbox/' : `lessons/${slug}/`, home)
}
