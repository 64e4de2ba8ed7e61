import { Codicon } from 'monaco-editor/base/common/codicons.js'
import { ThemeIcon } from 'monaco-editor/base/common/themables.js'
import { oneLine, type ActionRow } from './action-list-rows.ts'

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
