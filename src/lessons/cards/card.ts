import type { Condition } from '../condition.ts'

/** A question that a step asks before or after something is done; its kind names a file of `cards/`. */
export type Card = PredictCard | PickCard | MarkCard | OrderCard | SortCard | GridCard

interface AnyCard {
  readonly id: string
  /** The question, in a sentence or two. May hold backticks. */
  readonly ask: string
}

/** Says what will happen, before it does. A wrong guess costs nothing. */
export interface PredictCard extends AnyCard {
  readonly kind: 'predict'
  readonly choices: readonly Choice[]
  /** The id of the choice that the simulation proves right. */
  readonly right: string
  readonly about?: AboutMails
}

/**
 * Mails of the world, by id: where they end is not shown before the prediction is made. By default those
 * that its outcomes name, by id or by recipient.
 */
export type AboutMails = readonly string[]

export interface Choice {
  readonly id: string
  readonly text: string
  /** Why it is so or not so: read once the outcome is there. */
  readonly because: string
  /** What is seen where it is so. The right choice has one; no other's may ever hold when it does. */
  readonly when?: Condition
}

/** Picks the one line that decides. */
export interface PickCard extends AnyCard {
  readonly kind: 'pick'
  readonly from: Source
  readonly after?: AfterGoal
  /** Any row that one of these fits is right. */
  readonly right: readonly RowPattern[]
  readonly because: string
  readonly wrong: readonly WrongRow[]
  /** What is said of any other row. */
  readonly otherwise: string
}

/** The id of a goal of the step: the card shows itself once that is met. By default the first. */
export type AfterGoal = string

/** Marks every line of a kind, and no other. */
export interface MarkCard extends AnyCard {
  readonly kind: 'mark'
  readonly from: Source
  readonly after?: AfterGoal
  /** Each row that one of these fits must be marked. */
  readonly right: readonly RowPattern[]
  readonly because: string
  readonly wrong: readonly WrongRow[]
  readonly otherwise: string
  /** What is said where a right row was left out. */
  readonly missing: string
}

/** Puts things in order, and leaves out what does not belong. */
export interface OrderCard extends AnyCard {
  readonly kind: 'order'
  /** Shown in this order, which is not the right one. */
  readonly items: readonly OrderItem[]
  /** Ids of the items that belong, in order. What is not here is a distractor. */
  readonly right: readonly string[]
  /** Ids that may change places among themselves. */
  readonly free?: readonly string[]
  readonly because: string
}

export interface OrderItem {
  readonly id: string
  readonly text: string
  /** What is said when this is the first item that stands wrong. */
  readonly because: string
}

/** Puts each item into one of several bins. */
export interface SortCard extends AnyCard {
  readonly kind: 'sort'
  readonly bins: readonly Pick<Choice, 'id' | 'text'>[]
  /** Shown in this order. */
  readonly items: readonly SortItem[]
  readonly because: string
}

export interface SortItem {
  readonly id: string
  readonly text: string
  /** The id of the bin where it belongs. */
  readonly bin: string
  /** What is said where it lies in another. */
  readonly because: string
  /** What is said in its place, by the bin in which it lies. */
  readonly wrong?: Readonly<Record<string, string>>
  /** What is seen where it is so: the proof looks whether the solution brings it about. */
  readonly when?: Condition
}

/** Foretells a result for each cell of a table: a prediction with many outcomes. */
export interface GridCard extends AnyCard {
  readonly kind: 'grid'
  readonly columns: readonly GridColumn[]
  readonly rows: readonly GridRow[]
  /** What a cell may say; a column may have its own. */
  readonly choices?: readonly Pick<Choice, 'id' | 'text'>[]
  /** What the whole shows: read once every outcome was there. */
  readonly because: string
  readonly about?: AboutMails
}

export interface GridColumn {
  readonly id: string
  readonly text: string
  readonly choices?: readonly Pick<Choice, 'id' | 'text'>[]
}

export interface GridRow {
  readonly id: string
  readonly text: string
  /** By the id of the column; a column may be left empty. */
  readonly cells: Readonly<Record<string, GridCell>>
}

export interface GridCell {
  /** The id of the choice that the simulation proves right. */
  readonly right: string
  /** What is seen where it is so. */
  readonly when: Condition
  /** Why it is so: read of a wrong guess. */
  readonly because: string
  /** What is said in its place, by the choice that was guessed: the belief behind it. */
  readonly wrong?: Readonly<Record<string, string>>
}

export interface WrongRow extends RowPattern {
  /** What this line is about, in a sentence. */
  readonly because: string
}

/** Where the rows of a card come from; `kind` names a file of `cards/sources/`. */
export type Source =
  | {
      readonly kind: 'session'
      /** The server that was spoken to. The newest session with it counts. */
      readonly host: string
      /** Its port; any by default. */
      readonly port?: number
      /** The host that connected; any by default. */
      readonly client?: string
      /** A verb that was given in it: `QUIT`. A newer session without it does not count. */
      readonly having?: string
      /** The verb whose first command the rows begin with: a login before it is left out. */
      readonly begin?: string
      /** `shown`: the lines of the message are rows too. */
      readonly message?: 'shown'
      /** SMTP by default. */
      readonly protocol?: 'smtp' | 'lmtp' | 'imap' | 'pop3'
      /**
       * `transaction`: of the newest message that it took over, from its `MAIL` to the line before the
       * next one's, and without what was refused. The whole session by default.
       */
      readonly part?: 'transaction'
      /** Whose lines; both sides' by default. */
      readonly who?: 'client' | 'server'
    }
  | {
      readonly kind: 'spf'
      /** A sender case: the terms that its check went through, includes too. */
      readonly sender: string
    }
  | {
      readonly kind: 'document'
      /** A message that is a document of the lesson, as it is written now: `invoice.eml`. */
      readonly file: string
      /** In fields of addresses the name and the address of each mailbox are rows of their own. */
      readonly parts?: 'yes'
    }
  | {
      readonly kind: 'message'
      /** The newest message that a server delivered there: fields, then lines of the body. */
      readonly mailbox: string
      /** The name of a field whose parts between semicolons are the rows, in place of the fields. */
      readonly field?: string
    }
  | {
      readonly kind: 'mail'
      /** A mail of the world as it arrived; of one that was rejected there are no rows. */
      readonly id: string
      /** As in `message`. */
      readonly field?: string
    }
  | {
      readonly kind: 'aggregate'
      /** The newest aggregate report about DMARC that came there. */
      readonly mailbox: string
      /** A part of the name or address of who reports; any by default. */
      readonly reporter?: string
      /** The domain whose policy it is about; any by default. */
      readonly domain?: string
      /** The newest one that has a record about this address. */
      readonly with?: string
      /** The elements of the record about this address, in place of all records. */
      readonly ip?: string
    }
  | {
      readonly kind: 'events'
      /** The host where it happened, or that began the connection; all by default. */
      readonly host?: string
      /** Types of events; those that the list of activity shows by default. */
      readonly types?: readonly string[]
      /** Whose delivery it is about: a recipient; all by default. */
      readonly to?: string
      /** How many of the newest; all by default. */
      readonly newest?: number
    }
  | {
      readonly kind: 'dns'
      /** The host that asked; any by default. The newest answer counts. */
      readonly host?: string
      readonly name?: string
      readonly type?: string
    }
  | {
      readonly kind: 'zone'
      readonly origin: string
      /** Records of this type alone. */
      readonly type?: string
      /** Records at this absolute name alone. */
      readonly name?: string
      /** `yes`: the words of the first record that fits, in place of records. */
      readonly words?: 'yes'
    }
  | {
      readonly kind: 'trace'
      /** A mail of the world. */
      readonly mail?: string
      /** In its place the newest message of a mailbox. */
      readonly mailbox?: string
      /** Of one check; of all by default. */
      readonly of?: 'spf' | 'dkim' | 'dmarc'
    }
  | { readonly kind: 'received'; readonly mailbox: string }
  | {
      readonly kind: 'report'
      readonly mailbox: string
      /** Whose delivery it is about; the newest report by default. */
      readonly recipient?: string
    }
  | {
      readonly kind: 'queue'
      /** The host that keeps the messages; all by default. */
      readonly host?: string
    }
  | {
      readonly kind: 'wire'
      /** The server. The newest connection to it counts. */
      readonly host: string
      readonly port?: number
      /** Whose lines; both sides' by default. */
      readonly who?: 'client' | 'server'
      /** Who reads: `eavesdropper` sees no more of TLS than its length; one side by default. */
      readonly reader?: 'eavesdropper'
    }
  | {
      readonly kind: 'lines'
      readonly lines: readonly string[]
      /** What patterns call the lines, in their order, where a translation says them otherwise. */
      readonly names?: readonly string[]
    }

/** One line that can be chosen. */
export interface Row {
  /** The same for the same line, however often it is looked at. */
  readonly key: string
  readonly text: string
  /** What patterns call it: `S RCPT 250`, `include`, `Received`. */
  readonly name: string
  readonly who?: 'client' | 'server'
}

/** Fits rows; with several keys, rows that fit all of them. */
export interface RowPattern {
  /** The row's name, in any case; one that ends in `*` fits all names that start so. */
  readonly name?: string
  /** A part of its text; in any case. */
  readonly has?: string
}

/**
 * An answer that was given: ids of choices or items, or keys of rows; `item=bin` of a sort,
 * `row.column=choice` of a grid.
 */
export type CardAnswer = readonly string[]

/** One try, and what is said of it. */
export interface Try {
  readonly answer: CardAnswer
  /** Absent where only the outcome decides: a prediction. */
  readonly right?: boolean
  readonly because: string
  /** Of a sort or grid: each place that is wrong, by its item or `row.column`, with its own words. */
  readonly wrong?: readonly { readonly place: string; readonly because: string }[]
}

/** How a card stands. */
export interface CardProgress {
  readonly id: string
  /**
   * `open`: to be answered. `committed`: a prediction or grid whose outcome is not there yet. `settled`: done
   * with, be it that the answer was given away.
   */
  readonly state: 'open' | 'committed' | 'settled'
  /** Oldest first. */
  readonly tries: readonly Try[]
  /** What can be chosen now; empty while there is nothing yet. Absent for cards without rows. */
  readonly rows?: readonly Row[]
  /** Of a grid: the cells whose outcome was there, by `row.column`. */
  readonly seen?: readonly string[]
  /** The right answer, once the card is settled. */
  readonly right?: CardAnswer
}
