/** Monaco's own modules come without types; what we use of them. */
declare module 'monaco-editor/editor/common/viewModel/monospaceLineBreaksComputer.js' {
  export const MonospaceLineBreaksComputerFactory: { readonly prototype: object }
}
declare module 'monaco-editor/editor/contrib/suggest/browser/suggestController.js' {
  interface Suggested {
    readonly triggerOptions: { readonly auto: boolean }
    readonly completionModel: { readonly items: readonly SuggestedItem[] }
  }
  interface SuggestedItem {
    /** What stands of it before the caret. */
    readonly word: string
    readonly completion: { readonly insertText: string }
  }
  export class SuggestController {
    static get(editor: object): SuggestController | null
    readonly model: {
      onDidSuggest(listener: (event: Suggested) => void): { dispose(): void }
    }
    cancelSuggestWidget(): void
  }
}
declare module 'monaco-editor/editor/browser/config/tabFocus.js' {
  export const TabFocus: { setTabFocusMode(movesFocus: boolean): void }
}
declare module 'monaco-editor/base/browser/fastDomNode.js' {
  export const createFastDomNode: (element: HTMLElement) => object
}
declare module 'monaco-editor/editor/browser/view/viewPart.js' {
  /** Called with what a view has in common. */
  export const ViewPart: new (context: object) => object
}
declare module 'monaco-editor/editor/browser/view/dynamicViewOverlay.js' {
  /** Called with what a view has in common. */
  export const DynamicViewOverlay: new (context: object) => object
}
declare module 'monaco-editor/platform/contextkey/common/contextkey.js' {
  export const RawContextKey: new (name: string, value: unknown) => object
}
declare module 'monaco-editor/base/browser/ui/list/listWidget.js' {
  interface ListEvent {
    readonly indexes: readonly number[]
    readonly browserEvent?: Event
  }
  interface ListMouseEvent {
    readonly index?: number
    readonly browserEvent: MouseEvent
  }
  type Subscribe<T> = (listener: (event: T) => void) => { dispose(): void }
  export class List<T> {
    constructor(
      user: string,
      container: HTMLElement,
      rows: { getHeight(one: T): number; getTemplateId(one: T): string },
      renderers: readonly object[],
      options: object,
    )
    readonly length: number
    readonly onKeyDown: Subscribe<KeyboardEvent>
    readonly onMouseClick: Subscribe<ListMouseEvent>
    readonly onMouseOver: Subscribe<ListMouseEvent>
    readonly onMouseMove: Subscribe<ListMouseEvent>
    readonly onMouseDown: Subscribe<ListMouseEvent>
    readonly onDidChangeFocus: Subscribe<ListEvent>
    readonly onDidChangeSelection: Subscribe<ListEvent>
    style(styles: object): void
    splice(start: number, deleteCount: number, items: readonly T[]): void
    element(index: number): T
    getElementID(index: number): string
    getHTMLElement(): HTMLElement
    getFocus(): number[]
    setFocus(indexes: readonly number[]): void
    setSelection(indexes: readonly number[], event?: UIEvent): void
    focusFirst(event: undefined, may: (one: T) => boolean): void
    focusNext(by: number, isRound: true, event: undefined, may: (one: T) => boolean): void
    focusPrevious(by: number, isRound: true, event: undefined, may: (one: T) => boolean): void
    reveal(index: number): void
    domFocus(): void
    layout(height: number, width?: number): void
    dispose(): void
  }
}
declare module 'monaco-editor/platform/theme/browser/defaultStyles.js' {
  export const defaultListStyles: object
}
declare module 'monaco-editor/platform/contextview/browser/contextView.js' {
  export const IContextViewService: Parameter
  export interface ContextViewService {
    hideContextView(): void
  }
  type Parameter = (target: object, key?: string, place?: unknown) => void
}
declare module 'monaco-editor/platform/layout/browser/layoutService.js' {
  export const ILayoutService: (target: object, key?: string, place?: unknown) => void
  export interface LayoutService {
    getContainer(window: Window): HTMLElement
  }
}
declare module 'monaco-editor/platform/keybinding/common/keybinding.js' {
  export const IKeybindingService: (target: object, key?: string, place?: unknown) => void
  export interface KeybindingService {
    lookupKeybinding(command: string): { getLabel(): string | null } | undefined
  }
}
declare module 'monaco-editor/base/common/themables.js' {
  export const ThemeIcon: { asClassName(icon: object): string }
}
declare module 'monaco-editor/base/common/codicons.js' {
  export const Codicon: { readonly lightBulb: object }
}
