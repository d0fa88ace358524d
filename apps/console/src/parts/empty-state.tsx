/** No incident: how to send records, or what it does and does not mean that nothing was found. */
export function EmptyState({ nothingRead }: { readonly nothingRead: boolean }) {
  const address = `${window.location.origin}/api/v1/records`;
  return (
    <div className="empty">
      <h2>{nothingRead ? 'Nothing has been read yet' : 'No incident was found'}</h2>
      <p>
        {nothingRead
          ? 'Send the records that you have; their kind is found by content, gzip is read, a record sent twice counts once.'
          : 'The records hold no impact that could be seen. That is no proof that nothing happened: see below what could not be tested, or send more of the hours before.'}
      </p>
      <pre>{`curl -sS --data-binary @events.jsonl \\
  -H 'Content-Type: application/x-ndjson' ${address}`}</pre>
      <p>Or analyse a folder without a server:</p>
      <pre>npx faultline analyze PATH</pre>
      <p className="soft">This page shows the answer as soon as it is there.</p>
    </div>
  );
}
