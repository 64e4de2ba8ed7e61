/** Fetches another piece of code, and again where that fails. */
export type FetchPiece = <Piece>(fetch: () => Promise<Piece>) => Promise<Piece>

/** A piece of code that is fetched once it is wanted, and from then on is there at once. */
export class LaterPiece<Piece> {
  #piece: Piece | undefined
  readonly #fetch: () => Promise<Piece>

  /** @param fetch `() => import('./piece.ts')`. */
  constructor(fetch: () => Promise<Piece>) {
    this.#fetch = fetch
  }

  /** Fetches it, where it is not there. Rejects where it cannot be fetched; the next wish asks again. */
  async load(fetchPiece: FetchPiece = (fetch) => fetch()): Promise<Piece> {
    this.#piece ??= await fetchPiece(this.#fetch)
    return this.#piece
  }

  /** Uses it: at once where it is there. */
  use<Result>(act: (piece: Piece) => Result): Result | Promise<Awaited<Result>> {
    return this.#piece ? act(this.#piece) : this.#useLater(act)
  }

  async #useLater<Result>(act: (piece: Piece) => Result): Promise<Awaited<Result>> {
    return await act(await this.load())
  }
}
