import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

export const root = join(import.meta.dirname, '..', '..');

export interface Import {
  /** The file that imports, from the root: `backend/feedback/feedback.service.ts`. */
  from: string;
  line: number;
  /** What stands between the quotes. */
  named: string;
  /** The file it leads to, from the root, or undefined for a package. */
  to: string | undefined;
  typesOnly: boolean;
  /** `import()` in the middle of the code: loaded later, if ever. */
  late: boolean;
}

/** Every file under a folder of the root, spelled from the root with slashes. */
export function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

export const isSpec = (path: string): boolean => path.endsWith('.spec.ts');

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

export const parse = (path: string): ts.SourceFile =>
  ts.createSourceFile(path, read(path), ts.ScriptTarget.ESNext, true);

/** All that a folder's files import, as the compiler itself reads them. */
export function importsUnder(folder: string): Import[] {
  return filesUnder(folder)
    .filter((path) => path.endsWith('.ts'))
    .flatMap(importsOf);
}

function importsOf(path: string): Import[] {
  const source = parse(path);
  const found: Import[] = [];
  const note = (at: ts.Node, named: ts.Node | undefined, typesOnly: boolean, late = false) => {
    if (!named || !ts.isStringLiteralLike(named)) return;
    found.push({
      from: path,
      line: source.getLineAndCharacterOfPosition(at.getStart()).line + 1,
      named: named.text,
      to: destination(path, named.text),
      typesOnly,
      late,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      note(node, node.moduleSpecifier, importsTypesOnly(node.importClause));
    } else if (ts.isExportDeclaration(node)) {
      note(node, node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node)) {
      note(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      note(node, node.arguments[0], false, true);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function importsTypesOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  return (
    !name &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.length > 0 &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  );
}

/** `../domain/action.js`, `./field` and `./field.ts` all lead to a `.ts`. */
function destination(from: string, named: string): string | undefined {
  if (!named.startsWith('.')) return undefined;
  const path = posix.join(posix.dirname(from), named);
  if (/\.(ts|json|css|html)$/.test(path)) return path;
  return `${path.replace(/\.js$/, '')}.ts`;
}

/** One line for the reader of a failed test: where, and what it reaches for. */
export const spelled = ({ from, line, named }: Import): string => `${from}:${line} → ${named}`;

/** Files that lead back to themselves, each ring told once. */
export function circles(imports: Import[]): string[] {
  const next = Map.groupBy(imports, ({ from }) => from);
  const done = new Set<string>();
  const rings: string[] = [];
  const walk = (at: string, path: string[]): void => {
    const seen = path.indexOf(at);
    if (seen >= 0) rings.push([...path.slice(seen), at].join(' → '));
    if (seen >= 0 || done.has(at)) return;
    for (const { to } of next.get(at) ?? []) if (to) walk(to, [...path, at]);
    done.add(at);
  };
  for (const from of next.keys()) walk(from, []);
  return rings;
}
