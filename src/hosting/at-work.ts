let underWay = 0
let begun = 0

/** Counts a work of the page for as long as it takes, whatever comes of it. */
export function during<Result>(work: Promise<Result>): Promise<Result> {
  underWay++
  begun++
  const end = () => void underWay--
  work.then(end, end)
  return work
}

/**
 * Until the page has fetched all it wants, and has rested for as long as `rest` takes: what can wait
 * takes nothing of a slow line from what is waited for.
 * @param rest Resolves after the time in which nothing may begin.
 */
export async function atRest(rest: () => Promise<void>): Promise<void> {
  for (let before = -1; underWay > 0 || before !== begun;) {
    before = begun
    await rest()
  }
}
