import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { I18n } from '../i18n/i18n';
import { CodeForm } from './code-form';

@Component({ template: '' })
class Nothing {}

async function type(code: string): Promise<{ page: HTMLElement; url: string }> {
  TestBed.configureTestingModule({
    providers: [provideRouter([{ path: '**', component: Nothing }])],
  });
  await TestBed.inject(I18n).load('public');
  const fixture = TestBed.createComponent(CodeForm);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const field = page.querySelector('input')!;
  field.value = code;
  field.dispatchEvent(new Event('input'));
  page.querySelector('form')!.requestSubmit();
  await fixture.whenStable();
  return { page, url: TestBed.inject(Router).url };
}

describe('where a follow-up code is typed', () => {
  it.each(['7K3QX-9M2VT', '7k3qx9m2vt', ' 7k3qx 9m2vt ', '7K3QX–9M2VT'])(
    'reads %p as people write it',
    async (code) => {
      expect((await type(code)).url).toBe('/suivi/7K3QX-9M2VT');
    },
  );

  it('reads the letters that pass for digits', async () => {
    expect((await type('7K3QO-9M2VI')).url).toBe('/suivi/7K3Q0-9M2V1');
  });

  it('asks to check a code that is too short', async () => {
    const { page, url } = await type('7K3');
    expect(url).toBe('/');
    expect(page.textContent).toContain('Un code a dix signes');
  });
});
