import { openLab } from '../../lab/open.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { greetingOf, type Greeting } from '../../shell/greeting.ts'
import type { TranscriptLine } from '../../shell/shell.ts'
import type { LessonPage } from './lesson-list.ts'

/** A lesson with what its terminal shows when it opens, for the static page. */
export async function withGreeting(lesson: Lesson): Promise<LessonPage> {
  const { terminal } = lesson
  if (!terminal) return lesson
  const greeting = terminal.run ? await firstScreen(lesson) : greetingOf(terminal.host)
  return { ...lesson, greeting }
}

/** Where a program runs from the start, the lab itself says what is seen. */
async function firstScreen(lesson: Lesson): Promise<Greeting> {
  let screen = ''
  const lines: TranscriptLine[] = []
  const { world, shell } = await openLab(lesson, {
    crypto: webCrypto,
    output: {
      write: (text) => void (screen += text),
      addLine: (line) => void lines.push(line),
    },
  })
  // What went over the wire is seen on the screen; the rest is drawn from.
  const events = world.events.filter(({ type }) => type !== 'wire')
  return { screen, lines, events, busy: shell?.running !== undefined }
}
