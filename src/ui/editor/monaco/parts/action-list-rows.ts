import { localize } from './nls.ts'

/** A row of the list: an action, or the name of those below it. */
export interface ActionRow {
  readonly kind: 'action' | 'header'
  readonly label?: string
  readonly group?: { readonly title: string; readonly icon?: object }
  readonly disabled?: boolean
  readonly keybinding?: { getLabel(): string | null }
  /** What is chosen with it. */
  readonly item?: unknown
}

/** Of each row, in pixels. */
export const ROW_HEIGHT = 24

/** Other rows are passed over. */
export const mayChoose = ({ kind, disabled }: ActionRow): boolean => kind === 'action' && !disabled

/** What Monaco's list asks about its rows. */
export const rowSizes = {
  getHeight: () => ROW_HEIGHT,
  getTemplateId: ({ kind }: ActionRow): string => kind,
}

/** Where one types, the list goes on to what begins so. */
export const typedNames = {
  getKeyboardNavigationLabel: ({ kind, label }: ActionRow): string | undefined =>
    kind === 'action' ? label : undefined,
}

/** A name that has several lines, in one. */
export const oneLine = (text = ''): string => text.replace(/\r\n|\r|\n/g, ' ')

/** How the rows are read out; names of groups do not count. */
export function spokenRows(rows: readonly ActionRow[]) {
  const isAction = ({ kind }: ActionRow) => kind === 'action'
  return {
    getWidgetRole: () => 'listbox',
    // By the name of its first group, which Monaco gives.
    getWidgetAriaLabel: () => rows.find(({ group }) => group)?.group?.title ?? '',
    getRole: (row: ActionRow) => (isAction(row) ? 'option' : 'separator'),
    getSetSize: () => rows.filter(isAction).length,
    getPosInSet: (_: ActionRow, index: number) =>
      Math.max(rows.slice(0, index + 1).filter(isAction).length, 1),
    getAriaLabel(row: ActionRow): string | null {
      if (!isAction(row)) return null
      const said = [oneLine(row.label), row.group?.title].filter(Boolean).join(', ')
      return row.disabled ? localize('{0}, Disabled Reason: {1}', said, row.disabled) : said
    },
  }
}
