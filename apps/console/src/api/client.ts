import type { z } from 'zod';
import { problemSchema } from './schemas.js';

/** What went wrong with a request, in words for the page. */
export interface Trouble {
  readonly title: string;
  readonly detail: string;
  readonly remedy: string;
  readonly code: string | null;
}

export type Answer<T> =
  | { readonly kind: 'data'; readonly data: T; readonly text: string }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

/** Address of the API, relative to the page, so that a prefix in front of both works. */
export function apiUrl(path: string, query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `./api/v1/${path}${search === '' ? '' : `?${search}`}`;
}

const trouble = (
  title: string,
  detail: string,
  remedy: string,
  code: string | null = null,
): Answer<never> => ({ kind: 'trouble', trouble: { title, detail, remedy, code } });

async function refusal(response: Response): Promise<Answer<never>> {
  const body: unknown = await response.json().catch(() => null);
  const problem = problemSchema.safeParse(body);
  const fields = problem.success ? problem.data : {};
  return trouble(
    fields.title ?? `The server answered ${String(response.status)}`,
    fields.detail ?? fields.message ?? `${response.url} gave status ${String(response.status)}.`,
    fields.remedy ?? 'Look into the log of the server, then load the page again.',
    fields.code ?? null,
  );
}

/** One GET, checked against its schema. Never throws, except when aborted. `fetcher` is the browser's `fetch` outside tests. */
export async function getJson<S extends z.ZodType>(
  url: string,
  schema: S,
  signal: AbortSignal,
  fetcher: typeof fetch = fetch,
): Promise<Answer<z.infer<S>>> {
  let response: Response;
  try {
    response = await fetcher(url, { signal, headers: { accept: 'application/json' } });
  } catch (error) {
    if (signal.aborted) throw error;
    return trouble(
      'The server does not answer',
      `No connection to ${url}.`,
      'Check that “npx faultline serve” runs and that this page was opened at its address; the page tries again every 5 seconds.',
    );
  }
  if (!response.ok) return refusal(response);
  const text = await response.text();
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success) return { kind: 'data', data: parsed.data, text };
    const [issue] = parsed.error.issues;
    return trouble(
      'The answer has an unexpected shape',
      `${url}: ${issue === undefined ? 'unknown' : `${issue.path.join('.')}: ${issue.message}`}`,
      'Server and console are of different versions: build both again, then load the page without cache.',
    );
  } catch {
    return trouble(
      'The answer is not JSON',
      `${url} gave ${String(text.length)} characters that cannot be read.`,
      'A proxy may stand between this page and the server; open the address directly.',
    );
  }
}
