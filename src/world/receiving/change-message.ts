import { addFooter } from '../../message/changes/add-footer.ts'
import { refoldSubject } from '../../message/changes/refold-subject.ts'
import { replaceText } from '../../message/changes/replace-text.ts'
import { tagSubject } from '../../message/changes/tag-subject.ts'
import { trimBody } from '../../message/changes/trim.ts'
import type { ChangeSpec } from '../spec.ts'

/** The message as a host changes it, one change after the other. */
export const changeMessage = (
  message: Uint8Array,
  changes: readonly ChangeSpec[] = [],
): Uint8Array => changes.reduce(changed, message)

function changed(message: Uint8Array, change: ChangeSpec): Uint8Array {
  switch (change.kind) {
    case 'tag':
      return tagSubject(message, change.text)
    case 'footer':
      return addFooter(message, change.text)
    case 'trim':
      return trimBody(message)
    case 'refold':
      return refoldSubject(message)
    case 'replace':
      return replaceText(message, change.text, change.by)
  }
}
