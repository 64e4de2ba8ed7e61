import { Codicon } from 'monaco-editor/base/common/codicons.js'
import { ThemeIcon } from 'monaco-editor/base/common/themables.js'
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

const oneLine = (text = ''): string => text.replace(/\r\n|\r|\n/g, ' ')

/** How the rows are read out; names of groups do not count. */
export function spokenRows(rows: readonly ActionRow[]) {
  const isAction = ({ kind }: ActionRow) => kind === 'action'
  return {
    getWidgetRole: () => 'listbox',
    getWidgetAriaLabel: () => localize('Action Widget'),
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

interface HeaderElements {
  readonly text: HTMLElement
}

/** Draws the name of a group. */
export const headerRenderer = {
  templateId: 'header',
  renderTemplate(container: HTMLElement): HeaderElements {
    container.classList.add('group-header')
    return { text: add(container, 'span') }
  },
  renderElement(row: ActionRow, _: number, { text }: HeaderElements): void {
    text.textContent = row.group?.title ?? row.label ?? ''
  },
  disposeTemplate(): void {},
}

interface ActionElements {
  readonly container: HTMLElement
  readonly icon: HTMLElement
  readonly text: HTMLElement
  readonly keys: HTMLElement
}

/** Draws an action: its sign, what it does, and its keys. */
export const actionRenderer = (title: string) => ({
  templateId: 'action',
  renderTemplate(container: HTMLElement): ActionElements {
    container.classList.add('action')
    const [icon, text] = [add(container, 'div'), add(container, 'span', 'title')]
    const keys = add(container, 'span', 'description')
    // Keeps the width that a list of Monaco's has.
    add(container, 'div', 'monaco-keybinding')
    return { container, icon, text, keys }
  },
  renderElement(row: ActionRow, _: number, { container, icon, text, keys }: ActionElements): void {
    const { group, label, disabled, keybinding } = row
    icon.className = ThemeIcon.asClassName(group?.icon ?? Codicon.lightBulb)
    icon.style.color = group?.icon ? '' : 'var(--vscode-editorLightBulb-foreground)'
    text.textContent = oneLine(label)
    keys.textContent = keybinding?.getLabel() ?? ''
    keys.style.display = keybinding ? 'inline' : 'none'
    container.classList.toggle('option-disabled', Boolean(disabled))
    container.title = disabled ? (label ?? '') : title
  },
  disposeTemplate(): void {},
})

function add(parent: HTMLElement, name: string, className = ''): HTMLElement {
  const element = document.createElement(name)
  element.className = className
  parent.append(element)
  return element
}
