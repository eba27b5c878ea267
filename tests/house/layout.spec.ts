import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { filesUnder, isSpec, parse, read } from './sources.js';

const files = ['backend', 'frontend', 'migrations', 'tests', 'tools'].flatMap(filesUnder);

describe('the house', () => {
  it('is three levels deep at most', () => {
    expect(files.filter((path) => path.split('/').length > 4)).toEqual([]);
  });

  it('has no cupboard for whatever has no name', () => {
    const cupboard = /(^|[/.-])(utils?|helpers?|common|core|shared|misc)([/.-]|$)/;
    expect(files.filter((path) => cupboard.test(path))).toEqual([]);
  });

  it('has no file that only points to others', () => {
    const barrels = files
      .filter((path) => path.endsWith('.ts'))
      .filter((path) => {
        const { statements } = parse(path);
        return statements.length > 0 && statements.every(pointsElsewhere);
      });
    expect(barrels).toEqual([]);
  });

  it('has files that are read in one sitting', () => {
    // Dictionaries are looked up, not read, and a migration is never touched again.
    const rooms = files.filter(
      (path) =>
        /^(backend|frontend)\/.*\.(ts|html|css)$/.test(path) &&
        !isSpec(path) &&
        !/(^|[/.])(fr|en|ar|uk|pt)\.ts$/.test(path),
    );
    const long = rooms
      .map((path) => ({ path, lines: read(path).trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });
});

function pointsElsewhere(statement: ts.Statement): boolean {
  return ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined;
}
