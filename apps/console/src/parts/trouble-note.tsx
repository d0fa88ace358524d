import type { Trouble } from '../api/client.js';

/** What failed, and what to do about it. */
export function TroubleNote({ trouble }: { readonly trouble: Trouble }) {
  return (
    <div className="trouble" role="alert">
      <p>
        <strong>{trouble.title}.</strong> {trouble.detail}
        {trouble.code === null ? null : (
          <>
            {' '}
            <code>{trouble.code}</code>
          </>
        )}
      </p>
      <p>{trouble.remedy}</p>
    </div>
  );
}

export function Loading({ what }: { readonly what: string }) {
  return (
    <p className="soft" role="status">
      Loading {what} …
    </p>
  );
}
