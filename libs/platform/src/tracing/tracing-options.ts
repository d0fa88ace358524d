export interface TracingOptions {
  /** Base address of an OTLP/HTTP collector (`OTEL_EXPORTER_OTLP_ENDPOINT`); nothing is traced without one. */
  readonly endpoint: string | null | undefined;
  readonly serviceName: string;
  readonly version: string;
  /** Told when spans could not be sent; they are lost. */
  readonly onError?: (error: unknown) => void;
}
