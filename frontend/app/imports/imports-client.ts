import { HttpClient } from '@angular/common/http';
import { DOCUMENT, Service, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  ImportDraftDto,
  ImportMappingDto,
  ImportRunDto,
  StartImportDto,
} from '../../../backend/imports/import.dto';
import { saveFile } from '../ui/save-file';

const room = '/api/feedback/imports';

/** What can be done with a file to bring in. Each promise fails with an ApiError. */
@Service()
export class ImportsClient {
  private readonly http = inject(HttpClient);
  private readonly document = inject(DOCUMENT);

  send(file: File): Promise<ImportDraftDto> {
    const form = new FormData();
    form.set('file', file, file.name);
    return firstValueFrom(this.http.post<ImportDraftDto>(room, form));
  }

  choose(id: string, mapping: ImportMappingDto): Promise<ImportDraftDto> {
    return firstValueFrom(this.http.put<ImportDraftDto>(`${room}/${id}/mapping`, mapping));
  }

  start(id: string, choice: StartImportDto): Promise<ImportRunDto> {
    return firstValueFrom(this.http.post<ImportRunDto>(`${room}/${id}/start`, choice));
  }

  remove(id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${room}/${id}`));
  }

  forget(mappingId: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${room}/mappings/${mappingId}`));
  }

  /** Puts the refused lines among the person's downloads. */
  async takeRefused(id: string): Promise<void> {
    const options = { responseType: 'blob', observe: 'response' } as const;
    const response = await firstValueFrom(this.http.get(`${room}/${id}/refused`, options));
    saveFile(this.document, response, 'lignes-refusees.csv');
  }
}
