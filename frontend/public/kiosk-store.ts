import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** What is sent to the server, as it is sent. */
export interface Word {
  kind: string;
  body: string;
  email?: string;
  phone?: string;
  wallConsent?: boolean;
  followUpCode: string;
}

/** A word that waits on the tablet until the server has it. */
export interface Waiting {
  /** In the order in which they came. */
  order?: number;
  /** The unit's public key: a tablet may be carried from one service to another. */
  key: string;
  language: string;
  since: string;
  word: Word;
  /** Why the server never takes it as it is; people must see to it. */
  refused?: string;
}

interface Shelves extends DBSchema {
  waiting: { key: number; value: Waiting };
}

/** Told whenever something comes onto the shelf or leaves it. */
export const changes = new EventTarget();

let shelf: Promise<IDBPDatabase<Shelves>> | null = null;

function open(): Promise<IDBPDatabase<Shelves>> {
  shelf ??= openDB<Shelves>('boucle-kiosk', 1, {
    upgrade: (database) => {
      database.createObjectStore('waiting', { keyPath: 'order', autoIncrement: true });
    },
    // The browser may end it, such as for lack of room: it is opened again at the next need.
    terminated: () => (shelf = null),
  });
  shelf.catch(() => (shelf = null));
  return shelf;
}

/** Keeps a word on the tablet; it is on the disc once this resolves. */
export async function keepWord(waiting: Waiting): Promise<void> {
  const transaction = (await open()).transaction('waiting', 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.add(waiting), transaction.done]);
  changes.dispatchEvent(new Event('change'));
}

/** Everything that is on the tablet, in the order in which it came. */
export async function wordsKept(): Promise<Waiting[]> {
  return (await open()).getAll('waiting');
}

/** Sets a word aside with the reason, or back among those that are sent. */
export async function setAside(waiting: Waiting, refused: string | undefined): Promise<void> {
  const { refused: _, ...rest } = waiting;
  await (await open()).put('waiting', refused === undefined ? rest : { ...rest, refused });
  changes.dispatchEvent(new Event('change'));
}

/** Takes a word off the tablet. */
export async function dropWord({ order }: Waiting): Promise<void> {
  if (order !== undefined) await (await open()).delete('waiting', order);
  changes.dispatchEvent(new Event('change'));
}
