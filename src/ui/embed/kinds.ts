import type { KindName } from '../../embed/protocol.ts'
import type { WidgetKind } from './widget.ts'
import { lesson } from './lesson/lesson.ts'
import { message } from './message/message.ts'
import { smtp, terminal } from './session/session.ts'
import { transcript } from './transcript/transcript.ts'
import { zone } from './zone/zone.ts'

/** Every kind of widget: a folder a kind, a line here. */
export const kinds: Readonly<Record<KindName, WidgetKind>> = {
  zone,
  smtp,
  terminal,
  transcript,
  message,
  lesson,
}
