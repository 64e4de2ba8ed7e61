export const words = {
  shownHere: 'Shown here',
  newTab: ', opens in a new tab',
  copied: 'Copied',
  notAllowed: 'The browser did not allow it',
}
