import axe from 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What stands in somebody's way on this page, one readable line for each element. */
export async function barriers(page: Page, options: RunOptions = {}): Promise<string[]> {
  // A page that is still being drawn, or a colour that is still changing, is nobody's barrier.
  await page.evaluate(async () => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    await frame();
    await frame();
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  });
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    (runOptions) =>
      (window as unknown as { axe: { run(o: RunOptions): Promise<AxeResults> } }).axe.run(
        runOptions,
      ),
    { resultTypes: ['violations'], runOnly: { type: 'tag', values: tags }, ...options },
  );
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(
      ({ target, html, failureSummary }) =>
        `${impact ?? 'unknown'} · ${id} · ${help}\n    ${target.join(' ')}\n    ${html.slice(0, 160)}\n    ${(
          failureSummary ?? ''
        )
          .split('\n')
          .slice(1)
          .map((line) => line.trim())
          .join('; ')}`,
    ),
  );
}
