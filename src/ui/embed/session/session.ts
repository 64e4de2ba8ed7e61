import { words } from '#words/embed-session'
import { fetchAgain } from '../../../hosting/fetch-again.ts'
import { anyText, flag, name } from '../options.ts'
import type { WidgetKind } from '../widget.ts'
import { readGoals } from './goals.ts'

const options: WidgetKind['options'] = {
  // A world by its name, as `sandbox/?world=…` has it.
  scenario: name,
  // Lines that were typed already, one a line.
  start: anyText,
  // What is to be done: `delivered`, `reply 550`, parted by commas.
  goals: (value) => (readGoals(value) ? undefined : words.wants.goals),
  // Begins at once, without a click.
  autostart: flag,
}

const load: WidgetKind['load'] = () => fetchAgain(() => import('./Session.svelte'))

/** A terminal in a simulated Internet. */
export const terminal: WidgetKind = { options, asks: false, load }

/** The same with a session to a mail server open. */
export const smtp: WidgetKind = { options, asks: false, load }
