import type { LessonState } from '../lesson-state.svelte.ts'
import { TrackWatch, type TrackPorts } from './track-watch.ts'

const watches = new WeakMap<LessonState, TrackWatch>()

/** The one watch of a lesson's work, made when it is asked for first. */
export function trackWatchOf(work: LessonState, ports: TrackPorts): TrackWatch {
  const watch = watches.get(work) ?? new TrackWatch(work, ports)
  watches.set(work, watch)
  return watch
}
