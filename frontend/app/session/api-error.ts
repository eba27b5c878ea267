import type { HttpErrorResponse } from '@angular/common/http';
import type { ErrorDto } from '../../../backend/access/error.dto';

/** Whatever goes wrong between a page and the server reaches the page as one of these. */
export class ApiError extends Error {
  constructor(
    /** The HTTP status; 0 where no answer came at all. */
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: ErrorDto['details'] = {},
  ) {
    super(message);
    this.name = 'ApiError';
  }

  static from(response: HttpErrorResponse): ApiError {
    const body: unknown = response.error;
    if (isErrorDto(body))
      return new ApiError(response.status, body.code, body.message, body.details);
    // A proxy in front of a stopped server answers 502 or 504 with a page of its own.
    const silent = response.status === 0 || response.status === 502 || response.status === 504;
    return new ApiError(response.status, silent ? 'network.down' : 'unknown', '');
  }
}

function isErrorDto(body: unknown): body is ErrorDto {
  return typeof body === 'object' && body !== null && 'code' in body && 'message' in body;
}
