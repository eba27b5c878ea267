import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { SessionDto } from '../../../backend/access/session.dto';
import { I18n } from '../i18n/i18n';
import { api } from '../session/api';
import { Session } from '../session/session';
import { OrganizationSettings } from './organization-settings';

const me = (name: string, colour: string): SessionDto => ({
  person: { id: 'p', name: 'Sacha', email: 'sacha@valmont.example', language: 'fr' },
  organization: { id: 'o', name, colour },
  ...{ memberships: [], permissions: ['unit.manage'], homeUnitId: null },
});

describe('the name and the colour of an organisation', () => {
  let fixture: ComponentFixture<OrganizationSettings>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([api])),
        provideHttpClientTesting(),
      ],
    });
    await TestBed.inject(I18n).load('organization');
    server = TestBed.inject(HttpTestingController);
    const opened = TestBed.inject(Session).open();
    server.expectOne('/api/session').flush(me('CCAS de Valmont', '#0f5c63'));
    await opened;
    fixture = TestBed.createComponent(OrganizationSettings);
    await fixture.whenStable();
    page = fixture.nativeElement as HTMLElement;
  });

  afterEach(() => server.verify());

  const control = (selector: string) => page.querySelector<HTMLInputElement>(selector)!;
  const preview = () => page.querySelector<HTMLElement>('.preview')!;
  const hex = '.colour input[type="text"]';

  async function write(selector: string, text: string): Promise<void> {
    control(selector).value = text;
    control(selector).dispatchEvent(new Event('input'));
    await fixture.whenStable();
  }

  it('are shown as they will look, the palette and the written colour together', async () => {
    await write('input[autocomplete="organization"]', 'CIAS du Lys');
    await write('input[type="color"]', '#7a1f3d');
    expect(control(hex).value).toBe('#7a1f3d');
    expect(preview().textContent).toMatch(/CL\s*CIAS du Lys/);
    expect(preview().style.getPropertyValue('--organization')).toBe('#7a1f3d');
    expect(page.textContent).toContain('seront blanches, avec un contraste de');
    await write(hex, '#F4D35E');
    expect(control('input[type="color"]').value).toBe('#f4d35e');
    expect(page.textContent).toContain('seront noires');
    expect(page.textContent).toContain('se distingue mal du fond clair');
  });

  it('are sent, and worn by the whole page at once', async () => {
    await write('input[autocomplete="organization"]', ' CIAS du Lys ');
    await write(hex, '#7a1f3d');
    control('form').dispatchEvent(new Event('submit'));
    const sent = server.expectOne('/api/organizations/mine');
    expect(sent.request.body).toEqual({ name: 'CIAS du Lys', colour: '#7a1f3d' });
    sent.flush(null, { status: 204, statusText: 'No Content' });
    await Promise.resolve();
    server.expectOne('/api/session').flush(me('CIAS du Lys', '#7a1f3d'));
    await fixture.whenStable();
    expect(TestBed.inject(Session).me()?.organization.name).toBe('CIAS du Lys');
    expect(document.documentElement.style.getPropertyValue('--organization')).toBe('#7a1f3d');
  });

  it('are not sent with half a colour, and the preview keeps the last whole one', async () => {
    await write(hex, '#7a1');
    control('form').dispatchEvent(new Event('submit'));
    await fixture.whenStable();
    expect(page.textContent).toContain('Une couleur s’écrit comme #0f5c63');
    expect(preview().style.getPropertyValue('--organization')).toBe('#0f5c63');
  });
});
