import { isEmail } from 'class-validator';
import parse from 'nodemailer/lib/addressparser';

/** A line in which something is no address. */
export interface UnreadableLine {
  /** From 1. */
  line: number;
  text: string;
}

/** What somebody pasted, as addresses. */
export interface AddressList {
  /** In small letters, each once, in order. */
  addresses: string[];
  unreadable: UnreadableLine[];
}

const longestShown = 80;

/**
 * Reads pasted addresses: one a line, or several between commas or semicolons, with a name or
 * without. Words beside an address are somebody's name; words without one are told by their line.
 */
export function readAddressList(text: string): AddressList {
  const addresses = new Set<string>();
  const unreadable: UnreadableLine[] = [];
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    if (line.trim() === '') continue;
    const { found, wrong } = readLine(line);
    found.forEach((address) => addresses.add(address));
    if (wrong !== null) unreadable.push({ line: index + 1, text: shortened(wrong) });
  }
  return { addresses: [...addresses], unreadable };
}

function shortened(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

function readLine(line: string): { found: string[]; wrong: string | null } {
  const entries = parse(line, { flatten: true });
  const good = entries.filter(isAddress);
  const bad = entries.filter(
    (entry) => !isAddress(entry) && `${entry.name}${entry.address}`.includes('@'),
  );
  const wrong = bad
    .map(({ name, address }) => [name, address].filter(Boolean).join(' '))
    .join(', ');
  return {
    found: good.map(({ address }) => address.toLowerCase()),
    wrong: wrong || (good.length === 0 ? line.trim() : null),
  };
}

/** Two addresses with nothing between them are read as one with a strange name: neither is guessed. */
function isAddress({ name, address }: { name: string; address: string }): boolean {
  const alone = !name.includes('@') || name.toLowerCase() === address.toLowerCase();
  return alone && address.length <= 254 && isEmail(address);
}
