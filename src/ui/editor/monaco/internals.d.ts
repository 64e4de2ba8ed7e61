/** Monaco's own modules come without types; what we use of them. */
declare module 'monaco-editor/editor/common/viewModel/monospaceLineBreaksComputer.js' {
  export const MonospaceLineBreaksComputerFactory: { readonly prototype: object }
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
declare module 'monaco-editor/platform/contextkey/common/contextkey.js' {
  export const RawContextKey: new (name: string, value: unknown) => object
}
