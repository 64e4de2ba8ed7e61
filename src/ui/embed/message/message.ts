import { words } from '#words/explained-message'
import { fetchAgain } from '../../../hosting/fetch-again.ts'
import type { WidgetKind } from '../widget.ts'
import { faceNames, readFaces } from './faces.ts'

/** A message, explained. */
export const message: WidgetKind = {
  options: {
    show: (value) => (readFaces(value) ? undefined : words.wants.faces(faceNames.join(', '))),
  },
  asks: true,
  load: () => fetchAgain(() => import('./Message.svelte')),
}
