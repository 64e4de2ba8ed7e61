import { List } from 'monaco-editor/base/browser/ui/list/listWidget.js'
import {
  IContextViewService,
  type ContextViewService,
} from 'monaco-editor/platform/contextview/browser/contextView.js'
import {
  IKeybindingService,
  type KeybindingService,
} from 'monaco-editor/platform/keybinding/common/keybinding.js'
import {
  ILayoutService,
  type LayoutService,
} from 'monaco-editor/platform/layout/browser/layoutService.js'
import { defaultListStyles } from 'monaco-editor/platform/theme/browser/defaultStyles.js'
import {
  mayChoose,
  ROW_HEIGHT,
  rowSizes,
  spokenRows,
  typedNames,
  type ActionRow,
} from './action-list-rows.ts'
import { actionRenderer, headerRenderer } from './action-renderers.ts'
import { __decorate, __param } from './decorate.ts'
import { heightFor } from './list-height.ts'
import { localize } from './nls.ts'

/** Commands of Monaco's box around the list. */
export const acceptSelectedActionCommand = 'acceptSelectedCodeAction'
export const previewSelectedActionCommand = 'previewSelectedCodeAction'

interface Delegate {
  onSelect(item: unknown, isPreview: boolean): void
  onHide(wasCancelled: boolean): void
  onFocus?(item: unknown): void
}

/**
 * The fixes for a problem, one a row, in Monaco's list. Monaco's own has sections, a filter, switches, further lists
 * and much more beside, of which none is asked for here.
 */
export class ActionList {
  readonly domNode = document.createElement('div')
  private readonly list: List<ActionRow>
  private readonly listening: readonly { dispose(): void }[]
  /** A list that opens below the pointer leaves the focus where it is until that moves. */
  private hasMoved = false
  private isPreview = false

  private readonly delegate: Delegate
  private readonly views: ContextViewService
  private readonly layouts: LayoutService

  constructor(
    user: string,
    _supportsPreview: boolean,
    rows: readonly ActionRow[],
    delegate: Delegate,
    _accessibility: undefined,
    _options: undefined,
    _anchor: object,
    views: ContextViewService,
    keys: KeybindingService,
    layouts: LayoutService,
  ) {
    this.delegate = delegate
    this.views = views
    this.layouts = layouts
    this.domNode.className = 'actionList'
    const key = keys.lookupKeybinding(acceptSelectedActionCommand)?.getLabel()
    const title = key ? localize('{0} to Apply', key) : ''
    const list = new List(user, this.domNode, rowSizes, [actionRenderer(title), headerRenderer], {
      keyboardSupport: false,
      typeNavigationEnabled: true,
      keyboardNavigationLabelProvider: typedNames,
      accessibilityProvider: spokenRows(rows),
    })
    this.list = list
    list.style(defaultListStyles)
    list.splice(0, 0, rows)
    this.listening = [
      list.onKeyDown(() => this.goBy('keyboard')),
      list.onMouseMove(({ browserEvent, index }) => {
        if (!browserEvent.movementX && !browserEvent.movementY) return
        this.goBy('mouse')
        if (!this.hasMoved) this.point(index)
        this.hasMoved = true
      }),
      list.onMouseOver(({ index }) => {
        if (this.hasMoved) this.point(index)
      }),
      list.onMouseDown(() => {
        this.hasMoved = true
        this.goBy('mouse')
      }),
      list.onDidChangeFocus(({ indexes: [index] }) => {
        if (index !== undefined) delegate.onFocus?.(list.element(index).item)
      }),
      list.onDidChangeSelection(({ indexes: [index] }) => this.choose(index)),
    ]
  }

  focus(): void {
    this.list.domFocus()
    this.list.focusFirst(undefined, mayChoose)
    this.reveal()
  }

  focusNext(): void {
    this.goBy('keyboard')
    this.list.focusNext(1, true, undefined, mayChoose)
    this.reveal()
  }

  focusPrevious(): void {
    this.goBy('keyboard')
    this.list.focusPrevious(1, true, undefined, mayChoose)
    this.reveal()
  }

  acceptSelected(isPreview = false): void {
    this.isPreview = isPreview
    this.list.setSelection(this.list.getFocus())
  }

  /** There are no sections to fold, and no filter. */
  collapseFocusedSection(): void {}
  expandFocusedSection(): void {}
  toggleFocusedSection(): boolean {
    return false
  }
  clearFilter(): boolean {
    return false
  }

  hide(wasCancelled: boolean): void {
    this.delegate.onHide(wasCancelled)
    this.views.hideContextView()
  }

  /** As wide as its widest row, and as high as there is room. @returns The width in pixels. */
  layout(minWidth: number): number {
    const { list, domNode } = this
    const height = heightFor({
      rows: list.length * ROW_HEIGHT,
      row: ROW_HEIGHT,
      top: domNode.getBoundingClientRect().top,
      container: this.layouts.getContainer(window).clientHeight,
      window: window.innerHeight,
    })
    list.layout(height)
    const least = Math.max(minWidth, ...this.rowWidths())
    list.layout(height, least)
    // A title is what gives way to the rest of its row: it gets back what it gave.
    const width = least + Math.max(0, ...titlesIn(domNode).map(cutOff))
    if (width > least) list.layout(height, width)
    domNode.style.height = `${height}px`
    return width
  }

  dispose(): void {
    for (const one of this.listening) one.dispose()
    this.list.dispose()
  }

  private rowWidths(): number[] {
    const rows = Array.from({ length: this.list.length }, (_, index) =>
      document.getElementById(this.list.getElementID(index)),
    ).filter((row) => row !== null)
    for (const row of rows) row.style.width = 'auto'
    const widths = rows.map((row) => row.getBoundingClientRect().width)
    for (const row of rows) row.style.width = ''
    return widths
  }

  private choose(index: number | undefined): void {
    if (index === undefined) return
    const row = this.list.element(index)
    if (mayChoose(row)) this.delegate.onSelect(row.item, this.isPreview)
    else this.list.setSelection([])
  }

  private point(index: number | undefined): void {
    if (index !== undefined && mayChoose(this.list.element(index))) this.list.setFocus([index])
  }

  private reveal(): void {
    const [index] = this.list.getFocus()
    if (index !== undefined) this.list.reveal(index)
  }

  /** The sheet frames the row only where keys lead to it. */
  private goBy(what: 'keyboard' | 'mouse'): void {
    const { classList } = this.list.getHTMLElement()
    classList.toggle('keyboard-navigation', what === 'keyboard')
    classList.toggle('mouse-navigation', what === 'mouse')
  }
}
__decorate(
  [__param(7, IContextViewService), __param(8, IKeybindingService), __param(9, ILayoutService)],
  ActionList,
)

const titlesIn = (list: Element): Element[] => [...list.querySelectorAll('.title')]

/** Pixels of an element that do not fit into it. */
const cutOff = ({ scrollWidth, clientWidth }: Element): number => scrollWidth - clientWidth
