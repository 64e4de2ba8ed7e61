/** Monaco's own modules come without types; what we use of them. */
declare module 'monaco-editor/editor/common/viewModel/monospaceLineBreaksComputer.js' {
  export const MonospaceLineBreaksComputerFactory: { readonly prototype: object }
}
