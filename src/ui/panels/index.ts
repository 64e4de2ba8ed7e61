import type { Component } from 'svelte'
import type { PanelName } from '../../lessons/lesson.ts'
import type { LessonState } from '../state/lesson-state.svelte.ts'
import Mailbox from './Mailbox/Mailbox.svelte'
import Mails from './Mails/Mails.svelte'
import Terminal from './Terminal/Terminal.svelte'
import Verdict from './Verdict/Verdict.svelte'
import Witnesses from './Witnesses/Witnesses.svelte'
import Zone from './Zone/Zone.svelte'

/** Every panel that a lesson may ask for. A new one is a folder and a line here. */
export const panels: Readonly<Record<PanelName, Component<{ work: LessonState }>>> = {
  terminal: Terminal,
  zone: Zone,
  witnesses: Witnesses,
  mails: Mails,
  verdict: Verdict,
  mailbox: Mailbox,
}
