import type { Composer } from '../../lab/compose/composer.ts'

/** What a page knows of a kind of record: its fields, without what composes them. */
export type PlainComposer = Pick<Composer, 'id' | 'title' | 'lead' | 'fields'>
