/** Addresses of documents are written alike everywhere, with slashes. */
export const platformIsWin32 = false
