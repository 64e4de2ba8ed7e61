import type { Component } from 'svelte'
import type { LessonState } from '../state/lesson-state.svelte.ts'

/** A part of the workbench: it draws from the lesson's state, and acts on it. */
export type Panel = Component<{ work: LessonState }>
