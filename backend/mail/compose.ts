import { Eta } from 'eta';
import { contrast, inkOn, visible } from '../domain/colour.js';
import { say, wayOf } from '../words/words.js';

/** What a letter is made of; its text and its HTML part say the same. */
export type Block =
  | { kind: 'paragraph' | 'heading' | 'small' | 'quote'; text: string }
  | { kind: 'button' | 'link'; text: string; href: string }
  | { kind: 'thread'; points: { text: string; count: number }[] }
  | { kind: 'item'; text: string; detail: string; href: string; answers?: Link[] };

/** A short way to say something from the letter itself. */
export interface Link {
  text: string;
  href: string;
}

/** Whose name and colour a letter bears. */
export interface Letterhead {
  language: string;
  organization: string;
  colour: string;
}

/** Renders a letter's two parts. */
export function compose(head: Letterhead, blocks: Block[]): { text: string; html: string } {
  const footer = say(head.language, 'mail.automatic', { organization: head.organization });
  const { direction } = wayOf(head.language);
  const [start, end] = direction === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  const text = [...blocks.map(plain), '-- ', footer].join('\n\n');
  const facts = { head, blocks, footer, direction, start, end, ...buttonOn(head.colour) };
  return { text: `${text}\n`, html: eta.renderString(template, facts) };
}

/** What is read on the button, and what shows where it ends: any colour may be an organisation's. */
function buttonOn(colour: string): { ink: string; edge: string } {
  const ink = inkOn(colour);
  return { ink, edge: contrast(colour, sheet) < visible ? ink : colour };
}

function plain(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text.toUpperCase();
    case 'quote':
      return block.text.replace(/^/gm, '> ');
    case 'button':
    case 'link':
      return `${block.text} : ${block.href}`;
    case 'thread':
      return block.points.map(({ text, count }) => `${text} ${count}`).join(' > ');
    case 'item':
      return [`- ${block.text}`, block.detail, block.href, ...spelled(block.answers ?? [])].join(
        '\n  ',
      );
    default:
      return block.text;
  }
}

/** Answers that one page takes are told with its address once: it asks which. */
function spelled(answers: Link[]): string[] {
  const pages = Map.groupBy(answers, ({ href }) => href.split('?')[0] ?? href);
  return [...pages].map(([page, links]) => {
    const words = links.map(({ text }) => text).join(' / ');
    return `${words} : ${links.length > 1 ? page : links[0]?.href}`;
  });
}

/** The ground of the words, by day. */
const sheet = '#fffdf8';

const eta = new Eta({ autoEscape: true, cache: true });

// Tables and inline styles, as the mail programs of town halls render little else.
const template = `<!doctype html>
<html lang="<%= it.head.language %>" dir="<%= it.direction %>">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title><%= it.head.organization %></title>
<style>
@media (prefers-color-scheme: dark) {
  .ground { background: #14191a !important; }
  .sheet { background: #1e2526 !important; color: #f3f1ea !important; }
  .quiet { color: #b9c2c2 !important; }
  .link { color: #7fd0d6 !important; border-color: #7fd0d6 !important; }
  .button, .line { border-color: #b9c2c2 !important; }
}
@media (max-width: 480px) {
  .cell { padding-left: 18px !important; padding-right: 18px !important; }
}
</style>
</head>
<body class="ground" dir="<%= it.direction %>" style="margin:0;background:#f7f4ec">
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" style="background:#f7f4ec"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;table-layout:fixed;overflow-wrap:anywhere;word-break:break-word;background:#fffdf8;color:#1c2426;font:16px/1.5 'Atkinson Hyperlegible Next','Atkinson Hyperlegible',Verdana,sans-serif">
<tr><td class="cell" style="padding:20px 28px;border-top:6px solid <%= it.head.colour %>;font-weight:bold"><%= it.head.organization %></td></tr>
<% for (const block of it.blocks) { %>
<tr><td class="cell" style="padding:8px 28px">
<% if (block.kind === 'heading') { %><h2 style="margin:12px 0 0;font-size:18px"><%= block.text %></h2>
<% } else if (block.kind === 'button') { %><a class="button" href="<%= block.href %>" style="display:inline-block;padding:12px 20px;background:<%= it.head.colour %>;color:<%= it.ink %>;border:2px solid <%= it.edge %>;text-decoration:none;border-radius:6px"><%= block.text %></a>
<% } else if (block.kind === 'item') { %><a class="link" href="<%= block.href %>" style="color:#0f5c63;font-weight:bold"><%= block.text %></a><br><span class="quiet" style="color:#4b5557"><%= block.detail %></span><% if (block.answers?.length) { %><br><% } %><% for (const answer of block.answers ?? []) { %>
<a class="link" href="<%= answer.href %>" style="display:inline-block;margin-top:8px;margin-<%= it.end %>:8px;padding:6px 12px;border:1px solid #0f5c63;border-radius:6px;color:#0f5c63;text-decoration:none"><%= answer.text %></a><% } %>
<% } else if (block.kind === 'thread') { %><table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="table-layout:fixed"><tr>
<% block.points.forEach(({ text, count }, rank) => { %><td align="center" valign="top" style="padding:8px 0 4px;font-size:14px;line-height:1.3">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr>
<td><% if (rank > 0) { %><div class="line" style="border-top:2px solid #4b5557"></div><% } %></td>
<td width="34"><div class="<%= count ? 'button' : 'line quiet' %>" style="width:30px;height:30px;border-radius:17px;text-align:center;font-weight:bold;line-height:30px;border:2px solid <%= count ? it.edge : '#4b5557' %>;<% if (count) { %>background:<%= it.head.colour %>;color:<%= it.ink %><% } else { %>color:#4b5557<% } %>"><%= count %></div></td>
<td><% if (rank < block.points.length - 1) { %><div class="line" style="border-top:2px solid #4b5557"></div><% } %></td>
</tr></table>
<span<% if (!count) { %> class="quiet"<% } %> style="<%= count ? 'font-weight:bold' : 'color:#4b5557' %>"><%= text %></span></td>
<% }) %></tr></table>
<% } else if (block.kind === 'link') { %><a class="link" href="<%= block.href %>" style="display:inline-block;padding:6px 0;font-size:14px;color:#0f5c63"><%= block.text %></a>
<% } else if (block.kind === 'small') { %><span class="quiet" style="font-size:14px;color:#4b5557"><%= block.text %></span>
<% } else if (block.kind === 'quote') { %><div dir="auto" style="white-space:pre-line;border-<%= it.start %>:3px solid <%= it.head.colour %>;padding-<%= it.start %>:14px"><%= block.text %></div>
<% } else { %><div style="white-space:pre-line"><%= block.text %></div><% } %>
</td></tr>
<% } %>
<tr><td class="quiet cell" style="padding:20px 28px 24px;font-size:14px;color:#4b5557"><%= it.footer %></td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
