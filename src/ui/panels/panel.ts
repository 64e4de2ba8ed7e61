import type { Component } from 'svelte'
import type { PanelName } from '../../lab/types.ts'
import type { LessonState } from '../state/lesson-state.svelte.ts'

/** A part of the workbench: it draws from the lesson's state, and acts on it. */
export type Panel = Component<{ work: LessonState }>

export interface LoadedPanel {
  readonly name: PanelName
  readonly view: Panel
}
