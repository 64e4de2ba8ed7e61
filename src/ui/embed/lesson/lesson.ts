import { words } from '#words/embedded-lesson'
import { fetchAgain } from '../../../hosting/fetch-again.ts'
import { anyText, name, oneOf } from '../options.ts'
import type { WidgetKind } from '../widget.ts'
import { lessonHeight } from './lesson-height.ts'

/** A whole lesson. */
export const lesson: WidgetKind = {
  options: {
    lesson: name,
    // Which step is shown first, and which there are: numbers or ids.
    start: anyText,
    goals: anyText,
    predict: oneOf('on', 'off'),
    height: (value) =>
      value === lessonHeight.fill ||
      (/^\d{1,4}$/.test(value) && Number(value) >= lessonHeight.least)
        ? undefined
        : words.wants.height(lessonHeight.least),
  },
  asks: false,
  load: () => fetchAgain(() => import('./Lesson.svelte')),
}
