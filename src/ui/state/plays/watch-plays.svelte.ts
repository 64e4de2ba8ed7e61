import { PlayWatch, type Watched, type WatchPorts } from './play-watch.ts'

/**
 * Watches the plays of a lesson for as long as its page is there.
 * @returns A function that ends it.
 */
export function watchPlays(work: Watched, ports: WatchPorts): () => void {
  const watch = new PlayWatch(work, ports)
  return $effect.root(() => {
    $effect(() => watch.notice())
  })
}
