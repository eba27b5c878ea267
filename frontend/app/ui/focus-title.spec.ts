import { focusTitle } from './focus-title';

function place(matter: string): HTMLElement {
  document.body.innerHTML = `<a href="#">ailleurs</a><main tabindex="-1">${matter}</main>`;
  return document.querySelector('main') as HTMLElement;
}

const drawn = () => new Promise((done) => setTimeout(done));

describe('where the focus lands', () => {
  it('is the title, when it is there', () => {
    focusTitle(place('<h1 tabindex="-1">Fiches</h1>'));
    expect(document.activeElement?.textContent).toBe('Fiches');
  });

  it('is the place until the title is known, then the title', async () => {
    const main = place('<h1>Fiche</h1>');
    focusTitle(main);
    expect(document.activeElement).toBe(main);

    main.querySelector('h1')?.setAttribute('tabindex', '-1');
    await drawn();
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('stays where somebody has gone meanwhile', async () => {
    const main = place('');
    focusTitle(main);
    document.querySelector('a')?.focus();

    main.innerHTML = '<h1 tabindex="-1">Trop tard</h1>';
    await drawn();
    expect(document.activeElement?.tagName).toBe('A');
  });
});
