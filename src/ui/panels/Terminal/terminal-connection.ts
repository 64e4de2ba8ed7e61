import { terminalConnection, type OpenConnection } from '../../../lab/views/session-strip.ts'
import type { LessonState } from '../../state/lesson-state.svelte.ts'

/** The connection that a terminal of this work talks over. @param terminal Its number. */
export const connectionOf = (
  { lab, lesson }: LessonState,
  terminal: number,
): OpenConnection | undefined =>
  terminalConnection(
    lab.events,
    lesson.terminal?.host ?? '',
    lab.terminals.find((one) => one.terminal === terminal),
  )
